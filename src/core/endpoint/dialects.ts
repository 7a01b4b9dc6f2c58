import type { Evidence } from './evidence';
import { booleanIn, numberIn, objectIn, textIn } from './json';
import type { Capabilities, DialectId } from './profile';

/** How a server counts tokens: `POST` of this body to `<root>/tokenize`. */
type Counting = (text: string, model: string) => object;

type Fields = Readonly<Record<string, unknown>>;

/** One kind of server: how it is told from others, and how it differs for a client. */
export interface Dialect {
  readonly id: DialectId;
  /** Its name, as people know it. */
  readonly label: string;
  /** For a service in the world: where it is. */
  readonly host?: RegExp;
  /** By what it answers. */
  readonly recognises?: (seen: Evidence) => boolean;
  readonly version?: (seen: Evidence) => string | undefined;
  /** The server's own figure for its context, in tokens, beside what its list of models says. */
  readonly contextTokens?: (seen: Evidence) => number | undefined;
  /** Whether it takes tools, where it says so. */
  readonly tools?: (seen: Evidence) => boolean | undefined;
  /** A repetition penalty that changes nothing, in this server's spelling, and what else must be said. */
  readonly extras: { readonly chat: Fields; readonly completion: Fields };
  readonly maxStops: number;
  readonly capabilities: Omit<Capabilities, 'tokenCount'>;
  readonly counting?: Counting;
  /** What goes along with a conversation whose last message is the beginning of the answer. */
  readonly prefillFields?: Fields;
  /** Below the root; answers 200 when the server is ready. */
  readonly readiness: string;
  /** True where a 503 in whatever words means that the model is being loaded. */
  readonly wakesUp?: boolean;
}

/** OpenAI's own limit, which gateways enforce. */
const fewStops = 4;
const manyStops = 16;

const openAi = {
  chat: true,
  rawCompletion: true,
  suffix: false,
  prefill: 'none',
  tools: true,
  usageInStream: true,
} as const;

/**
 * Salamandra's `generation_config` sets a repetition penalty of 1.2, which vLLM and SGLang apply where the
 * request says nothing, and which spoils code.
 */
const repetitionPenalty = { repetition_penalty: 1 };
const repeatPenalty = { repeat_penalty: 1 };

const ownedBy = (seen: Evidence, owner: string): boolean =>
  seen.models.some((model) => model.owned_by === owner);

