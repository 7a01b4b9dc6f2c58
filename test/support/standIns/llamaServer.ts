import { contextTooLong, loadingModel, unauthorized } from '../failures';
import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { guarded, loading, locked, promptOf, refusing, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

const model = 'salamandra-2b-instruct.Q4_K_M.gguf';
const contextTokens = 4_096;

/**
 * llama-server: says 503 to everything while it loads; lists its model without a key, all else asks for it;
 * the context is that of one slot.
 */
export const llamaServer: StandIn = {
  name: 'llama-server',
  dialect: 'llama-server',
  version: 'b6700-1a2b3c4d',
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: true,
  neutral: { chat: { repeat_penalty: 1 }, completion: { repeat_penalty: 1 } },
  canLock: true,
  saysLoading: true,
  async start(options = {}) {
    const noRoute = json({ error: { code: 404, message: 'File Not Found', type: 'not_found_error' } }, 404);
    const server = await startScriptedServer({ noRoute });
    const wait = loading(options.loading, loadingModel());
    const lock = locked(options.locked, unauthorized('llamaServer'));
    const meta = {
      vocab_type: 1,
      n_vocab: 256_000,
      n_ctx_train: 8_192,
      n_embd: 2_048,
      n_params: 2_253_490_176,
      size: 1_500_000_000,
    };
    server.route(
      'GET /v1/models',
      guarded(
        [wait],
        json({
          models: [{ name: model, model, type: 'model', capabilities: ['completion'] }],
          object: 'list',
          data: [{ id: model, object: 'model', created: 1_780_000_000, owned_by: 'llamacpp', meta }],
        }),
      ),
    );
    server.route(
      'GET /props',
      guarded(
        [wait, lock],
        json({
          default_generation_settings: { id: 0, n_ctx: contextTokens, speculative: false, params: {} },
          total_slots: 2,
          model_path: `/models/${model}`,
          build_info: 'b6700-1a2b3c4d',
        }),
      ),
    );
    server.route('GET /health', guarded([wait], json({ status: 'ok' })));
    server.route(
      'POST /tokenize',
      guarded([wait, lock], (request) => {
        const text = String(request.body.content);
        return json({ tokens: Array.from({ length: Math.ceil(text.length / 4) }, () => 7) })(request);
      }),
    );
    const noSuffix = json(
      { error: { code: 400, message: 'Unsupported param: suffix', type: 'invalid_request_error' } },
      400,
    );
    serveOpenAi(server, [
      wait,
      lock,
      refusing('suffix', noSuffix),
      tooLong(contextTokens, (tokens) => contextTooLong('llamaServer', contextTokens, tokens)),
      (request) =>
        promptOf(request) === '' ? json({ error: { code: 400, message: 'empty' } }, 400) : undefined,
    ]);
    return server;
  },
};
