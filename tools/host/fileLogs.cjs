// VS Code writes its logs through a native module that needs a compiler to install, and writes none without it.
// This puts plain files in its place, so that tests can read the extension's log, and a failure leaves logs behind.
const { registerHooks } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const replacement = pathToFileURL(path.join(__dirname, 'spdlog.cjs')).href;
registerHooks?.({
  resolve: (specifier, context, next) =>
    specifier === '@vscode/spdlog'
      ? { url: replacement, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
});
