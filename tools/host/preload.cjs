// Loaded into VS Code's server (NODE_OPTIONS) and from there into the extension host, so that its logs are written.
require('./fileLogs.cjs');

// The server removes NODE_OPTIONS for the extension host, but hands its own flags on.
if (!process.execArgv.includes(__filename)) process.execArgv.push('--require', __filename);
