import { el, wholeLength } from './dom';

/**
 * Characters that cannot be seen, or that reorder what is seen: controls, bidi marks and overrides, zero-width
 * characters, fillers, tags; and marks piled upon marks, which cover the lines around. A joiner inside an emoji and
 * the marks that choose an emoji's look stay as they are. One after the other they count as one find.
 */
const unseen =
  /(?:(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|(?!\t|\n|\r|\u200D|\uFE0E|\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\uFFF9-\uFFFB])+|(?<=\p{M}{8})\p{M}+/gu;

/** In code also the spaces that look like a space and are none to a compiler. */
const oddSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/gu;

/** Whether a text holds characters that are shown by their names. Cheap: most text holds none. */
function hasUnseen(text: string): boolean {
  return text.search(unseen) >= 0;
}

/** Whether something in code is shown by its name. */
export function hasUnseenCode(code: string): boolean {
  return hasUnseen(code) || code.search(oddSpace) >= 0;
}

/** Where the find of this number ends in `text`; its length where there are fewer. Each find becomes an element. */
export function endOfUnseen(text: string, most: number): number {
  let count = 0;
  for (const { index, 0: chars } of text.matchAll(unseen)) {
    count += 1;
    if (count === most) return index + chars.length;
  }
  return text.length;
}

/** Longer ones are several: the browser lays a pile of marks out in time that grows with its square, in UTF-16 units. */
const longestTag = 256;

/** So many of the characters that follow one another are named. */
const namedTogether = 4;

function nameOf(chars: string): string {
  const all = Array.from(chars);
  const names = all
    .slice(0, namedTogether)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return names.join(' ') + (all.length > namedTogether ? ` … (${all.length})` : '');
}

/** The characters, still there to be selected and copied, isolated so that they reorder nothing, under their names. */
function tag(chars: string): HTMLElement {
  const name = nameOf(chars);
  return el('span', { class: 'unseen', 'data-name': name, role: 'img', 'aria-label': name }, chars);
}

/** The text as nodes, with what cannot be seen under its name. */
export function revealed(text: string, inCode = false): (Text | HTMLElement)[] {
  const found = [...text.matchAll(unseen), ...(inCode ? text.matchAll(oddSpace) : [])];
  if (found.length === 0) return text === '' ? [] : [new Text(text)];
  const nodes: (Text | HTMLElement)[] = [];
  let at = 0;
  for (const { index, 0: chars } of found.sort((a, b) => a.index - b.index)) {
    if (index > at) nodes.push(new Text(text.slice(at, index)));
    for (let rest = chars; rest !== '';) {
      const piece = rest.slice(0, wholeLength(rest, longestTag));
      nodes.push(tag(piece));
      rest = rest.slice(piece.length);
    }
    at = index + chars.length;
  }
  if (at < text.length) nodes.push(new Text(text.slice(at)));
  return nodes;
}

/** Shows what cannot be seen in all text below `root`. */
export function revealIn(root: Node): void {
  if (!hasUnseen(root.textContent ?? '')) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const node of texts) if (hasUnseen(node.data)) node.replaceWith(...revealed(node.data));
}
