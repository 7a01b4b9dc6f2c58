/** The last lines of a text, without looking at those before them. */
export function lastLines(text: string, count: number): string[] {
  let start = text.length + 1;
  for (let line = 0; line < count && start > 0; line += 1)
    start = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
  return text.slice(start).split('\n');
}
