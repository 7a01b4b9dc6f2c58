// Prints how many milliseconds `require` of the given bundle takes, with an empty object for `vscode`.
const Module = require('node:module');

const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? {} : load(request, ...rest));

const started = performance.now();
require(process.argv[2]);
process.stdout.write(String(performance.now() - started));
