import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Fail } from '../lib/fail.mjs';

/** Raise it whenever what this file does changes: it is part of the cache key of the strict copy. */
export const STRICT_VERSION = '1';

/** Each of these bundles holds the check once. */
const BUNDLES = [
  'server-main.js',
  'vs/code/browser/workbench/workbench.js',
  'vs/workbench/api/node/extensionHostProcess.js',
  'vs/workbench/api/worker/extensionHostWorkerMain.js',
];

/**
 * code-server's own patch (patches/proposed-api.diff) makes isProposedApiEnabled() say yes to every extension. It is
 * found by what follows it: checkProposedApiEnabled(), which throws when isProposedApiEnabled() says no.
 */
const ALWAYS_YES =
  /function ([\w$]+)\(([\w$]+),([\w$]+)\)\{return!0\}(?=function [\w$]+\([\w$]+,[\w$]+\)\{if\(!\1\()/g;

/**
 * Gives a code-server the real isProposedApiEnabled() again, so that an extension which uses a proposed API fails
 * there as it fails in a stable VS Code. The files are replaced, not changed: they may be hard links.
 *
 * @param {string} vscode code-server's `lib/vscode`
 * @returns {Promise<void>}
 * @throws {Fail} when a bundle does not hold the check exactly once: another version needs another patch
 */
export async function refuseProposedApi(vscode) {
  for (const bundle of BUNDLES) {
    const file = path.join(vscode, 'out', bundle);
    let count = 0;
    const text = (await readFile(file, 'utf8')).replace(ALWAYS_YES, (_match, name, extension, proposal) => {
      count++;
      const proposals = `${extension}.enabledApiProposals`;
      return `function ${name}(${extension},${proposal}){return!!(${proposals}&&${proposals}.includes(${proposal}))}`;
    });
    if (count !== 1) {
      throw new Fail(
        `The strict VS Code cannot be made: ${bundle} holds the check for proposed APIs ${count} times instead of ` +
          'once. This version of code-server needs another patch in tools/host/strict.mjs.',
      );
    }
    await rm(file);
    await writeFile(file, text);
  }
}
