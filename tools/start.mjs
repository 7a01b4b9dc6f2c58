/**
 * `npm start`: Aliada in a VS Code of its own, with an engine. This file stays in the JavaScript of old, so that an
 * old Node gets as far as the message.
 */
const NEEDED = 20;

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  import('./start/main.mjs').then((main) => main.start(process.argv.slice(2)));
} else {
  console.error(
    'Aliada needs Node ' + NEEDED + ' or newer to be built and tried; this is ' + process.version + '.',
  );
  process.exitCode = 1;
}
