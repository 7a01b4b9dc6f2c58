/** A piece of the document that the question was about. */
export interface Hint {
  /** Counted from 1, both included; where it stood when it was sent. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
}

/** Lines counted from 0, the end not included. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The document as it would be with `code` in it. Where the code belongs is a guess that a person looks at before
 * anything changes: all of it, the piece that the question was about, the block that begins with the same line, or
 * the line of the cursor.
 * @param cursor a line, counted from 0.
 */
export function withCode(document: string, code: string, hint: Hint | undefined, cursor: number): string {
  const lines = document.split('\n');
  const fresh = code.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const place = placeOf(lines, fresh, hint, cursor);
  const before = lines.slice(0, place.start);
  const after = lines.slice(place.end);
  const put = likeTheFirst(fresh, lines.slice(place.start, place.end));
  const isWhole = place.start === 0 && place.end === lines.length;
  return [...before, ...put, ...after].join('\n') + (isWhole && document.endsWith('\n') ? '\n' : '');
}

function placeOf(
  lines: readonly string[],
  fresh: readonly string[],
  hint: Hint | undefined,
  cursor: number,
): Place {
  const whole = { start: 0, end: lines.length };
  if (lines.every((line) => line.trim() === '')) return whole;
  const asked = hint && placeOfHint(lines, hint);
  const isPart = asked !== undefined && telling(outside(lines, asked)).length > 0;
  const rest = isPart ? outside(lines, asked) : lines;
  if (shareIn(rest, fresh) >= 0.6) return whole;
  if (isPart) return asked;
  const at = Math.min(cursor, lines.length);
  return blockLike(lines, fresh) ?? { start: at, end: at };
}

function outside(lines: readonly string[], { start, end }: Place): string[] {
  return [...lines.slice(0, start), ...lines.slice(end)];
}

/** Lines that say something: a bracket alone is in every file. */
function telling(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => /\w.*\w/.test(line));
}

/** How much of `lines` is in `fresh`, from 0 to 1. */
function shareIn(lines: readonly string[], fresh: readonly string[]): number {
  const wanted = telling(lines);
  const there = new Set(telling(fresh));
  return wanted.length === 0 ? 0 : wanted.filter((line) => there.has(line)).length / wanted.length;
}

/** Where the piece is now: where it was, or in the one place that reads the same. */
function placeOfHint(lines: readonly string[], { firstLine, lastLine, text }: Hint): Place | undefined {
  const wanted = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.trim());
  const fits = (start: number): boolean =>
    wanted.every((line, index) => lines[start + index]?.trim() === line);
  const was = { start: firstLine - 1, end: lastLine };
  if (fits(was.start)) return was;
  // A selection may begin and end within a line.
  const inner = lines.slice(was.start, was.end).join('\n');
  if (inner.includes(text)) return was;
  const found = lines.flatMap((_, index) => (fits(index) ? [index] : []));
  const [start] = found;
  return start !== undefined && found.length === 1 ? { start, end: start + wanted.length } : undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The block that begins with the same line, such as a function under its old head, to its end by indentation. */
function blockLike(lines: readonly string[], fresh: readonly string[]): Place | undefined {
  const head = fresh.find((line) => line.trim() !== '')?.trim() ?? '';
  const found = lines.flatMap((line, index) => (line.trim() === head ? [index] : []));
  const [start] = found;
  if (start === undefined || found.length !== 1 || telling([head]).length === 0) return undefined;
  const indent = indentOf(lines[start] ?? '');
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (line.trim() !== '' && indentOf(line) <= indent) break;
    end++;
  }
  // The line that closes the block belongs to it where the code closes it, too.
  const closing = lines[end]?.trim();
  if (closing !== undefined && closing !== '' && closing === fresh.at(-1)?.trim())
    return { start, end: end + 1 };
  while (end > start + 1 && lines[end - 1]?.trim() === '') end--;
  return { start, end };
}

/** The code as deep as what it takes the place of. */
function likeTheFirst(fresh: readonly string[], old: readonly string[]): readonly string[] {
  const model = old.find((line) => line.trim() !== '');
  const own = fresh.find((line) => line.trim() !== '');
  if (model === undefined || own === undefined || indentOf(own) > 0) return fresh;
  const indent = model.slice(0, indentOf(model));
  return fresh.map((line) => (line.trim() === '' ? line : indent + line));
}
