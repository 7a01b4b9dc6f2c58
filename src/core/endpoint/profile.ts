import type { ModelFacts } from '../models/catalogue';

/** The servers that Aliada tells apart. */
export type DialectId =
  | 'vllm'
  | 'sglang'
  | 'llama-server'
  | 'ollama'
  | 'tgi'
  | 'lm-studio'
  | 'hf-router'
  | 'hf-endpoint'
  | 'publicai'
  | 'openai-compatible';

/** How a server continues an answer that the client has begun. */
export type Prefill = 'continueFinalMessage' | 'trailingAssistant' | 'none';

/** What a server can do. True may also mean: not known to be unable. */
export interface Capabilities {
  readonly chat: boolean;
  /** Continues a text without putting a template around it. */
  readonly rawCompletion: boolean;
  /** Takes the text behind the gap along with the text before it. */
  readonly suffix: boolean;
  readonly prefill: Prefill;
  readonly tokenCount: boolean;
  readonly tools: boolean;
  readonly usageInStream: boolean;
}

/** Stands among the fields that a server refused for turns of a tool, which some templates of the family raise on. */
export const toolRole = 'messages.tool';

/** One model that a server offers. */
export interface ProfiledModel {
  readonly name: string;
  /** In tokens, where the server says it of this model. */
  readonly contextTokens?: number;
  /** Whether it can be given tools, where the server says it of this model. */
  readonly tools?: boolean;
  readonly facts: ModelFacts;
}

/** What is known of a server. */
export interface EndpointProfile {
  readonly dialect: DialectId;
  readonly version?: string;
  /** In the server's own order; empty where it lists none, or has not answered. */
  readonly models: readonly ProfiledModel[];
  /** In tokens: of the model that was asked about, or of the first that can be asked. */
  readonly contextTokens?: number;
  /** In tokens as `estimateTokens` counts them: what to plan for after a request that was too long. */
  readonly window?: number;
  /** Most texts at which the server agrees to stop. */
  readonly maxStops: number;
  readonly capabilities: Capabilities;
  /** Fields of a request that this server has refused, and that are left out from then on. */
  readonly refused: readonly string[];
}

/** What reality taught of a server, in contradiction to what it said or the table holds. */
export type Lesson =
  | { readonly kind: 'noChat' }
  | { readonly kind: 'noRawCompletion' }
  | { readonly kind: 'noTokenCount' }
  | { readonly kind: 'refuses'; readonly field: string }
  /** A request was too long. */
  | {
      readonly kind: 'tooLong';
      /** The context that the server named, in its own tokens. */
      readonly contextTokens: number | undefined;
      /** What to plan for, in estimated tokens. */
      readonly window: number;
    };

/** The profile as it is after a lesson. */
export function taught(profile: EndpointProfile, lesson: Lesson): EndpointProfile {
  const { capabilities } = profile;
  switch (lesson.kind) {
    case 'noChat':
      return { ...profile, capabilities: { ...capabilities, chat: false } };
    case 'noRawCompletion':
      return { ...profile, capabilities: { ...capabilities, rawCompletion: false } };
    case 'noTokenCount':
      return { ...profile, capabilities: { ...capabilities, tokenCount: false } };
    case 'tooLong': {
      const { contextTokens = profile.contextTokens, window } = lesson;
      return { ...profile, ...(contextTokens === undefined ? {} : { contextTokens }), window };
    }
    case 'refuses':
      return {
        ...profile,
        refused: [...new Set([...profile.refused, lesson.field])],
        capabilities: {
          ...capabilities,
          ...(lesson.field === 'suffix' ? { suffix: false } : {}),
          ...(lesson.field === 'tools' ? { tools: false } : {}),
          ...(lesson.field === 'stream_options' ? { usageInStream: false } : {}),
          ...(lesson.field === 'continue_final_message' ? { prefill: 'none' as const } : {}),
        },
      };
  }
}

/** Of a server that can do what most can, and says nothing of itself. */
export const plainProfile: EndpointProfile = {
  dialect: 'openai-compatible',
  models: [],
  maxStops: 4,
  capabilities: {
    chat: true,
    rawCompletion: true,
    suffix: false,
    prefill: 'none',
    tokenCount: false,
    tools: false,
    usageInStream: true,
  },
  refused: [],
};
