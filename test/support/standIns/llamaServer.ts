import { contextTooLong, loadingModel, unauthorized } from '../failures';
import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { guarded, loading, locked, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

/** Without `--alias` the file's path, as it was given to `-m`. */
const model = '/models/salamandra-2b-instruct.Q4_K_M.gguf';
const version = 'b11669-Debian';
const contextTokens = 4_096;

/**
 * llama-server, as b11669 of Debian sid answered: says 503 to everything while it loads; all but `/health` asks for
 * the key (older ones list their model without it); the context is that of one slot; `suffix` is accepted and
 * disregarded, where older ones refused it.
 */
export const llamaServer: StandIn = {
  name: 'llama-server',
  dialect: 'llama-server',
  version,
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: true,
  tools: { usually: 'saysNo', canBeMade: true },
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
      n_ctx: contextTokens,
      n_ctx_train: 8_192,
      n_embd: 2_048,
      n_params: 2_253_490_176,
      size: 1_500_000_000,
    };
    server.route(
      'GET /v1/models',
      guarded(
        [wait, lock],
        json({
          models: [{ name: model, model, type: 'model', capabilities: ['completion'] }],
          object: 'list',
          data: [
            {
              id: model,
              aliases: [model],
              object: 'model',
              created: 1_780_000_000,
              owned_by: 'llamacpp',
              meta,
            },
          ],
        }),
      ),
    );
    server.route(
      'GET /props',
      guarded(
        [wait, lock],
        json({
          default_generation_settings: { params: { repeat_penalty: 1, n_predict: -1 }, n_ctx: contextTokens },
          total_slots: 2,
          model_alias: model,
          model_path: model,
          build_info: version,
          // Of the model's own template; common/jinja/caps.h.
          chat_template_caps: { supports_tools: options.tools === true, supports_system_role: true },
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
    serveOpenAi(server, [
      wait,
      lock,
      tooLong(contextTokens, (tokens) => contextTooLong('llamaServer', contextTokens, tokens)),
    ]);
    return server;
  },
};
