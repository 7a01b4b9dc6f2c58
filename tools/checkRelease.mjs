// `npm run check:release`: the versions of package.json, its lock file and the changelog agree.
import fs from 'node:fs';
import { Fail, runMain } from './lib/fail.mjs';
import { readRelease } from './package/files.mjs';
import { releaseProblems } from './package/release.mjs';

await runMain(async () => {
  const problems = releaseProblems(readRelease(fs.realpathSync('.')));
  if (problems.length > 0)
    throw new Fail('Versions and changelog do not agree.', { details: problems.join('\n') });
});
