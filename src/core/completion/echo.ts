import { lastLines } from './lines';
import type { Surroundings } from './surroundings';

/** Most lines before the cursor that a model is expected to say again. */
const mostLines = 40;

/**
 * How many characters at the start of a text only repeat what stands before the cursor: the cursor's line, with or
 * without its indentation, alone or after lines above it.
 */
export function echoed(text: string, { head, prefix }: Surroundings): number {
  const lines = lastLines(prefix, mostLines + 1);
  const own = lines.pop() ?? '';
  const said = text.split('\n');
  const line = echoOfLine(text, head);
  // Lines above the cursor's, then the cursor's.
  for (let count = Math.min(lines.length, said.length - 1); count > 0; count -= 1) {
    const repeated = lines.slice(-count);
    const first = skipBlank(said, repeated);
    if (first === undefined) continue;
    const length = said.slice(0, first + count).reduce((sum, each) => sum + each.length + 1, 0);
    if (!isTelling(repeated, own)) continue;
    const then = text.slice(length);
    if (own.trim() === '') {
      return length + (then.startsWith(own) ? own.length : 0);
    }
    const after = then.trimStart();
    if (after.startsWith(own.trim())) {
      const at = length + then.length - after.length + own.trim().length;
      return at + (own.endsWith(' ') && text.charAt(at) === ' ' ? 1 : 0);
    }
  }
  return line;
}

function echoOfLine(text: string, head: string): number {
  return echoOfWholeLine(text, head) || echoOfWord(text, head);
}

/** The beginning of a word that the cursor stands in, where the text says the word from its start. */
function echoOfWord(text: string, head: string): number {
  const begun = /(?<![\p{L}\p{N}_$])[\p{L}_$]{3,}$/u.exec(head)?.[0];
  if (begun === undefined || !text.startsWith(begun)) return 0;
  return /^[\p{L}\p{N}_$]/u.test(text.slice(begun.length)) ? begun.length : 0;
}

function echoOfWholeLine(text: string, head: string): number {
  const own = head.trim();
  if (own.length < 3 || !/[\p{L}\p{N}]{2}/u.test(own)) return 0;
  const white = /^\s*/.exec(text)?.[0].length ?? 0;
  if (!text.startsWith(own, white)) return 0;
  if (own.length < 6 && /^[\w$]+$/.test(own) && text.slice(0, white) === '') return 0;
  const at = white + own.length;
  const spaces = head.length - head.trimEnd().length;
  if (/\w$/.test(own) && spaces === 0 && /^\w/.test(text.slice(at))) return at;
  return at + (spaces > 0 && text.startsWith(head.slice(-spaces), at) ? spaces : 0);
}

/** The line of `said` with which `repeated` begins, after blank ones at most. */
function skipBlank(said: readonly string[], repeated: readonly string[]): number | undefined {
  let first = 0;
  while (first < said.length && said[first]?.trim() === '' && repeated[0]?.trim() !== '') first += 1;
  const fits = repeated.every((line, index) => line.trim() === said[first + index]?.trim());
  return fits ? first : undefined;
}

/** True where the same lines are no chance. */
function isTelling(lines: readonly string[], own: string): boolean {
  const letters = [...lines, own].join('').replace(/[^\p{L}\p{N}]/gu, '').length;
  const full = [...lines, own].filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
  const opens = /[:{([]\s*$|\b(?:then|do|is|begin)\s*$/.test(lines.at(-1) ?? '');
  if (full >= 2) return letters >= 8;
  return letters >= (opens ? 4 : 12);
}
