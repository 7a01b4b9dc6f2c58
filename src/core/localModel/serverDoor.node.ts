import { request } from 'node:http';

const askMs = 2_000;

/** True where the llama-server on this port is ready and takes our key: another program may have the port. */
export async function asks(port: number, key: string): Promise<boolean> {
  if ((await status(port, 'GET', '/health')) !== 200) return false;
  return knowsKey(port, key);
}

/** True where what listens takes this key and nothing without it. */
export async function knowsKey(port: number, key: string): Promise<boolean> {
  return (
    (await status(port, 'POST', '/tokenize', key)) === 200 &&
    (await status(port, 'POST', '/tokenize')) === 401
  );
}

/** Straight to loopback: no proxy has anything to do with it. @returns 0 where nothing answers. */
function status(port: number, method: string, path: string, key?: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    };
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false, timeout: askMs });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(0));
    asked.end(method === 'POST' ? '{"content":""}' : undefined);
  });
}
