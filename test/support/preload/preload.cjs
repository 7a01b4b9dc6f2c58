// Loaded into VS Code's server (NODE_OPTIONS) and from there into the extension host, before anything else.
require('./netWatch.cjs');
require('../../../tools/host/fileLogs.cjs');

// The server removes NODE_OPTIONS for the extension host, but hands its own flags on.
if (!process.execArgv.includes(__filename)) process.execArgv.push('--require', __filename);
