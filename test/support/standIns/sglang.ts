import { contextTooLong } from '../failures';
import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { empty, guarded, listOf, locked, promptOf, serveOpenAi, tooLong, vllmLike } from './standIn';
import type { StandIn } from './standIn';

const model = 'BSC-LT/salamandra-7b-instruct';
const contextTokens = 8_192;

/** SGLang: flat errors, all routes but `/health` ask for the key, `suffix` is accepted and disregarded. */
export const sglang: StandIn = {
  name: 'SGLang',
  dialect: 'sglang',
  model,
  ...vllmLike,
  contextTokens,
  async start(options = {}) {
    const server = await startScriptedServer();
    const lock = locked(options.locked, json({ error: 'Unauthorized' }, 401));
    const info = {
      model_path: model,
      tokenizer_path: model,
      is_generation: true,
      preferred_sampling_params: null,
    };
    server.route('GET /v1/models', guarded([lock], json(listOf(model, 'sglang', contextTokens))));
    server.route('GET /get_model_info', guarded([lock], json(info)));
    server.route('GET /health', empty);
    server.route(
      'POST /tokenize',
      guarded([lock], (request) => {
        const count = Math.ceil(promptOf(request).length / 4);
        return json({ tokens: Array.from({ length: count }, () => 7), count, max_model_len: contextTokens })(
          request,
        );
      }),
    );
    serveOpenAi(server, [
      lock,
      tooLong(contextTokens, (tokens) => contextTooLong('vllmFlat', contextTokens, tokens)),
    ]);
    return server;
  },
};
