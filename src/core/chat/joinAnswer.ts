import { blocksOf } from './blocks';

/** A beginning of an answer, ready to be continued. */
export interface Begun {
  /** What stays of it, and what the continuation joins on to. */
  readonly kept: string;
  /** It ends inside a block of code that is still open. */
  readonly inCode: boolean;
}

/** A word or a line of code that is longer is no word or line: nothing of it is given up. In characters. */
const longestPiece = 200;

/**
 * The part of a broken-off answer that is certain. A model that is asked to go on begins with a whole word, and in
 * code with a whole line, so what was broken off in the middle is left for it to write again.
 * @param exact the server goes on letter by letter from what it is given: then only blanks at the end are left out.
 */
export function begunAnswer(text: string, exact: boolean): Begun {
  const inCode = endsInCode(text);
  if (exact) return { kept: text.trimEnd(), inCode };
  const end = inCode ? text.lastIndexOf('\n') + 1 : text.search(/\S*$/);
  return { kept: text.length - end > longestPiece ? text : text.slice(0, end), inCode };
}

/** Whether a Markdown text ends inside fenced code. */
function endsInCode(text: string): boolean {
  const last = blocksOf(text).at(-1);
  if (last?.kind !== 'code') return false;
  const mark = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})/.exec(last.text)?.[1];
  if (mark === undefined) return false;
  const lines = last.text.trimEnd().split('\n');
  const closing = lines.at(-1)?.trim() ?? '';
  return lines.length === 1 || !(closing.startsWith(mark) && /^[`~]+$/.test(closing));
}

/** How much of a continuation is looked at before any of it is shown, in characters. */
export const joiningCharacters = 160;

const opening = /^(?:[^\n]{0,120}\n+)?[ \t]*(?:`{3,}|~{3,})[^\n`]*\n/;

/**
 * The beginning of a continuation as it joins on to what is kept: without a fence opened anew inside open code, without
 * what is there already, without a second line end or blank.
 */
export function joinTo({ kept, inCode }: Begun, text: string): string {
  const unfenced = inCode ? text.replace(opening, '') : text;
  const rest = unfenced.slice(overlap(kept, unfenced));
  if (kept.endsWith('\n') || kept === '') return rest.replace(inCode ? /^(?:[ \t]*\n)+/ : /^\s+/, '');
  return kept.endsWith(' ') ? rest.replace(/^[ \t]+/, '') : rest;
}

/** So many characters that are there twice are no chance; fewer only where they are whole lines. */
const notByChance = 16;

/** How many characters at the beginning of `text` say again how `kept` ends. */
function overlap(kept: string, text: string): number {
  for (let length = Math.min(kept.length, text.length); length > 3; length -= 1) {
    if (!kept.endsWith(text.slice(0, length))) continue;
    const start = kept.length - length;
    const whole = (start === 0 || kept[start - 1] === '\n') && text[length - 1] === '\n';
    if (length >= notByChance || whole) return length;
  }
  return 0;
}
