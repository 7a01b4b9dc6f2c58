import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadBundle } from '../check/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the page as it is shipped and loads what drives it in a real Chromium. @returns {Promise<any>} */
export async function loadChatPage() {
  process.chdir(root);
  await promisify(execFile)('node', ['esbuild.js', '--production']);
  return loadBundle('test/bench/chatPage.ts', ['playwright-core', 'axe-core']);
}
