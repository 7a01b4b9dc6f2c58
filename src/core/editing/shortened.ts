/**
 * The diffs in so many characters: short ones whole, long ones cut file by file to what is left for each, at a line end.
 * @param mark stands where lines were left out.
 */
export function shortened(diffs: readonly string[], characters: number, mark: string): string {
  let left = characters;
  const fitted = new Map<number, string>();
  const shortFirst = diffs
    .map((text, index) => ({ text, index }))
    .sort((a, b) => a.text.length - b.text.length);
  shortFirst.forEach(({ text, index }, done) => {
    const share = Math.floor(left / (diffs.length - done));
    const kept = text.length <= share ? text : cutTo(text, share, mark);
    left -= kept.length + 1;
    fitted.set(index, kept);
  });
  return diffs
    .map((_, index) => fitted.get(index) ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

function cutTo(text: string, characters: number, mark: string): string {
  const head = text.slice(0, Math.max(0, characters - mark.length - 1));
  const end = head.lastIndexOf('\n');
  return end < 0 ? '' : `${head.slice(0, end)}\n${mark}`;
}
