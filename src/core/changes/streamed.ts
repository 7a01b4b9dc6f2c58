/**
 * What is shown of a text that is still being written in place of another: what has come, and behind it the lines of the
 * old one that it has not reached yet. Only to look at: it is nothing that somebody meant.
 */
export function unfinished(old: string, written: string): string {
  const lines = written.split('\n');
  // Behind a line end nothing of the next line has come yet.
  if (lines.at(-1) === '') lines.pop();
  return [...lines, ...old.split('\n').slice(lines.length)].join('\n');
}

/** A text with `\n` for every line end. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A whole text that ends as the one does that it takes the place of: with a line end, or without. */
export function endingLike(text: string, old: string): string {
  const bare = text.replace(/\n+$/, '');
  if (old === '') return bare === '' ? '' : `${bare}\n`;
  const ends = /\n+$/.exec(old)?.[0] ?? '';
  return bare + ends;
}
