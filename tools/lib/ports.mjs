import { createServer } from 'node:net';
import { errorCode } from './fail.mjs';

/**
 * @param {number} port 0 lets the system choose
 * @param {string} host
 * @returns {Promise<number>} the port that could be listened on; it is free again when this resolves
 */
function tryListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/**
 * @param {string} [host]
 * @returns {Promise<number>} a port that was free a moment ago
 */
export function freePort(host = '127.0.0.1') {
  return tryListen(0, host);
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>} whether another program holds the port, or this user may not have it
 */
export async function isPortTaken(port, host = '127.0.0.1') {
  try {
    await tryListen(port, host);
    return false;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE' || code === 'EACCES') return true;
    throw error;
  }
}
