import { contextTooLong, modelNotFound, unauthorized } from '../failures';
import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import {
  empty,
  guarded,
  listOf,
  locked,
  onlyModels,
  promptOf,
  refusing,
  serveOpenAi,
  tooLong,
  vllmLike,
} from './standIn';
import type { StandIn } from './standIn';
import { strictTemplate, withoutTools } from './tools';

const model = 'BSC-LT/ALIA-40b-instruct-2606';
const contextTokens = 16_384;

/** vLLM: only what is below `/v1` asks for the key; `suffix` is refused; a prompt is counted at `/tokenize`. */
export const vllm: StandIn = {
  name: 'vLLM',
  dialect: 'vllm',
  version: '0.11.0',
  model,
  ...vllmLike,
  tools: { usually: 'refuses', canBeMade: true },
  contextTokens,
  async start(options = {}) {
    const server = await startScriptedServer();
    const lock = locked(options.locked, unauthorized('vllm'));
    const list = listOf(model, 'vllm', contextTokens);
    server.route('GET /v1/models', guarded([lock], json(list)));
    server.route('GET /version', json({ version: '0.11.0' }));
    server.route('GET /health', empty);
    server.route('POST /tokenize', (request) =>
      json({
        count: Math.ceil(promptOf(request).length / 4),
        max_model_len: contextTokens,
        tokens: [],
      })(request),
    );
    const noSuffix = json(
      {
        error: {
          message: 'suffix is not currently supported',
          type: 'BadRequestError',
          param: null,
          code: 400,
        },
      },
      400,
    );
    // Without --enable-auto-tool-choice and --tool-call-parser.
    const noToolParser = json(
      {
        error: {
          message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
          type: 'BadRequestError',
          param: null,
          code: 400,
        },
      },
      400,
    );
    serveOpenAi(server, [
      lock,
      onlyModels([model], modelNotFound),
      refusing('suffix', noSuffix),
      ...(options.tools === true ? [] : [withoutTools(noToolParser)]),
      ...(options.strict === true ? [strictTemplate] : []),
      tooLong(contextTokens, (tokens) => contextTooLong('vllm', contextTokens, tokens)),
    ]);
    // FastAPI's answer to a GET on a route that takes POST.
    for (const path of ['/v1/completions', '/v1/chat/completions']) {
      server.route(`GET ${path}`, json({ detail: 'Method Not Allowed' }, 405));
    }
    return server;
  },
};
