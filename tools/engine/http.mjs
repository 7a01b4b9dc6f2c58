import { createServer } from 'node:http';
import { answerShapes, BadRequest, describeError, readRequest } from './openai.mjs';

/** @typedef {{ event: 'start' | 'end' | 'abort', path: string, tokens?: number }} EngineEvent */

/**
 * A server in front of a generator that speaks as much of OpenAI's API as Aliada asks for.
 *
 * @param {object} options
 * @param {import('./generator.mjs').Generator} options.generator
 * @param {string} options.model the name it goes by
 * @param {(event: EngineEvent) => void} options.onEvent
 * @returns {import('node:http').Server}
 */
export function createEngineServer({ generator, model, onEvent }) {
  return createServer((request, response) => {
    route(request, response).catch((error) => {
      if (response.destroyed) return; // the client left; there is nobody to tell
      const { status, body } = describeError(error);
      if (!response.headersSent) return sendJson(response, status, body);
      sendEvent(response, body);
      response.end('data: [DONE]\n\n');
    });
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function route(request, response) {
    const path = (request.url ?? '').replace(/\?.*/, '');
    switch (`${request.method} ${path}`) {
      case 'GET /health':
        return sendJson(response, 200, { status: 'ok' });
      case 'GET /v1/models':
        return sendJson(response, 200, { object: 'list', data: [describeModel()] });
      case 'POST /v1/completions':
      case 'POST /v1/chat/completions':
        return answer(request, response, path);
      default:
        throw new BadRequest(`There is no ${request.method} ${path} here.`, 404);
    }
  }

  function describeModel() {
    const sizes = { n_ctx: generator.contextSize, n_ctx_train: generator.trainedContextSize };
    return { id: model, object: 'model', created: 0, owned_by: 'aliada', meta: sizes };
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   * @param {string} path
   */
  async function answer(request, response, path) {
    const left = new AbortController();
    response.on('close', () => left.abort());
    const { chat, prompt, stream, includeUsage, options } = readRequest(
      await readBody(request),
      path.includes('/chat/'),
    );
    const shapes = answerShapes(chat, model);
    /** @type {import('./generator.mjs').Result} */
    const result = { promptTokens: 0, cachedTokens: 0, tokens: 0, finish: 'stop' };
    onEvent({ event: 'start', path });
    try {
      let text = '';
      let first = true;
      for await (const piece of generator.generate(prompt, { ...options, signal: left.signal }, result)) {
        if (stream) sendEvent(response, shapes.chunk(piece, first));
        else text += piece;
        first = false;
      }
      if (stream) {
        sendEvent(response, shapes.last(result.finish));
        if (includeUsage) sendEvent(response, shapes.usage(result));
        response.end('data: [DONE]\n\n');
      } else {
        sendJson(response, 200, shapes.whole(text, result));
      }
    } finally {
      onEvent({ event: left.signal.aborted ? 'abort' : 'end', path, tokens: result.tokens });
    }
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string>}
 */
async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 */
function sendJson(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {object} data
 */
function sendEvent(response, data) {
  if (!response.headersSent) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  }
  response.write(`data: ${JSON.stringify(data)}\n\n`);
}
