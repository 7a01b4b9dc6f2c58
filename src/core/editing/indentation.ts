/**
 * Gives a changed piece the indentation that the piece had: models often begin at the margin, or indent by spaces where
 * the file has tabs. Blank lines stay blank.
 */
export function indentedLike(text: string, piece: string): string {
  const base = commonIndent(piece.split('\n'));
  const lines = inTabs(text.split('\n'), piece);
  const [first = '', ...rest] = lines;
  const [pieceFirst = '', ...pieceRest] = piece.split('\n');
  const indentOfFirst = indentOf(first);
  // Only the first line lost its indentation, as the text of an answer does at its very beginning.
  const onlyFirst =
    indentOfFirst === '' &&
    first.trim() !== '' &&
    indentOf(pieceFirst) !== '' &&
    rest.some((line) => line.trim() !== '') &&
    pieceRest.some((line) => line.trim() !== '') &&
    commonIndent(rest).length >= commonIndent(pieceRest).length;
  if (onlyFirst) return [indentOf(pieceFirst) + first, ...rest].join('\n');
  const own = commonIndent(lines);
  if (own === base) return lines.join('\n');
  return lines.map((line) => (line.trim() === '' ? line : base + line.slice(own.length))).join('\n');
}

function commonIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map(indentOf);
  return indents.reduce((common, indent) => {
    let same = 0;
    while (same < common.length && common[same] === indent[same]) same += 1;
    return common.slice(0, same);
  }, indents[0] ?? '');
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Lines indented by spaces as a piece that is indented by tabs alone. */
function inTabs(lines: readonly string[], piece: string): readonly string[] {
  const isTabs = /^\t/m.test(piece) && !/^ /m.test(piece);
  const widths = lines.flatMap((line) => (/^ +\S/.test(line) ? [indentOf(line).length] : []));
  if (!isTabs || widths.length === 0 || lines.some((line) => line.startsWith('\t'))) return lines;
  const unit = Math.min(...widths);
  return lines.map((line) => {
    const { length } = /^ */.exec(line)?.[0] ?? '';
    return '\t'.repeat(Math.floor(length / unit)) + ' '.repeat(length % unit) + line.slice(length);
  });
}
