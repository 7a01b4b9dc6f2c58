/**
 * `npm run publish`: packages this commit and uploads it to the Visual Studio Marketplace and to Open VSX.
 *
 *   --dry-run      does all but the upload, and says what stands in its way
 *   --only STORE   marketplace or open-vsx; may be given more than once
 *
 * The tokens come from the environment alone, VSCE_PAT and OVSX_PAT, and are never printed.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Fail, runMain } from './lib/fail.mjs';
import { buildPackage } from './package/build.mjs';
import { readRelease } from './package/files.mjs';
import { publishingProblems, packageProblems } from './package/ready.mjs';
import { stores, withoutSecrets } from './package/stores.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

await runMain(async () => {
  const { dryRun, only } = readOptions();
  const chosen = stores.filter(({ id }) => only.length === 0 || only.includes(id));
  const release = readRelease(root);
  const problems = publishingProblems(root, release);
  // A dry run goes on, so that all that stands in the way is seen at once.
  if (!dryRun && problems.length > 0) refuse(problems);

  const made = await buildPackage(root);
  problems.push(...packageProblems(made, release.manifest));
  say(`${path.relative(root, made.vsix)}: ${made.bytes} bytes, sha256 ${made.sha256}`);
  const missing = chosen.filter(({ tokenName }) => !process.env[tokenName]);
  if (!dryRun) problems.push(...missing.map(({ name, tokenName }) => `${name}: ${tokenName} is not set.`));
  if (!dryRun && problems.length > 0) refuse(problems);

  const { publisher, name: own, version } = release.manifest;
  for (const { name, tokenName, upload } of chosen) {
    const token = process.env[tokenName] ?? '';
    const what = `${publisher}.${own} ${version}`;
    if (dryRun) {
      say(`${name}: would upload ${what} (${tokenName} is ${token === '' ? 'not set' : 'set'})`);
      continue;
    }
    try {
      await upload(made.vsix, token);
    } catch (error) {
      // The client's own error may quote the request, and with it the token.
      throw new Fail(`${name} did not take ${what}.`, { details: withoutSecrets(String(error)) });
    }
    say(`${name}: uploaded ${what}`);
  }
  if (problems.length > 0) refuse(problems);
  return 0;
});

/** @returns {{ dryRun: boolean, only: string[] }} */
function readOptions() {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const known = stores.map(({ id }) => id);
  const unknown = values.only.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new Fail(`--only ${unknown}: choose ${known.join(' or ')}.`, { exitCode: 2 });
  return { dryRun: values['dry-run'], only: values.only };
}

/**
 * @param {string[]} problems
 * @returns {never}
 */
function refuse(problems) {
  throw new Fail('This is not ready to be published.', {
    details: problems.map((one) => `- ${one}`).join('\n'),
  });
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
