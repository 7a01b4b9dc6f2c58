import { pick } from './random.mjs';

/**
 * A gap in a true file.
 *
 * @typedef {object} Gap
 * @property {string} kind what stands in the gap
 * @property {number} from
 * @property {number} to
 */

/** @typedef {{ start: number, end: number, text: string, indent: number }} Line */

/**
 * @param {string} text
 * @returns {Line[]}
 */
export function linesOf(text) {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = {
      start,
      end: start + line.length,
      text: line,
      indent: line.length - line.trimStart().length,
    };
    start += line.length + 1;
    return found;
  });
}

/** @type {Line} */
const noLine = { start: 0, end: 0, text: '', indent: 0 };

/** @param {Line[]} lines @param {number} index @returns {Line} an empty line where there is none */
function lineAt(lines, index) {
  return lines[index] ?? noLine;
}

const word = /[\p{L}\p{N}_]/u;

/**
 * Ways to leave a gap at a line; each returns `undefined` where the line has no such place.
 *
 * @type {Record<string, (lines: Line[], at: number, text: string, random: () => number) => [number, number] | undefined>}
 */
const finders = {
  endOfLine: (lines, at, text, random) => {
    const line = lineAt(lines, at);
    const cut = boundary(line, text, random);
    return cut === undefined ? undefined : [cut, line.end];
  },
  insideLine: (lines, at, text, random) => {
    const line = lineAt(lines, at);
    const first = boundary(line, text, random);
    const second = boundary(line, text, random);
    if (first === undefined || second === undefined || first === second) return undefined;
    return first < second ? [first, second] : [second, first];
  },
  argument: (lines, at, _text, random) => {
    const line = lineAt(lines, at);
    const pairs = [...line.text.matchAll(/[([{]([^()[\]{}]*(?:\([^()]*\)[^()[\]{}]*)*)[)\]}]/g)].filter(
      (match) => (match[1] ?? '').trim().length > 1,
    );
    if (pairs.length === 0) return undefined;
    const match = pick(pairs, random);
    const from = line.start + match.index + 1;
    return [from, from + (match[1] ?? '').length];
  },
  string: (lines, at, _text, random) => {
    const line = lineAt(lines, at);
    const found = [...line.text.matchAll(/(["'])([^"'\\]{4,})\1/g)];
    if (found.length === 0) return undefined;
    const match = pick(found, random);
    const from = line.start + match.index + 1;
    const skip = random() < 0.5 ? 0 : Math.floor((match[2] ?? '').length / 2);
    return [from + skip, from + (match[2] ?? '').length];
  },
  comment: (lines, at, _text, random) => {
    const line = lineAt(lines, at);
    const match = /^\s*(?:\/\/|#|--|%|;+|!|\*|\(\*|\/\*)[ \t]+(?=\S{2})/.exec(line.text);
    if (match === null || line.text.length - match[0].length < 12) return undefined;
    const spaces = [...line.text.matchAll(/ /g)]
      .map((space) => space.index)
      .filter((i) => i >= match[0].length);
    const from = spaces.length > 0 && random() < 0.7 ? pick(spaces, random) + 1 : match[0].length;
    return [line.start + from, line.start + line.text.trimEnd().length];
  },
  wholeLine: (lines, at) => [lineAt(lines, at).start + lineAt(lines, at).indent, lineAt(lines, at).end],
  severalLines: (lines, at, _text, random) => {
    const last = Math.min(lines.length - 2, at + 1 + Math.floor(random() * 3));
    if (last <= at) return undefined;
    for (let index = at; index <= last; index += 1) {
      if (lineAt(lines, index).text.trim() !== '' && lineAt(lines, index).indent < lineAt(lines, at).indent)
        return undefined;
    }
    if (lineAt(lines, last).text.trim() === '') return undefined;
    return [lineAt(lines, at).start + lineAt(lines, at).indent, lineAt(lines, last).end];
  },
  body: (lines, at) => {
    const last = lastOfBody(lines, at);
    const first = at + 1;
    if (last === undefined || lineAt(lines, first).text.trim() === '') return undefined;
    return [lineAt(lines, first).start + lineAt(lines, first).indent, lineAt(lines, last).end];
  },
  bodyFromHeader: (lines, at) => {
    const last = lastOfBody(lines, at);
    return last === undefined ? undefined : [lineAt(lines, at).end, lineAt(lines, last).end];
  },
  bodyFromMargin: (lines, at) => {
    const last = lastOfBody(lines, at);
    return last === undefined ? undefined : [lineAt(lines, at + 1).start, lineAt(lines, last).end];
  },
  bodyAndCloser: (lines, at) => {
    const last = lastOfBody(lines, at);
    if (last === undefined) return undefined;
    const closer = lineAt(lines, last + 1);
    if (closer.indent !== lineAt(lines, at).indent) return undefined;
    if (!/^(?:[})\]]+[;,)]*|end\b.*|fi|done|esac)$/i.test(closer.text.trim())) return undefined;
    return [lineAt(lines, at + 1).start + lineAt(lines, at + 1).indent, closer.end];
  },
  insertLine: (lines, at) => {
    const next = lineAt(lines, at + 1);
    if (next.text.trim() === '' || next.indent !== lineAt(lines, at).indent) return undefined;
    return [lineAt(lines, at).start, next.start];
  },
};

export const kinds = Object.keys(finders);

/**
 * A gap of a kind in a text, at a random line; `undefined` where none was found after some tries.
 *
 * @param {string} text
 * @param {Line[]} lines
 * @param {string} kind
 * @param {() => number} random
 * @returns {Gap | undefined}
 */
export function gapOf(text, lines, kind, random) {
  const find = finders[kind];
  if (find === undefined) return undefined;
  for (let tries = 0; tries < 40; tries += 1) {
    const at = 1 + Math.floor(random() * (lines.length - 2));
    if (lineAt(lines, at).text.trim() === '') continue;
    const found = find(lines, at, text, random);
    if (found === undefined) continue;
    const [from, to] = found;
    const middle = text.slice(from, to);
    if (middle.trim() === '' || middle.length > 1_200 || middle.split('\n').length > 24) continue;
    return { kind, from, to };
  }
  return undefined;
}

/** @param {Line[]} lines @param {number} at @returns {number | undefined} */
function lastOfBody(lines, at) {
  const { indent, text } = lineAt(lines, at);
  if (
    !/[:{([]\s*$|\b(?:then|do|is|begin|loop|=)\s*$|^\s*(?:def|function|sub|subroutine|class|module|if|for|while)\b/i.test(
      text,
    )
  ) {
    return undefined;
  }
  let last;
  for (let index = at + 1; index < lines.length && index < at + 25; index += 1) {
    if (lineAt(lines, index).text.trim() === '') continue;
    if (lineAt(lines, index).indent <= indent) return last;
    last = index;
  }
  return undefined;
}

/** @param {Line} line @param {string} text @param {() => number} random @returns {number | undefined} */
function boundary(line, text, random) {
  const places = [];
  for (
    let index = line.start + line.indent + 1;
    index < line.start + line.text.trimEnd().length;
    index += 1
  ) {
    if (!word.test(text.charAt(index - 1)) || !word.test(text.charAt(index))) places.push(index);
  }
  return places.length === 0 ? undefined : pick(places, random);
}
