import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { loadBundle } from '../check/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `npm run bench -- history [--conversations N] [--messages N] [--times N]`: how long a window waits for the list of
 * the conversations that are kept, and for a search in them; and, in a real Chromium with the page as it is shipped,
 * until the list and a long conversation can be seen. Targets: a list of 5,000 under 200 ms, 500 messages under 300 ms.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      conversations: { type: 'string', default: '5000' },
      messages: { type: 'string', default: '500' },
      times: { type: 'string', default: '3' },
    },
  });
  const [conversations, messages, times] = [values.conversations, values.messages, values.times].map(Number);
  process.chdir(root);
  await promisify(execFile)('node', ['esbuild.js', '--production']);
  const { folderFigures, pageFigures } = await loadBundle('test/bench/history.ts', [
    'playwright-core',
    'axe-core',
    '@vscode/l10n',
  ]);
  for (let time = 1; time <= (times ?? 1); time += 1) {
    const folder = await folderFigures(conversations);
    const page = await pageFigures(conversations, messages);
    const rows = /** @type {const} */ ([
      [`${conversations} conversations, listed by a new window`, folder.listed],
      ['the list as it is sent to the page, by a new window', folder.shown],
      ['listed without an index', folder.rebuilt],
      ['searched for a text', folder.searched],
      ['searched once more', folder.searchedAgain],
      ['the list on the screen, from the message on', page.list],
      [`${messages} messages, their end on the screen`, page.seen],
      ['all of them drawn', page.whole],
      ['longest task of the page meanwhile', page.longest],
    ]);
    process.stdout.write(`run ${time}\n`);
    for (const [what, ms] of rows) {
      process.stdout.write(`  ${what.padEnd(56)}${ms.toFixed(0).padStart(8)} ms\n`);
    }
  }
}
