import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { Fail } from './lib/fail.mjs';
import { silentProgress } from './lib/progress.mjs';
import { capture, lastLines } from './lib/run.mjs';

/** Names on the PATH, the open build first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const APPLICATIONS = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};
/** Without a font Chromium draws boxes, and a screenshot shows nothing. */
const PACKAGES = ['chromium', 'fonts-dejavu-core'];

/**
 * Finds Chromium, or installs it with apt where this runs as root on Debian.
 *
 * @param {{ progress?: import('./lib/progress.mjs').Progress }} [options]
 * @returns {Promise<string>} the path of the program
 * @throws {Fail} that says what to install
 */
export async function ensureChromium({ progress = silentProgress } = {}) {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (await isProgram(CHROMIUM)) return CHROMIUM;
    throw new Fail(`$CHROMIUM is ${CHROMIUM}, which is no program.`);
  }
  const found = await findChromium();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await findOnPath('apt-get'))) {
    throw new Fail(
      'The browser tests need Chromium or Chrome. Install one (Debian and Ubuntu: `sudo apt-get install chromium`), ' +
        'or name it in the variable CHROMIUM.',
    );
  }
  await progress.step('Installing Chromium (apt)', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...PACKAGES]]) {
      const { code, output } = await capture('apt-get', args, { env });
      if (code === 0) continue;
      throw new Fail(
        'Chromium could not be installed: apt-get failed. Install it by hand, or name one in the variable CHROMIUM.',
        { details: lastLines(output) },
      );
    }
  });
  const installed = await findChromium();
  if (!installed) throw new Fail('apt-get installed Chromium, yet it is not on the PATH.');
  return installed;
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  for (const name of NAMES) {
    const found = await findOnPath(name);
    if (found) return found;
  }
  const { platform } = process;
  if (platform !== 'darwin' && platform !== 'win32') return undefined;
  for (const file of APPLICATIONS[platform]) if (await isProgram(file)) return file;
  return undefined;
}

/**
 * @param {string} name
 * @returns {Promise<string | undefined>} where the program is
 */
export async function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of folders) {
    for (const suffix of suffixes) {
      const file = path.join(folder, name + suffix);
      if (await isProgram(file)) return file;
    }
  }
  return undefined;
}

/** @param {string} file */
async function isProgram(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: either way no program
  }
}
