import { execFileSync } from 'node:child_process';
import { releaseProblems } from './release.mjs';

/** What the marketplaces should have to carry at most, in bytes. */
const MOST = 3 * 1024 * 1024;

/**
 * What stands in the way of publishing the commit that is checked out.
 *
 * @param {string} root
 * @param {ReturnType<typeof import('./files.mjs').readRelease>} release
 * @returns {string[]} a sentence for each
 */
export function publishingProblems(root, release) {
  const problems = releaseProblems(release, { publishing: true });
  const tag = `v${release.manifest.version}`;
  if (git(root, 'status', '--porcelain') !== '') problems.push('Something is changed and not committed.');
  if (!git(root, 'tag', '--points-at', 'HEAD').split('\n').includes(tag)) {
    problems.push(`This commit has no tag ${tag}.`);
  }
  return problems;
}

/**
 * What is wrong with a package.
 *
 * @param {Pick<import('./build.mjs').Packaged, 'bytes' | 'files'>} made
 * @param {{ main: string, browser: string }} manifest
 * @returns {string[]}
 */
export function packageProblems({ bytes, files }, { main, browser }) {
  const problems = [];
  if (bytes >= MOST) problems.push(`The package has ${bytes} bytes; ${MOST} is the limit.`);
  const wanted = [main, browser, 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE.txt', 'readme.md', 'changelog.md'];
  for (const name of wanted.map((file) => `extension/${file.replace(/^\.\//, '')}`)) {
    if (!files[name]) problems.push(`${name} is not in the package.`);
  }
  return problems;
}

/**
 * @param {string} root
 * @param {...string} args
 */
function git(root, ...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}
