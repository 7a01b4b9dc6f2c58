import { isFailure, type Failure } from '../endpoint/describe';
import type { ChatMessage, Endpoint } from '../endpoint/endpoint';
import { LanguageGuard } from '../language/spoken/guard';
import type { IdentifiedLanguage } from '../language/spoken/identify';
import type { AnswerLanguage } from '../language/spoken/languages';
import { answerTokensIn, estimateTokens } from '../models/budget';
import { recognise } from '../models/catalogue';
import { blocksOf } from './blocks';
import { promptsFor } from './prompts/forLanguage';
import { translatorPrompt } from './translatorPrompt';

/** What happens while an answer is translated. The last event is `done` or `failed`. */
export type TranslationEvent =
  /** The answer as it is now: a paragraph more of it is translated. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly error: Failure };

/**
 * Translates an answer into `language`, a paragraph at a time; code, and what is in that language already, is left
 * alone. Never throws; stopping by the signal ends in `failed` with reason `aborted`.
 */
export async function* translate(
  markdown: string,
  language: AnswerLanguage,
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TranslationEvent> {
  const blocks = blocksOf(markdown).map(({ text }) => text);
  const kinds = blocksOf(markdown).map(({ kind }) => kind);
  try {
    for (const [index, block] of blocks.entries()) {
      const from = kinds[index] === 'text' ? foreignIn(block, language) : undefined;
      if (from === undefined) continue;
      const translated = await ask(block.trim(), from, language, endpoint, signal);
      if (translated === '') continue;
      blocks[index] = block.replace(block.trim(), () => translated);
      yield { type: 'text', text: blocks.join('') };
    }
    yield { type: 'done' };
  } catch (error) {
    if (!isFailure(error)) throw error;
    yield { type: 'failed', error };
  }
}

/** The language that a paragraph seems to be in; `undefined` where it is the one that is wanted, or there is no prose. */
function foreignIn(block: string, language: AnswerLanguage): IdentifiedLanguage | 'unknown' | undefined {
  if (!/\p{L}/u.test(block.replace(/`[^`\n]*`/g, ''))) return undefined;
  const guard = new LanguageGuard(language);
  guard.push(block);
  const found = guard.end();
  if (found.verdict === 'right') return undefined;
  return found.verdict === 'wrong' ? found.language : 'unknown';
}

async function ask(
  text: string,
  from: IdentifiedLanguage | 'unknown',
  to: AnswerLanguage,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<string> {
  const { role, sampling } = recognise(endpoint.model ?? '');
  const content =
    role === 'translation'
      ? translatorPrompt(text, from === 'unknown' ? undefined : from, to)
      : `${promptsFor(to).translate}\n\n${text}`;
  const messages: readonly ChatMessage[] = [{ role: 'user', content }];
  const window = await endpoint.contextWindow(signal);
  const maxTokens = Math.min(answerTokensIn(window), estimateTokens(text) * 2 + 64);
  let translated = '';
  for await (const event of endpoint.chat({ messages, ...sampling, maxTokens, stop: [] }, signal)) {
    if (event.type === 'text') translated += event.text;
  }
  return translated.trim();
}
