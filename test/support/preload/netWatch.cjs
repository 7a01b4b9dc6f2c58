// Remembers every TCP connection that the process begins. Read through ../connections.ts.
const { subscribe } = require('node:diagnostics_channel');

const connections = [];
Object.defineProperty(globalThis, 'aliadaConnections', { value: connections });
subscribe('net.client.socket', ({ socket }) => {
  socket.on('connectionAttempt', (host, port) => {
    if (port !== undefined) connections.push({ host, port }); // without a port it is a pipe on this machine
  });
});
