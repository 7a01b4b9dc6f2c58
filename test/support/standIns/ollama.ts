import { answer, json, raw } from '../replies';
import type { Reply } from '../replies';
import type { RecordedRequest } from '../recordedRequest';
import { startScriptedServer } from '../scriptedServer';
import type { Step } from '../steps';
import { callsTool, toolInput, toolName, withoutTools } from './tools';
import {
  chatText,
  completionText,
  endless,
  guarded,
  onlyModels,
  promptOf,
  refusing,
  tooLong,
  type StandIn,
} from './standIn';

const model = 'hdnh2006/salamandra-7b-instruct:latest';
const contextTokens = 8_192;

/**
 * Ollama 0.12.6 with a community model. Its `/v1` puts the template around a raw prompt and drops
 * `repeat_penalty`; with `truncate: false` its native routes refuse what is too long.
 */
export const ollama: StandIn = {
  name: 'Ollama',
  dialect: 'ollama',
  version: '0.12.6',
  model,
  contextTokens,
  rawCompletion: true,
  tokenCount: false,
  tools: { usually: 'saysNo', canBeMade: true },
  neutral: { chat: { repeat_penalty: 1 }, completion: { repeat_penalty: 1 } },
  templated: '/v1/completions',
  canLock: false,
  saysLoading: false,
  async start(options = {}) {
    const server = await startScriptedServer({
      noRoute: raw('404 page not found', 404, { 'content-type': 'text/plain' }),
    });
    const entry = { id: model, object: 'model', created: 1_780_000_000, owned_by: 'hdnh2006' };
    server.route('GET /v1/models', json({ object: 'list', data: [entry] }));
    server.route('GET /api/version', json({ version: '0.12.6' }));
    server.route('GET /api/tags', json({ models: [{ name: model, model, size: 4_900_000_000 }] }));
    server.route(
      'POST /api/show',
      json({
        parameters: 'stop                           "<|im_end|>"\nrepeat_penalty                 1.2',
        template: '{{ .Prompt }}',
        details: { format: 'gguf', family: 'llama', parameter_size: '7.8B', quantization_level: 'Q4_K_M' },
        model_info: { 'general.architecture': 'llama', 'llama.context_length': contextTokens },
        capabilities: options.tools === true ? ['completion', 'tools'] : ['completion'],
      }),
    );
    const checks = [
      onlyModels([model], (name) => json({ error: `model '${name}' not found` }, 404)),
      refusing('suffix', json({ error: `registry.ollama.ai/${model} does not support insert` }, 400)),
    ];
    if (options.tools !== true) {
      checks.push(withoutTools(json({ error: `registry.ollama.ai/${model} does not support tools` }, 400)));
    }
    const refused = tooLong(contextTokens, () =>
      json({ error: 'the input length exceeds the context length' }, 400),
    );
    // Without `truncate: false` the beginning of the prompt is cut off, and nobody is told.
    const honest = (request: RecordedRequest): Reply | undefined =>
      request.body.truncate === false ? refused(request) : undefined;
    server.route('POST /api/generate', guarded([...checks, honest], native));
    server.route('POST /api/chat', guarded([...checks, honest], native));
    server.route('POST /v1/completions', guarded(checks, answer('Sure! Here is how you could go on: …')));
    server.route('POST /v1/chat/completions', guarded(checks, answer(chatText)));
    return server;
  },
};

const ndjson = { 'content-type': 'application/x-ndjson' };

const native: Reply = (request) => {
  const isChat = request.path === '/api/chat';
  const isRaw = isChat || request.body.raw === true;
  if (promptOf(request).includes(endless)) {
    return [
      { do: 'head', status: 200, headers: ndjson },
      { do: 'send', bytes: line(piece(isChat, 'la ')) },
      { do: 'wait', ms: 5 },
      { do: 'repeat', steps: 2 },
    ];
  }
  if (callsTool(request)) {
    // Arguments are an object, and the call comes in one piece; 0.12.6 gives it no id.
    const tool_calls = [{ function: { name: toolName, arguments: toolInput } }];
    const call = { ...piece(true, ''), message: { role: 'assistant', content: '', tool_calls } };
    const last = {
      ...piece(true, ''),
      done: true,
      done_reason: 'stop',
      prompt_eval_count: 90,
      eval_count: 20,
    };
    return [
      { do: 'head', status: 200, headers: ndjson },
      { do: 'send', bytes: line(call) },
      { do: 'send', bytes: line(last) },
    ];
  }
  const text = isChat ? chatText : isRaw ? completionText : 'Sure! Here is how you could go on: …';
  const sends: Step[] = Array.from(text, (letter) => ({ do: 'send', bytes: line(piece(isChat, letter)) }));
  const end = {
    ...piece(isChat, ''),
    done: true,
    done_reason: 'stop',
    total_duration: 1_000_000,
    load_duration: 1_000,
    prompt_eval_count: Math.ceil(promptOf(request).length / 4),
    eval_count: Math.ceil(text.length / 4),
  };
  return [{ do: 'head', status: 200, headers: ndjson }, ...sends, { do: 'send', bytes: line(end) }];
};

function piece(isChat: boolean, text: string): object {
  const said = isChat ? { message: { role: 'assistant', content: text } } : { response: text };
  return { model, created_at: '2026-05-29T00:00:00.000000Z', ...said, done: false };
}

function line(data: object): string {
  return `${JSON.stringify(data)}\n`;
}
