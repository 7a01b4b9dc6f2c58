import type { CompletionCall } from '../endpoint/endpoint';
import { charactersIn, contextTokens } from '../models/budget';
import { restOfLine, type CompletionRequest } from './request';

/** Most tokens of a suggestion of one line, and of several. */
const lineTokens = 48;
const blockTokens = 128;

/** Share of the context that is filled with the text before the cursor; a long prompt answers late. */
const prefixCharacters = charactersIn(contextTokens / 4);

/**
 * The window's start moves in steps of this many characters, so that the server's prefix cache holds
 * from one keystroke to the next.
 */
const step = prefixCharacters / 4;

/**
 * The raw text that a base model continues: what stands before the cursor and nothing else. The models of
 * this family were never taught to fill a gap; a fill-in-the-middle token would only be noise.
 */
export function completionCall(request: CompletionRequest): CompletionCall {
  const single = isSingleLine(request);
  return {
    prompt: window(request.prefix),
    automatic: request.trigger === 'automatic',
    temperature: 0.1,
    maxTokens: single ? lineTokens : blockTokens,
    stop: single ? ['\n'] : ['\n\n\n'],
  };
}

/** With text behind the cursor, the suggestion has to end on the same line. */
export function isSingleLine(request: CompletionRequest): boolean {
  return restOfLine(request).trim() !== '';
}

/** The last part of `prefix` that fits the budget, from the start of a line. */
function window(prefix: string): string {
  if (prefix.length <= prefixCharacters) return prefix;
  const cut = Math.ceil((prefix.length - prefixCharacters) / step) * step;
  const lineStart = prefix.indexOf('\n', cut) + 1;
  return prefix.slice(lineStart === 0 ? cut : lineStart);
}
