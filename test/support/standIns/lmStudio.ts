import { json } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { onlyModels, openAiError, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

const model = 'salamandra-7b-instruct';
const contextTokens = 4_096;

/** LM Studio: answers 200 to routes that it does not have; loads a model when it is asked for. */
export const lmStudio: StandIn = {
  name: 'LM Studio',
  dialect: 'lm-studio',
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: false,
  tools: { usually: 'works', canBeMade: true },
  neutral: { chat: { repeat_penalty: 1 }, completion: { repeat_penalty: 1 } },
  canLock: false,
  saysLoading: false,
  async start() {
    const noRoute = json({ error: 'Unexpected endpoint or method. (GET /). Returning 200 anyway' });
    const server = await startScriptedServer({ noRoute });
    server.route(
      'GET /v1/models',
      json({
        data: [
          { id: 'text-embedding-nomic-embed-text-v1.5', object: 'model', owned_by: 'organization_owner' },
          { id: model, object: 'model', owned_by: 'organization_owner' },
        ],
        object: 'list',
      }),
    );
    const native = { publisher: 'BSC-LT', arch: 'llama', compatibility_type: 'gguf', quantization: 'Q4_K_M' };
    server.route(
      'GET /api/v0/models',
      json({
        object: 'list',
        data: [
          {
            id: model,
            object: 'model',
            type: 'llm',
            ...native,
            state: 'loaded',
            max_context_length: 8_192,
            loaded_context_length: contextTokens,
          },
        ],
      }),
    );
    serveOpenAi(server, [
      onlyModels([model], (name) =>
        openAiError(404, `Model "${name}" not found`, { code: 'model_not_found', param: 'model' }),
      ),
      tooLong(contextTokens, (tokens) =>
        json(
          {
            error: `The number of tokens to keep from the initial prompt is greater than the context length (${tokens} > ${contextTokens}).`,
          },
          400,
        ),
      ),
    ]);
    return server;
  },
};
