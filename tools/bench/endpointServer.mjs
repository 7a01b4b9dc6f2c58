// The server of `npm run bench -- endpoint`, in a process of its own so that its work is not counted. Streams chat
// chunks as its path says: `/TOKENS/PER_SECOND/v1/…`, 0 a second being as fast as the connection takes them. Says
// its port to its parent, and then each time that a connection was closed before its answer was whole.
import { createServer } from 'node:http';

/** @param {string} content @param {string | null} [finish] */
const chunk = (content, finish = null) =>
  `data: ${JSON.stringify({
    ...{ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_780_000_000, model: 'bench' },
    choices: [{ index: 0, delta: finish ? {} : { content }, logprobs: null, finish_reason: finish }],
  })}\n\n`;
const end = `${chunk('', 'stop')}data: [DONE]\n\n`;

/** How many chunks one packet holds when nothing holds them back: as a server that has a queue of them. */
const batch = 20;

const server = createServer((request, response) => {
  request.resume();
  if (request.method === 'GET') {
    // What the server is: it does not say.
    response.writeHead(404).end();
    return;
  }
  const [, tokens, perSecond] = (request.url ?? '').split('/').map(Number);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.on('close', () => {
    if (!response.writableFinished) process.send?.({ nowMs: preciseNow() });
  });
  if (perSecond) paced(response, tokens ?? 0, perSecond);
  else flood(response, tokens ?? 0);
});

/** Milliseconds since the epoch, with fractions; the same clock in every process of this machine. */
function preciseNow() {
  return performance.timeOrigin + performance.now();
}

/** @param {import('node:http').ServerResponse} response @param {number} tokens @param {number} perSecond */
function paced(response, tokens, perSecond) {
  const started = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.min(tokens, Math.floor(((performance.now() - started) * perSecond) / 1000));
    // Each chunk says when it left, so that the reader knows how long it was on its way.
    while (sent < due) {
      response.write(chunk(`${preciseNow()} `));
      sent += 1;
    }
    if (sent < tokens) return;
    clearInterval(timer);
    response.end(end);
  }, 1);
  response.on('close', () => clearInterval(timer));
}

/** @param {import('node:http').ServerResponse} response @param {number} tokens */
function flood(response, tokens) {
  const piece = chunk('paraula ').repeat(batch);
  let left = tokens;
  const more = () => {
    while (left >= batch && !response.destroyed) {
      left -= batch;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    response.end(chunk('paraula ').repeat(left) + end);
  };
  more();
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {any} */ (server.address()).port }));
process.on('disconnect', () => process.exit());
