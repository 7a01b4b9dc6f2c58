import { syntaxOf } from '../language/programming/syntaxOf';
import { indentedLike } from './indentation';

/** What an answer says so far. */
export interface AnswerCode {
  /** The code in it, without its fence and what is said around it. */
  readonly code: string;
  /** True where the fence has closed: what comes after it is talk. */
  readonly isWhole: boolean;
  /** True where no fence stands around it: it may be code, or nothing but words. */
  readonly isBare: boolean;
}

/**
 * The code of an answer that was asked to be nothing but one block.
 * @param fence what the block was asked to be fenced by.
 */
export function answerCode(answer: string, fence: string): AnswerCode {
  const lines = answer.split('\n');
  const opens = lines.findIndex((line) => isFence(line, fence));
  if (opens < 0) return { code: withoutTalk(answer), isWhole: false, isBare: true };
  const mark = /^\s*(`{3,}|~{3,})/.exec(lines[opens] ?? '')?.[1] ?? fence;
  const inside = lines.slice(opens + 1);
  const closes = inside.findIndex((line) => line.trim() === mark);
  const code = closes < 0 ? withoutHalfFence(inside, mark) : inside.slice(0, closes);
  // Code that was begun may come without any fence before its end, and that one alone.
  const isEndOnly = opens > 0 && (lines[opens] ?? '').trim() === mark && inside.join('').trim() === '';
  if (isEndOnly) {
    const before = withoutTalk(lines.slice(0, opens).join('\n'));
    return { code: before, isWhole: true, isBare: false };
  }
  return { code: code.join('\n'), isWhole: closes >= 0, isBare: false };
}

/** The code as it takes the place of the piece: at the piece's indentation, and ending as it does. */
export function inPlaceOf(code: string, piece: string): string {
  if (piece.trim() === '') return indentedLike(trimmedLines(code), piece === '' ? '' : `${piece}x`);
  const leading = /^(?:[ \t]*\n)*/.exec(piece)?.[0] ?? '';
  const trailing = /(?:\n[ \t]*)*$/.exec(piece)?.[0] ?? '';
  const text = trimmedLines(code);
  return text === '' ? '' : leading + indentedLike(text, piece) + trailing;
}

/**
 * True where an answer without a fence is words: it shares no line with the piece, and reads like a sentence. In a
 * document that is prose itself nobody can tell.
 */
export function isWords(code: string, piece: string, languageId: string): boolean {
  if (syntaxOf(languageId, piece).blocks === 'prose') return false;
  const own = new Set(piece.split('\n').map((line) => line.trim()));
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  if (lines.some((line) => own.has(line.trim()))) return false;
  const [first = ''] = lines;
  const words = first.trim().split(/\s+/);
  return words.length >= 5 && /^[¿¡«"]?\p{Lu}/u.test(first.trim()) && !/[;{}=<>]|\w\(|^\s*[#/*-]/.test(first);
}

function isFence(line: string, fence: string): boolean {
  const mark = /^\s*(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
  return mark !== undefined && (mark.startsWith('~') || mark.length >= Math.min(3, fence.length));
}

/** Without a last line that may become the closing fence. */
function withoutHalfFence(lines: readonly string[], mark: string): readonly string[] {
  const last = lines.at(-1)?.trim() ?? '';
  return last !== '' && mark.startsWith(last) ? lines.slice(0, -1) : lines;
}

/** Without "Here is the code:" above it. */
function withoutTalk(answer: string): string {
  const [said, ...rest] = answer.split(/\n[ \t]*\n/);
  const isTalk =
    rest.length > 0 &&
    said !== undefined &&
    /^\s*\p{L}[^\n;{}()=]*:\s*$/u.test(said) &&
    said.trim().includes(' ');
  return isTalk ? answer.slice(answer.indexOf('\n', said.length) + 1) : answer;
}

/** Without blank lines at both ends. */
function trimmedLines(text: string): string {
  return text
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/(?:\n[ \t]*)+$/, '')
    .replace(/^[ \t]+$/, '');
}