/** In the order in which they are tried: what proves itself before what is guessed from few signs. */
const dialects: readonly Dialect[] = [
  {
    id: 'hf-router',
    label: 'Hugging Face router',
    // Only the router lists the providers of each model.
    host: /^router\.huggingface\.co$/,
    recognises: ({ models }) => models.some(({ providers }) => Array.isArray(providers)),
    extras: { chat: repetitionPenalty, completion: repetitionPenalty },
    maxStops: fewStops,
    capabilities: { ...openAi, rawCompletion: false },
    readiness: '/v1/models',
  },
  {
    id: 'publicai',
    label: 'PublicAI',
    host: /(^|\.)publicai\.co$/,
    extras: { chat: repetitionPenalty, completion: repetitionPenalty },
    maxStops: fewStops,
    capabilities: { ...openAi, rawCompletion: false },
    readiness: '/v1/models',
  },
  {
    id: 'tgi',
    label: 'Text Generation Inference',
    recognises: ({ info }) =>
      textIn(info, 'router') === 'text-generation-router' ||
      (textIn(info, 'model_id') !== undefined && numberIn(info, 'max_total_tokens') !== undefined),
    version: ({ info }) => textIn(info, 'version'),
    contextTokens: ({ info }) => numberIn(info, 'max_total_tokens'),
    extras: {
      // router/src/lib.rs: a chat's repetition penalty is `presence_penalty + 2`, so 0 would mean 2; it has no
      // field of its own there, as it has in /v1/completions.
      chat: { presence_penalty: -1 },
      completion: repetitionPenalty,
    },
    maxStops: fewStops,
    capabilities: { ...openAi, prefill: 'trailingAssistant' },
    counting: (inputs) => ({ inputs }),
    readiness: '/health',
  },
  {
    id: 'sglang',
    label: 'SGLang',
    recognises: (seen) => ownedBy(seen, 'sglang') || textIn(seen.modelInfo, 'model_path') !== undefined,
    extras: { chat: repetitionPenalty, completion: repetitionPenalty },
    maxStops: manyStops,
    capabilities: { ...openAi, prefill: 'continueFinalMessage' },
    counting: (prompt, model) => ({ model, prompt }),
    prefillFields: { continue_final_message: true },
    readiness: '/health',
  },
  {
    id: 'llama-server',
    label: 'llama.cpp',
    recognises: (seen) =>
      ownedBy(seen, 'llamacpp') || objectIn(seen.props, 'default_generation_settings') !== undefined,
    version: ({ props }) => textIn(props, 'build_info'),
    // Of one slot: what one request may use.
    contextTokens: ({ props }) => numberIn(objectIn(props, 'default_generation_settings'), 'n_ctx'),
    // Of the template; where it cannot, tools are accepted and dropped without a word (common/jinja/caps.h).
    tools: ({ props }) => booleanIn(objectIn(props, 'chat_template_caps'), 'supports_tools'),
    extras: {
      chat: { ...repeatPenalty, cache_prompt: true },
      completion: { ...repeatPenalty, cache_prompt: true },
    },
    maxStops: manyStops,
    capabilities: { ...openAi, prefill: 'trailingAssistant' },
    counting: (content) => ({ content }),
    readiness: '/health',
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    recognises: ({ lmStudio }) =>
      lmStudio.some((model) => textIn(model, 'state') !== undefined || 'max_context_length' in model),
    extras: { chat: repeatPenalty, completion: repeatPenalty },
    maxStops: fewStops,
    capabilities: openAi,
    readiness: '/v1/models',
  },
  {
    id: 'ollama',
    label: 'Ollama',
    // llama-server imitates some of Ollama's routes, but not this one.
    recognises: ({ ollama }) => textIn(ollama, 'version') !== undefined,
    version: ({ ollama }) => textIn(ollama, 'version'),
    // Inside `options` of its native API: see ollama.ts.
    extras: { chat: repeatPenalty, completion: repeatPenalty },
    maxStops: manyStops,
    capabilities: openAi,
    readiness: '/api/version',
  },
  {
    id: 'vllm',
    label: 'vLLM',
    // The version alone counts only where the list is closed to us: other servers have one there as well.
    recognises: (seen) =>
      ownedBy(seen, 'vllm') || (seen.models.length === 0 && textIn(seen.version, 'version') !== undefined),
    version: ({ version }) => textIn(version, 'version'),
    extras: { chat: repetitionPenalty, completion: repetitionPenalty },
    maxStops: manyStops,
    capabilities: { ...openAi, prefill: 'continueFinalMessage' },
    counting: (prompt, model) => ({ model, prompt }),
    prefillFields: { add_generation_prompt: false, continue_final_message: true },
    readiness: '/health',
  },
  {
    // Behind it stands one of the engines above, which is recognised first where it lets itself be seen.
    id: 'hf-endpoint',
    label: 'Hugging Face Inference Endpoint',
    host: /\.endpoints\.huggingface\.cloud$/,
    extras: {
      chat: { ...repetitionPenalty, ...repeatPenalty },
      completion: { ...repetitionPenalty, ...repeatPenalty },
    },
    maxStops: fewStops,
    capabilities: openAi,
    readiness: '/health',
    wakesUp: true,
  },
  {
    id: 'openai-compatible',
    label: 'OpenAI-compatible',
    // Both spellings: most servers ignore the one they do not know; one that refuses it is remembered.
    extras: {
      chat: { ...repetitionPenalty, ...repeatPenalty },
      completion: { ...repetitionPenalty, ...repeatPenalty },
    },
    maxStops: fewStops,
    // Until one learns otherwise.
    capabilities: { ...openAi, suffix: true },
    readiness: '/v1/models',
  },
];

/** The dialect of what was seen; the generic one fits everything. */
export function recogniseDialect(seen: Evidence): Dialect {
  const fits = ({ host, recognises }: Dialect): boolean =>
    host?.test(seen.host) === true || recognises?.(seen) === true;
  return dialects.find(fits) ?? dialectOf('openai-compatible');
}

/**
 * True for a service that is known by its address and needs no more questions than the list of its models:
 * they would only count against the person's quota. Of an Inference Endpoint the engine is still unknown.
 */
export function isKnownService(host: string): boolean {
  return dialects.some((dialect) => dialect.host?.test(host) === true && dialect.wakesUp !== true);
}

/** A row of the table. */
export function dialectOf(id: DialectId): Dialect {
  const dialect = dialects.find((one) => one.id === id);
  if (dialect === undefined) throw new Error(`no such dialect: ${id}`);
  return dialect;
}
