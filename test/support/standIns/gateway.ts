import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { guarded, locked, onlyModels, openAiError, refusing, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

const model = 'alia-salamandra:40b';
const contextTokens = 32_768;

/**
 * A strict gateway of the kind of LiteLLM: refuses every field that OpenAI does not have, one at a time and
 * each in another shape.
 */
export const gateway: StandIn = {
  name: 'a strict gateway',
  dialect: 'openai-compatible',
  model,
  contextTokens: undefined,
  rawCompletion: true,
  tokenCount: false,
  tools: { usually: 'works', canBeMade: true },
  neutral: { chat: { repetition_penalty: 1 }, completion: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: false,
  async start(options = {}) {
    const server = await startScriptedServer();
    const lock = locked(
      options.locked,
      openAiError(401, 'Authentication Error, No api key passed in.', { type: 'auth_error', code: '401' }),
    );
    const entry = { id: model, object: 'model', created: 1_677_610_602, owned_by: 'openai' };
    server.route('GET /v1/models', guarded([lock], json({ data: [entry], object: 'list' })));
    serveOpenAi(server, [
      lock,
      onlyModels([model], (name) => openAiError(400, `Invalid model name passed in model=${name}`)),
      refusing(
        'repeat_penalty',
        json(
          {
            detail: [
              {
                type: 'extra_forbidden',
                loc: ['body', 'repeat_penalty'],
                msg: 'Extra inputs are not permitted',
                input: 1,
              },
            ],
          },
          422,
        ),
      ),
      refusing(
        'suffix',
        openAiError(400, "litellm.UnsupportedParamsError: openai does not support parameters: ['suffix']", {
          code: '400',
        }),
      ),
      tooLong(contextTokens, (tokens) =>
        openAiError(
          400,
          `litellm.ContextWindowExceededError: This model's maximum context length is ${contextTokens} tokens. However, you requested ${tokens} tokens.`,
          { code: '400' },
        ),
      ),
    ]);
    return server;
  },
};
