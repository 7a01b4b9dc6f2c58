import { closesBlock, opensBlock } from './blocks';
import type { IndentStyle } from './indentation';
import { scan } from './scan';
import type { Line, Surroundings } from './surroundings';

/** Headers whose body may be one line that stands deeper, without a brace. */
const openHeader = /^\s*(?:\}?\s*else\s+)?(?:if|for|while|foreach|elseif)\b.*\)\s*$|\belse\s*$/;

/**
 * How little the indentation of a line fits the line before it: 0 where it is as the language and the file have it,
 * 1 where that would be odd, 2 where it breaks the block.
 */
export function misfit(before: Line, line: Line, place: Surroundings): number {
  const { style, syntax } = place;
  const step = line.indent - before.indent;
  const { code, open, unmatched } = scan(before.text, syntax);
  const stars = /^\s*\*/;
  if (stars.test(before.text) && stars.test(line.text)) return step === 0 ? 0 : 1.5;
  if (code.trim() === '' || isLoose(before.text) || isLoose(line.text)) return 0;
  // Where a bracket of an earlier line is closed, that line's indentation counts, and it is not known here.
  const closesEarlier = unmatched.length > 0 && !/^\s*[)\]}]/.test(code);
  if (closesEarlier) return 0;
  const closes = closesBlock(line.text, syntax);
  const goesOn = syntax.middle.test(line.text.trim());
  if (opensBlock(before.text, syntax)) {
    if (closes || goesOn) return step === 0 ? 0 : step < 0 ? 2 : oddity(step, style);
    if (step === 0 && line.text.trim().startsWith('- ')) return 0;
    return step <= 0 ? 2 : oddity(step, style);
  }
  if (open.length > 0 || step === 0) return 0;
  if (step < 0) {
    if (closes) return oddity(-step, style) / 2;
    if (goesOn || syntax.blocks === 'indent') return 0.3;
    return -step % style.unit === 0 ? 0.4 : 1;
  }
  if (openHeader.test(code)) return oddity(step, style);
  const isComplete = syntax.blocks === 'indent' || endsWithLine(place) || /[;}]\s*$/.test(code);
  if (isComplete && !/[,+\-*/|&=.\\(<?:]\s*$/.test(code)) return 1.5;
  return step % style.unit === 0 ? 0.3 : 0.8;
}

/** True where a statement of a language of words ends with its line, and with no sign. */
function endsWithLine({ syntax, above, below }: Surroundings): boolean {
  const isSign = ({ text }: Line): boolean => text.endsWith(';');
  return syntax.blocks === 'words' && above.length > 2 && !above.some(isSign) && !below.some(isSign);
}

/** Lines that stand where they like: of the preprocessor, of a comment in stars. */
export function isLoose(line: string): boolean {
  return /^\s*(?:#|\*|\/[/*]|--|;|%|=\w)/.test(line);
}

/** How odd a step is in a file: a whole unit is not, less or a multiple is a little, other steps are. */
function oddity(step: number, { unit }: IndentStyle): number {
  if (step === unit) return 0;
  return step < unit || (step % unit === 0 && step <= 8) ? 0.4 : 1.3;
}

/**
 * How little a text's lines fit the bracket that is open at the cursor: what is inside stands deeper than the line
 * that opens it, and what closes it as deep.
 * @param fixed how many lines stand where they are.
 */
export function misfitInside(lines: readonly Line[], fixed: number, place: Surroundings): number {
  const { open, syntax, above } = place;
  const around = open.at(-1);
  const last = lines.at(-1);
  if (
    syntax.blocks === 'words' &&
    last !== undefined &&
    lines.length > fixed &&
    closesBlock(last.text, syntax)
  ) {
    return [...above, ...lines.slice(0, -1)].some(({ indent }) => indent === last.indent) ? 0 : 1;
  }
  if (around === undefined) return 0;
  // A bracket at the end of its line makes a block.
  if (around.text !== '{' && !/^[ \t]*\n/.test(place.prefix.slice(around.index + 1))) return 0;
  let depth = 0;
  for (const [index, { text, indent }] of lines.entries()) {
    const { unmatched, open: opened } = scan(text, syntax);
    if (index < fixed) {
      depth += opened.length - unmatched.length;
      if (depth < 0) return 0;
      continue;
    }
    if (depth === 0 && /^\s*[)\]}]/.test(text)) return indent === around.indent ? 0 : 1.5;
    if (depth === 0 && indent <= around.indent && !isLoose(text) && !text.endsWith(':')) return 2;
    depth += opened.length - unmatched.length;
    if (depth < 0) return 0;
  }
  return 0;
}
