/** The window's start moves in steps of this share of it, so that the server's prefix cache holds meanwhile. */
const stepShare = 1 / 3;

/**
 * The last part of `text` that fits, from the start of a line. While the text grows its beginning stays where it
 * is, until it has to move: then it moves by a whole step.
 * @param most in characters.
 */
export function steppedWindow(text: string, most: number): string {
  if (text.length <= most) return text;
  const step = Math.max(1, Math.floor(most * stepShare));
  const cut = Math.ceil((text.length - most) / step) * step;
  const lineStart = text.indexOf('\n', cut - 1) + 1;
  return text.slice(lineStart === 0 ? cut : lineStart);
}
