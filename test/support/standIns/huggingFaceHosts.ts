import { unauthorized } from '../failures';
import { json, raw } from '../replies';
import { startScriptedServer } from '../scriptedServer';
import { guarded, loading, locked, onlyModels, openAiError, serveOpenAi, tooLong } from './standIn';
import type { StandIn } from './standIn';

const alia = 'BSC-LT/ALIA-40b-instruct_Q8_0';
const contextTokens = 16_384;

/** The HF router: lists every model's providers, to anybody; chats, and does nothing else. */
export const hfRouter: StandIn = {
  name: 'Hugging Face router',
  dialect: 'hf-router',
  address: 'https://router.huggingface.co/v1',
  model: `${alia}:publicai`,
  contextTokens,
  rawCompletion: false,
  tokenCount: false,
  tools: { usually: 'saysNo', canBeMade: true },
  neutral: { chat: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: true,
  async start(options = {}) {
    const server = await startScriptedServer({ noRoute: json({ error: 'Not Found' }, 404) });
    const entry = {
      id: alia,
      object: 'model',
      created: 1_780_000_000,
      owned_by: 'BSC-LT',
      architecture: { input_modalities: ['text'], output_modalities: ['text'] },
      providers: [
        {
          provider: 'publicai',
          status: 'live',
          context_length: contextTokens,
          supports_tools: options.tools === true,
        },
        { provider: 'other', status: 'live', context_length: 4_096, supports_tools: false },
      ],
    };
    server.route('GET /v1/models', json({ object: 'list', data: [entry] }));
    serveOpenAi(
      server,
      [
        locked(options.locked, json({ error: 'Invalid username or password.' }, 401)),
        loading(
          options.loading,
          json({ error: `Model ${alia} is currently loading`, estimated_time: 20 }, 503),
        ),
        onlyModels([alia, `${alia}:publicai`], (name) =>
          openAiError(400, `The requested model '${name}' does not exist`, {
            code: 'model_not_found',
            param: 'model',
          }),
        ),
        tooLong(contextTokens, (tokens) =>
          openAiError(400, `This model's maximum context length is ${contextTokens} tokens, not ${tokens}.`),
        ),
      ],
      false,
    );
    return server;
  },
};

/** PublicAI: wants to know who asks; chats, and does nothing else. The words of its errors are not established. */
export const publicAi: StandIn = {
  name: 'PublicAI',
  dialect: 'publicai',
  address: 'https://api.publicai.co/v1',
  model: 'BSC-LT/salamandra-7b-instruct-tools-16k',
  contextTokens: undefined,
  rawCompletion: false,
  tokenCount: false,
  tools: { usually: 'works', canBeMade: true },
  neutral: { chat: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: false,
  async start(options = {}) {
    const models = ['BSC-LT/salamandra-7b-instruct-tools-16k', alia];
    const server = await startScriptedServer();
    const lock = locked(options.locked, unauthorized('openAi'));
    const list = models.map((id) => ({ id, object: 'model', created: 1_677_610_602, owned_by: 'openai' }));
    server.route('GET /v1/models', guarded([lock], json({ data: list, object: 'list' })));
    serveOpenAi(
      server,
      [
        ({ headers }) =>
          headers['user-agent'] === undefined ? json({ error: 'User-Agent required' }, 403) : undefined,
        lock,
        onlyModels(models, (name) => openAiError(400, `Invalid model name passed in model=${name}`)),
        tooLong(contextTokens, (tokens) =>
          openAiError(400, `This model's maximum context length is ${contextTokens} tokens, not ${tokens}.`),
        ),
      ],
      false,
    );
    return server;
  },
};

/** An Inference Endpoint that hides its engine: 503 in general words while it wakes up. */
export const hfEndpoint: StandIn = {
  name: 'Hugging Face Inference Endpoint',
  dialect: 'hf-endpoint',
  address: 'https://abc123.eu-west-1.aws.endpoints.huggingface.cloud/v1',
  model: 'BSC-LT/salamandra-7b-instruct',
  contextTokens: undefined,
  rawCompletion: true,
  tokenCount: false,
  tools: { usually: 'works', canBeMade: true },
  neutral: {
    chat: { repetition_penalty: 1, repeat_penalty: 1 },
    completion: { repetition_penalty: 1, repeat_penalty: 1 },
  },
  canLock: true,
  saysLoading: true,
  async start(options = {}) {
    const server = await startScriptedServer({ noRoute: raw('', 404, {}) });
    const lock = locked(options.locked, json({ error: 'Authorization header is invalid' }, 401));
    const wait = loading(options.loading, json({ error: '503 Service Unavailable' }, 503));
    const entry = { id: 'BSC-LT/salamandra-7b-instruct', object: 'model', created: 0, owned_by: 'endpoint' };
    server.route('GET /v1/models', guarded([lock, wait], json({ object: 'list', data: [entry] })));
    serveOpenAi(server, [
      lock,
      wait,
      tooLong(8_192, (tokens) => openAiError(400, `maximum context length is 8192 tokens, not ${tokens}`)),
    ]);
    return server;
  },
};
