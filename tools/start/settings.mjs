import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, Fail } from '../lib/fail.mjs';
import { setProperty } from './jsonc.mjs';

/** Written once; whoever changes them later keeps the change. */
const DEFAULTS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  // VS Code's own chat would take the room that Aliada's is to be seen in.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Points Aliada to an endpoint in the settings of the VS Code that `npm start` opens. All else in them stays as the
 * person left it.
 *
 * @param {string} userDataDir
 * @param {{ url: string, model: string }} endpoint
 * @returns {Promise<void>}
 * @throws {Fail} when the person's settings cannot be read
 */
export async function writeSettings(userDataDir, endpoint) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readIfThere(file);
  let text = setProperty(before, 'aliada.chat.endpoints', [endpoint]);
  for (const [key, value] of Object.entries(DEFAULTS)) {
    text = text && setProperty(text, key, value, { onlyIfMissing: true });
  }
  if (!text) throw new Fail(`${file} is not valid. Mend it, or remove it to begin anew.`);
  if (text !== before) await writeFile(file, text);
}

/**
 * @param {string} file
 * @returns {Promise<string>} empty when it is not there
 */
async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
