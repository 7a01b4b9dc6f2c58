import { askJson } from './evidence';
import { asObject, numberIn, objectIn, textIn } from './json';
import type { Fetch } from './transport';

/** What Ollama tells of a model. */
export interface OllamaModel {
  /** The context that we ask Ollama to provide, in tokens. */
  readonly contextTokens: number;
  readonly tools: boolean;
  readonly suffix: boolean;
}

/**
 * The context that is asked for, in tokens, where the model's owner set none: Ollama's own default of 4,096
 * is too little, and all that a model was trained for takes more memory than many a laptop has.
 */
export const usualContext = 8_192;

/** `POST /api/show`: reads the model's description, loads nothing. `undefined` where it does not answer. */
export async function showOllama(
  root: string,
  model: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<OllamaModel | undefined> {
  let shown;
  try {
    shown = asObject(await askJson(`${root}/api/show`, fetch, signal, { model }));
  } catch {
    // The table and the usual figures serve as well; a model that is missing shows when it is asked.
    return undefined;
  }
  const info = objectIn(shown, 'model_info');
  const trained = numberIn(info, `${textIn(info, 'general.architecture') ?? 'llama'}.context_length`);
  const set = Number(/^num_ctx\s+(\d+)/m.exec(textIn(shown, 'parameters') ?? '')?.[1] ?? 0);
  const abilities = shown?.capabilities;
  const able = (what: string): boolean => Array.isArray(abilities) && abilities.includes(what);
  return {
    contextTokens: set > 0 ? set : Math.min(trained ?? usualContext, usualContext),
    tools: able('tools'),
    suffix: able('insert'),
  };
}
