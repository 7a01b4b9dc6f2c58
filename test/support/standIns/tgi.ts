import { json, raw } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { empty, guarded, locked, refusing, serveOpenAi, tooLong } from './standIn';
import type { Check, StandIn } from './standIn';

const model = 'BSC-LT/salamandra-7b-instruct';
const contextTokens = 8_192;

const tooManyStops: Check = ({ body }) =>
  Array.isArray(body.stop) && body.stop.length > 4
    ? json(
        {
          error: `Input validation error: \`stop\` supports up to 4 stop sequences`,
          error_type: 'validation',
        },
        422,
      )
    : undefined;

/**
 * TGI: a chat's repetition penalty is `presence_penalty + 2` and has no other name; errors are flat, under
 * 422; a missing key has an empty body.
 */
export const tgi: StandIn = {
  name: 'TGI',
  dialect: 'tgi',
  version: '3.3.5',
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: true,
  tools: { usually: 'works', canBeMade: true },
  neutral: { chat: { presence_penalty: -1 }, completion: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: false,
  async start(options = {}) {
    const server = await startScriptedServer({ noRoute: raw('', 404, {}) });
    const lock = locked(options.locked, raw('', 401, {}));
    const list = { object: 'list', data: [{ id: model, object: 'model', created: 0, owned_by: model }] };
    server.route('GET /v1/models', guarded([lock], json(list)));
    server.route(
      'GET /info',
      guarded(
        [lock],
        json({
          model_id: model,
          model_sha: '0123456789abcdef',
          model_pipeline_tag: 'text-generation',
          max_concurrent_requests: 128,
          max_best_of: 2,
          max_stop_sequences: 4,
          max_input_tokens: contextTokens - 1,
          max_total_tokens: contextTokens,
          validation_workers: 2,
          max_client_batch_size: 4,
          router: 'text-generation-router',
          version: '3.3.5',
          sha: null,
          docker_label: null,
        }),
      ),
    );
    server.route('GET /health', empty);
    server.route(
      'POST /tokenize',
      guarded([lock], (request) => {
        const text = String(request.body.inputs);
        const tokens = Array.from({ length: Math.ceil(text.length / 4) }, (_none, at) => ({
          id: 7,
          text: text.slice(at * 4, at * 4 + 4),
          start: at * 4,
          stop: at * 4 + 4,
        }));
        return json(tokens)(request);
      }),
    );
    const validation = (error: string): ReturnType<typeof json> =>
      json({ error, error_type: 'validation' }, 422);
    serveOpenAi(server, [
      lock,
      refusing(
        'suffix',
        json(
          {
            error: 'Suffix is not supported and can be accomplished by preprocessing the prompt.',
            error_type: 'suffix not supported',
          },
          422,
        ),
      ),
      tooManyStops,
      tooLong(contextTokens, (tokens) =>
        validation(
          `Input validation error: \`inputs\` tokens + \`max_new_tokens\` must be <= ${contextTokens}. Given: ${tokens} \`inputs\` tokens and 64 \`max_new_tokens\``,
        ),
      ),
    ]);
    return server;
  },
};
