import { contextTooLong } from '../failures';
import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { empty, guarded, locked, promptOf, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

const model = 'BSC-LT/salamandra-7b-instruct';
const contextTokens = 8_192;

/** SGLang: flat errors, all routes but `/health` ask for the key, `suffix` is accepted and disregarded. */
export const sglang: StandIn = {
  name: 'SGLang',
  dialect: 'sglang',
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: true,
  neutral: { chat: { repetition_penalty: 1 }, completion: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: false,
  async start(options = {}) {
    const server = await startScriptedServer();
    const lock = locked(options.locked, json({ error: 'Unauthorized' }, 401));
    const entry = {
      id: model,
      object: 'model',
      created: 1_780_000_000,
      owned_by: 'sglang',
      root: model,
      parent: null,
      max_model_len: contextTokens,
    };
    const info = {
      model_path: model,
      tokenizer_path: model,
      is_generation: true,
      preferred_sampling_params: null,
    };
    server.route('GET /v1/models', guarded([lock], json({ object: 'list', data: [entry] })));
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
