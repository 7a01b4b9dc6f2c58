/**
 * `npm test`: sets up what is missing and runs every tier. `npm run test:quick` for the inner loop.
 *
 *   --quick       unit tests and the host tests tagged @quick, in under a minute
 *   --only TIER   check, build, package, unit, host or e2e; may be given more than once. What the tier works on is
 *                 built first
 *   --grep REGEX  only tests whose full title matches
 *
 * This file stays in the JavaScript of old, so that an old Node gets as far as the message.
 */
const NEEDED = 20;

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  import('./test/main.mjs').then((main) => main.test(process.argv.slice(2)));
} else {
  console.error('The tests of Aliada need Node ' + NEEDED + ' or newer; this is ' + process.version + '.');
  process.exitCode = 1;
}
