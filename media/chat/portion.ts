import { endOfUnseen } from './unseen';

/** So much of a text that is there at once is taken up in one go, in UTF-16 units; the rest in the next frames. */
const atOnce = 24_000;
/** The same in lines: each may be a block of its own. */
const linesAtOnce = 250;
/** The same in finds of what cannot be seen: each is an element of its own. */
const unseenAtOnce = 1000;

/** Where the part of `text` ends that is taken up in one go. */
export function portion(text: string): number {
  const end = linesOf(text);
  return endOfUnseen(text.slice(0, end), unseenAtOnce);
}

function linesOf(text: string): number {
  let end = -1;
  for (let line = 0; line < linesAtOnce; line++) {
    const next = text.slice(end + 1, atOnce).search(/[\r\n]/);
    if (next < 0) return Math.min(atOnce, text.length);
    end += 1 + next;
  }
  return end + 1;
}
