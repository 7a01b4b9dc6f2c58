import type { StringRule, Syntax } from '../language/programming/syntax';

/** A string or comment that a place stands in. */
export interface Inside {
  readonly comment: boolean;
  readonly close: string;
  readonly escapes: boolean;
  readonly multiline: boolean;
  /** What begins another of it inside, where they nest. */
  readonly nests?: string;
}

export interface Mark {
  readonly index: number;
  /** The bracket, or a closing word or tag. */
  readonly text: string;
}

/** What a text opens and closes, with strings and comments understood. */
export interface Scan {
  /** The text with comments blanked and strings turned into quotes, of the same length. */
  readonly code: string;
  /** Closing brackets without an opening one in the text, in order. */
  readonly unmatched: readonly Mark[];
  /** Opening brackets that are still open at the end, outermost first. */
  readonly open: readonly Mark[];
  /** The string or comment in which the text ends. */
  readonly inside: Inside | undefined;
}

export const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const closers = new Set([')', ']', '}']);

/** A quote that is not closed within so many lines is taken for something else. */
const longestString = 60;

const character = /'(?:\\[^\n]{1,9}?|[^'\\\n])'/y;
const regexLiteral = /\/(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const beforeRegex = /(?:^|[(,=:[!&|?{};~^<>]|\breturn|\bif|\bwhen|\band|\bor)[ \t]*$/;

/**
 * Reads a text as code of a language.
 * @param inside the string or comment in which the text begins.
 */
export function scan(text: string, syntax: Syntax, inside?: Inside): Scan {
  const reader = new Reader(text, syntax);
  return reader.read(inside);
}

class Reader {
  private readonly hidden: (readonly [from: number, to: number, by: string])[] = [];
  private readonly open: Mark[] = [];
  private readonly unmatched: Mark[] = [];
  private readonly starts: ReadonlyMap<string, readonly Start[]>;
  private readonly telling: Uint8Array;

  constructor(
    private readonly text: string,
    private readonly syntax: Syntax,
  ) {
    this.starts = startsOf(syntax);
    this.telling = tellingOf(syntax);
  }

  read(begun: Inside | undefined): Scan {
    const { text } = this;
    let index = 0;
    if (begun !== undefined) {
      const end = endOf(text, 0, begun);
      this.hidden.push([0, end ?? text.length, blankOf(begun)]);
      if (end === undefined) return this.result(begun);
      index = end;
    }
    while ((index = this.nextTelling(index)) < text.length) {
      const start = this.startAt(index);
      if (start === undefined) {
        this.bracket(index);
        index += 1;
        continue;
      }
      if (start.rule === undefined) {
        this.hidden.push([index, index + start.length, '"']);
        index += start.length;
        continue;
      }
      const from = index + start.length;
      const end = endOf(text, from, start.rule);
      if (end === undefined && !this.mayStayOpen(from, start.rule)) {
        index = from;
        continue;
      }
      this.hidden.push([index, end ?? text.length, blankOf(start.rule)]);
      if (end === undefined) return this.result(start.rule);
      index = end;
    }
    return this.result(undefined);
  }

  /** The next place at which anything can begin or end: most characters of a text are none. */
  private nextTelling(from: number): number {
    const { text, telling } = this;
    let index = from;
    while (index < text.length && telling[Math.min(text.charCodeAt(index), otherCharacter)] === 0) index += 1;
    return index;
  }

  /** What begins at a place: a comment, a string, a character, a regular expression. */
  private startAt(index: number): { length: number; rule: Inside | undefined } | undefined {
    const { text, syntax } = this;
    const at = text.charAt(index);
    for (const { open, rule, word, apart } of this.starts.get(at) ?? []) {
      if (!text.startsWith(open, index)) continue;
      if (at === '#' && /[\w$\\{]/.test(text.charAt(index - 1))) continue;
      if (at === '%' && text.charAt(index - 1) === '\\') continue;
      if (word && /\w/.test(text.charAt(index - 1))) continue;
      if (apart && /[\w.'")\]}]/.test(text.charAt(index - 1))) continue;
      return { length: open.length, rule };
    }
    if (at === "'" && syntax.characters) return literal(character, text, index);
    if (at === '/' && syntax.regex && beforeRegex.test(text.slice(Math.max(0, index - 12), index))) {
      return literal(regexLiteral, text, index);
    }
    return undefined;
  }

  private bracket(index: number): void {
    const at = this.text.charAt(index);
    if (at in closerOf) {
      this.open.push({ index, text: at });
    } else if (closers.has(at)) {
      const top = this.open.at(-1);
      if (top === undefined) this.unmatched.push({ index, text: at });
      else if (closerOf[top.text] === at) this.open.pop();
      else if (this.open.some((mark) => closerOf[mark.text] === at)) {
        while (closerOf[this.open.pop()?.text ?? ''] !== at);
      }
    }
  }

  /** A string of one line that the line does not close is one only on the text's last line. */
  private mayStayOpen(from: number, rule: Inside): boolean {
    const { text } = this;
    if (!rule.multiline) return !text.includes('\n', from);
    if (rule.comment || rule.close.length > 1) return true;
    let lines = 0;
    for (
      let at = text.indexOf('\n', from);
      at >= 0 && lines <= longestString;
      at = text.indexOf('\n', at + 1)
    ) {
      lines += 1;
    }
    return lines <= longestString;
  }

  private result(inside: Inside | undefined): Scan {
    const { text, hidden, unmatched, open } = this;
    let code: string | undefined;
    return {
      get code() {
        // Few of those who want to know the brackets read it.
        code ??= codeOf(text, hidden);
        return code;
      },
      unmatched,
      open,
      inside,
    };
  }
}

/** A text in which all that is hidden is replaced. */
function codeOf(text: string, hidden: readonly (readonly [from: number, to: number, by: string])[]): string {
  let code = '';
  let at = 0;
  for (const [from, to, by] of hidden) {
    code += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, by);
    at = to;
  }
  return code + text.slice(at);
}

/** What stands for the characters of a string or comment where only code counts. */
function blankOf({ comment }: Inside): string {
  return comment ? ' ' : '"';
}

interface Start {
  readonly open: string;
  readonly rule: Inside;
  readonly word: boolean;
  readonly apart: boolean;
}

const startTables = new WeakMap<Syntax, Map<string, Start[]>>();
const tellingTables = new WeakMap<Syntax, Uint8Array>();
/** Stands for all characters beyond ASCII. */
const otherCharacter = 128;

/** By a character's code, whether a string, a comment or a bracket can begin or end there. */
function tellingOf(syntax: Syntax): Uint8Array {
  const known = tellingTables.get(syntax);
  if (known !== undefined) return known;
  const table = new Uint8Array(otherCharacter + 1);
  const signs = [...startsOf(syntax).keys(), ...Object.keys(closerOf), ...closers];
  if (syntax.characters) signs.push("'");
  if (syntax.regex) signs.push('/');
  for (const sign of signs) table[Math.min(sign.charCodeAt(0), otherCharacter)] = 1;
  tellingTables.set(syntax, table);
  return table;
}

/** What may begin a string or comment, by its first character. */
function startsOf(syntax: Syntax): ReadonlyMap<string, readonly Start[]> {
  const known = startTables.get(syntax);
  if (known !== undefined) return known;
  const table = new Map<string, Start[]>();
  const add = (open: string, rule: Inside, apart = false): void => {
    const word = /^\w/.test(open);
    table.set(open.charAt(0), [...(table.get(open.charAt(0)) ?? []), { open, rule, word, apart }]);
  };
  for (const [open, close] of syntax.blockComments) {
    const rule = { comment: true, close, escapes: false, multiline: true };
    add(open, syntax.nested && open !== close ? { ...rule, nests: open } : rule);
  }
  for (const open of syntax.lineComments) {
    add(open, { comment: true, close: '\n', escapes: false, multiline: false });
  }
  for (const rule of syntax.strings) add(rule.open, ofString(rule), rule.apart);
  startTables.set(syntax, table);
  return table;
}

function ofString({ close, escapes, multiline }: StringRule): Inside {
  return { comment: false, close, escapes, multiline };
}

function literal(
  pattern: RegExp,
  text: string,
  index: number,
): { length: number; rule: undefined } | undefined {
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  return match === null ? undefined : { length: match[0].length, rule: undefined };
}

/** Where a string or comment ends, after its closing; a comment of one line ends before the line end. */
function endOf(text: string, from: number, rule: Inside): number | undefined {
  const { close, escapes, multiline, nests } = rule;
  if (close === '\n') {
    const end = text.indexOf('\n', from);
    return end < 0 ? undefined : end;
  }
  let limit = text.length;
  if (!multiline) {
    const lineEnd = text.indexOf('\n', from);
    if (lineEnd >= 0) limit = lineEnd;
  }
  let at = from;
  for (;;) {
    const end = text.indexOf(close, at);
    if (end < 0 || end >= limit) return undefined;
    if (nests !== undefined) {
      // Each one that is opened before has an end of its own.
      const inner = text.indexOf(nests, at);
      if (inner >= 0 && inner < end) {
        const innerEnd = endOf(text, inner + nests.length, rule);
        if (innerEnd === undefined) return undefined;
        at = innerEnd;
        continue;
      }
    }
    if (!escapes) return end + close.length;
    let slashes = 0;
    while (end - slashes - 1 >= from && text.charAt(end - slashes - 1) === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + close.length;
    at = end + 1;
  }
}
