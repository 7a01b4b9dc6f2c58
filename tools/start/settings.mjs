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
 * @param {{ remote: boolean }} options `remote`: VS Code runs in a browser
 * @returns {Promise<void>}
 * @throws {Fail} when the person's settings cannot be read
 */
export async function writeSettings(userDataDir, endpoint, { remote }) {
  const user = path.join(userDataDir, 'User', 'settings.json');
  const machine = path.join(userDataDir, 'Machine', 'settings.json');
  await change(user, (text) => {
    /** @type {string | undefined} */
    let changed = text;
    for (const [key, value] of Object.entries(DEFAULTS)) {
      changed = changed && setProperty(changed, key, value, { onlyIfMissing: true });
    }
    return changed;
  });
  // A VS Code in a browser takes settings of the scope "machine-overridable" from the server's own file only.
  await change(remote ? machine : user, (text) => setProperty(text, 'aliada.chat.endpoints', [endpoint]));
}

/**
 * @param {string} file
 * @param {(text: string) => string | undefined} edit
 */
async function change(file, edit) {
  await mkdir(path.dirname(file), { recursive: true });
  const before = await readIfThere(file);
  const text = edit(before.trim() === '' ? '{}\n' : before);
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
