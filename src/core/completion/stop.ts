import { isSingleLine } from './prompt';
import { lineBefore, nextLine, type CompletionRequest } from './request';

/** Most lines of one suggestion. */
const maxLines = 16;

/**
 * Where a growing suggestion is whole, in characters from its start, or `undefined` while it is not: at
 * the line end where only one line is wanted, before a line that already stands below the cursor, after
 * `maxLines`, or before a second blank line.
 * @param text what has been generated so far, with `\n` line ends.
 */
export function stopAt(text: string, request: CompletionRequest): number | undefined {
  const firstEnd = text.indexOf('\n');
  if (firstEnd < 0) return undefined;
  if (isSingleLine(request) && text.slice(0, firstEnd).trim() !== '') return firstEnd;
  const below = nextLine(request);
  if (below !== undefined && (lineBefore(request) + text.slice(0, firstEnd)).trimEnd() === below) return 0;
  let start = firstEnd + 1;
  for (let lines = 1; start <= text.length; lines += 1) {
    if (lines >= maxLines) return start - 1;
    const end = text.indexOf('\n', start);
    const whole = end >= 0;
    const line = text.slice(start, whole ? end : undefined).trimEnd();
    // A line that is still growing is compared only once it is whole: `}` may become `} else {`.
    if (whole && below !== undefined && line === below) return start - 1;
    if (text.slice(0, start).endsWith('\n\n\n')) return start - 3;
    if (!whole) return undefined;
    start = end + 1;
  }
  return undefined;
}
