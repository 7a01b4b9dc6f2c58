import type { OpenText } from './openText';
import { longestLine, pieceOf } from './piece';

/** A definition that is no longer than this is taken whole. In lines. */
const shortest = 8;
/** Lines that a head may run over, brackets still open. */
const longestHead = 8;
/** Lines of a body that are looked at for its members, and members that are taken. */
const longestBody = 120;
const mostMembers = 8;
/** Characters of one definition. */
const mostCharacters = 480;

/** What has members that say how it is used. */
const container =
  /\b(?:class|interface|struct|enum|trait|protocol|record|object|module|namespace|type|impl|union|message|contract)\b/;

/**
 * A definition as small as it can be and still say how its name is used: its head, and of a class or an interface
 * the heads of its members.
 * @param line where it begins.
 * @param end its last line, where that is known.
 * @returns an empty text where there is nothing to say.
 */
export function signatureAt(text: OpenText, line: number, end: number | undefined): string {
  if (end !== undefined && end > line && end - line < shortest)
    return pieceOf(text, line, end, mostCharacters);
  const head = headEnd(text, line);
  const members = container.test(lineOf(text, line)) ? membersBelow(text, line, head, end) : [];
  const piece = pieceOf(text, line, head, mostCharacters);
  let length = piece.length;
  const taken = members.filter((member) => (length += member.length + 1) <= mostCharacters);
  return [piece, ...taken].join('\n');
}

/** The last line of what begins at `line`: the first one after which no bracket but a block's is open. */
function headEnd(text: OpenText, line: number): number {
  let open = 0;
  for (let at = line; at < Math.min(line + longestHead, text.lineCount); at += 1) {
    const code = lineOf(text, at);
    open += (code.match(/[([]/g)?.length ?? 0) - (code.match(/[)\]]/g)?.length ?? 0);
    // A decorator stands before what it decorates.
    if (open <= 0 && !/^\s*@/.test(code) && !/[,\\]\s*$/.test(code)) return at;
  }
  return line;
}

/** First lines of what stands one level deeper, under the head. */
function membersBelow(
  text: OpenText,
  line: number,
  head: number,
  end: number | undefined,
): readonly string[] {
  const base = indentOf(lineOf(text, line));
  const last = Math.min(end ?? Infinity, head + longestBody, text.lineCount - 1);
  const members: string[] = [];
  let level: number | undefined;
  for (let at = head + 1; at <= last && members.length < mostMembers; at += 1) {
    const code = lineOf(text, at).trimEnd();
    if (code.trim() === '') continue;
    const indent = indentOf(code);
    if (indent <= base) break;
    level ??= indent;
    if (indent !== level || !/\p{L}/u.test(code) || /^\s*(?:\/\/|\/?\*|#|"""|'''|--|!|@)/.test(code))
      continue;
    members.push(`  ${code.trim()}`);
  }
  return members;
}

function lineOf(text: OpenText, line: number): string {
  return text.line(line).slice(0, longestLine);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
