import type { Block, RichBlock } from './markdown';
import { endOfUnseen } from './unseen';

/** A list is drawn in parts of about this length, in UTF-16 units, so that a long one is not drawn whole each time. */
const listPart = 4096;
/** A block that stays longer than this is shown as plain text, in UTF-16 units. */
const longest = 16_384;

/** From this length on it matters what a block is made of, in UTF-16 units. */
const longEnough = 4096;
/** With more finds of what cannot be seen a block is shown as plain text: each is an element, drawn anew each time. */
const mostUnseen = 500;
/** The same where so much of it is marks: reading them takes the square of their number. No text of people has these. */
const mostMarks = 0.4;
const marks = /[*_`[\]!<>~]/g;

/** Where a list that has grown long may be cut: before an item, at the same place however the text arrived. */
export interface ListCut {
  /** Units from the beginning of the list. */
  readonly at: number;
  /** The number of the item there, in a list with numbers. */
  readonly number?: number;
}

/** @returns nothing while the list is short, or its next item not there yet. */
export function listCut(block: Block): ListCut | undefined {
  if (block.kind !== 'rich' || block.raw.length <= listPart) return undefined;
  const list = block.tokens[0];
  if (list?.type !== 'ordered_list_open' && list?.type !== 'bullet_list_open') return undefined;
  const item = itemAfter(block);
  if (item === undefined) return undefined;
  const ordered = list.type === 'ordered_list_open';
  return { at: item.at, ...(ordered ? { number: Number(list.attrGet('start') ?? 1) + item.index } : {}) };
}

function itemAfter({ tokens, raw }: RichBlock): { at: number; index: number } | undefined {
  const first = tokens[0]?.map?.[0] ?? 0;
  let line = 0;
  let at = 0;
  let index = -1;
  for (const token of tokens) {
    if (token.type !== 'list_item_open' || token.level !== 1) continue;
    index += 1;
    for (const wanted = (token.map?.[0] ?? first) - first; line < wanted; line++)
      at = raw.indexOf('\n', at) + 1;
    // The line must have ended: until then it may turn into something else.
    if (at >= listPart) return raw.includes('\n', at) ? { at, index } : undefined;
  }
  return undefined;
}

/** Whether a block is too long to be drawn as what it is. Fenced code never is: it grows line by line. */
export function isTooLong({ kind, raw }: Block): boolean {
  if (kind === 'code' && !/^(?: {4}| {0,3}\t)/.test(raw)) return false;
  return raw.length > longest || (raw.length > longEnough && isDense(raw));
}

function isDense(raw: string): boolean {
  const inMarks = raw.match(marks)?.length ?? 0;
  return inMarks > raw.length * mostMarks || endOfUnseen(raw, mostUnseen) < raw.length;
}

/** Where plain text that began as a block too long ends: after the next empty line. -1 while none has come. */
export function plainEnd(source: string, from = longest): number {
  const found = /\n[ \t]*\n/.exec(source.slice(from));
  return found ? from + found.index + found[0].length : -1;
}
