import type { DialectId } from '../../../src/core/endpoint/profile';
import { endlessAnswer, answer, json } from '../replies';
import type { Reply } from '../replies';
import type { RecordedRequest } from '../recordedRequest';
import type { ScriptedServer } from '../scriptedServer';
import { callsTool, toolCallStream } from './tools';

/** What the stand-ins say. */
export const chatText = '¡Hola! Això és una resposta: ñ, ç, 👋.';
export const completionText = 'return a + b';

/** A prompt or message with this word in it is answered without end. */
export const endless = 'sense-fi';

/** A key that the stand-ins know. */
export const goodKey = 'hf_good';

export interface StartOptions {
  /** Asks for `goodKey`. */
  readonly locked?: boolean;
  /** Answers as while the model is being loaded. */
  readonly loading?: boolean;
  /** Started so that tools work, where that takes a flag or another model. */
  readonly tools?: boolean;
  /** Has a template that raises on turns of tools. */
  readonly strict?: boolean;
}

/** A server that behaves, in what Aliada asks of it, as a real one does. */
export interface StandIn {
  readonly name: string;
  readonly dialect: DialectId;
  /** A model that it serves. */
  readonly model: string;
  /** Where it is in the world, when it is recognised by its address. */
  readonly address?: string;
  readonly version?: string;
  readonly contextTokens: number | undefined;
  readonly rawCompletion: boolean;
  readonly tokenCount: boolean;
  /** Whether it says of itself that tools work: as it is started usually, and with `tools`. */
  readonly tools: { readonly usually: 'works' | 'refuses' | 'saysNo'; readonly canBeMade: boolean };
  /** The fields that have to stand in a request's body, in the server's own spelling. */
  readonly neutral: {
    readonly chat: Readonly<Record<string, unknown>>;
    readonly completion?: Readonly<Record<string, unknown>>;
  };
  /** Of its routes, the ones that must not be asked for a raw continuation: they put a template around it. */
  readonly templated?: string;
  /** False where it accepts requests without a key, whatever is set. */
  readonly canLock: boolean;
  /** False where it listens only once the model is loaded, or loads it during the request. */
  readonly saysLoading: boolean;
  start(options?: StartOptions): Promise<ScriptedServer>;
}

/** What a server checks before it answers, in its order; the first reply that is not `undefined` is sent. */
export type Check = (request: RecordedRequest) => Reply | undefined;

/** A reply that is sent only when no check objects. */
export function guarded(checks: readonly Check[], reply: Reply): Reply {
  return (request) => {
    for (const check of checks) {
      const objection = check(request);
      if (objection !== undefined) return objection(request);
    }
    return reply(request);
  };
}

/** Objects to a request without the key. */
export function locked(locked: boolean | undefined, refusal: Reply): Check {
  return ({ headers }) =>
    locked === true && headers.authorization !== `Bearer ${goodKey}` ? refusal : undefined;
}

export function loading(loading: boolean | undefined, refusal: Reply): Check {
  return () => (loading === true ? refusal : undefined);
}

/** Objects to a prompt that is longer than the context, at four characters a token. */
export function tooLong(contextTokens: number, refusal: (tokens: number) => Reply): Check {
  return (request) => {
    const tokens = Math.ceil(promptOf(request).length / 4);
    return tokens > contextTokens ? refusal(tokens) : undefined;
  };
}

/** Objects to one field of the body. */
export function refusing(field: string, refusal: Reply): Check {
  return ({ body }) => (body[field] === undefined || body[field] === null ? undefined : refusal);
}

/** Objects to another model. */
export function onlyModels(models: readonly string[], refusal: (model: string) => Reply): Check {
  return ({ body }) => {
    const model = String(body.model);
    return models.includes(model) ? undefined : refusal(model);
  };
}

/** The stand-ins' answer, in OpenAI's form. */
const openAiAnswer: Reply = (request) => {
  if (promptOf(request).includes(endless)) return endlessAnswer('la ')(request);
  if (callsTool(request)) return toolCallStream(toolForm(request))(request);
  const isChat = request.path.endsWith('/chat/completions');
  return answer(isChat ? chatText : completionText)(request);
};

/** Each stand-in sends the calls of tools in one of the forms that are about: by the model that is asked. */
function toolForm({ body }: RecordedRequest): Parameters<typeof toolCallStream>[0] {
  if (body.model === 'BSC-LT/salamandra-7b-instruct') return 'oneObject';
  return body.model === 'alia-salamandra:40b' ? 'whole' : 'indexed';
}

/** Everything that a model would read. */
export function promptOf({ body }: RecordedRequest): string {
  const { prompt = '', messages = [] } = body;
  return prompt + messages.map(({ content }) => content).join('\n');
}

/** The two routes that generate, with the same checks in front of both. */
export function serveOpenAi(server: ScriptedServer, checks: readonly Check[], raw = true): void {
  server.route('POST /v1/chat/completions', guarded(checks, openAiAnswer));
  if (raw) server.route('POST /v1/completions', guarded(checks, openAiAnswer));
}

/** The list of models of vLLM and of SGLang, which took over its form. */
export function listOf(id: string, ownedBy: string, contextTokens: number): object {
  const created = 1_780_000_000;
  const entry = { id, object: 'model', created, owned_by: ownedBy, root: id, parent: null };
  return { object: 'list', data: [{ ...entry, max_model_len: contextTokens }] };
}

/** What the two have in common for a client. */
export const vllmLike = {
  rawCompletion: true,
  tokenCount: true,
  tools: { usually: 'works', canBeMade: true },
  neutral: { chat: { repetition_penalty: 1 }, completion: { repetition_penalty: 1 } },
  canLock: true,
  saysLoading: false,
} as const;

export const empty: Reply = () => [{ do: 'head', status: 200, headers: {} }];

export function openAiError(status: number, message: string, fields: object = {}): Reply {
  return json(
    { error: { message, type: 'invalid_request_error', param: null, code: null, ...fields } },
    status,
  );
}
