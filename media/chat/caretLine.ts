import { el } from './dom';

/**
 * Whether the cursor of a field stands on its first line (`by` −1) or on its last (`by` 1). Where lines wrap the field
 * tells nobody, so its text is laid out once more, out of sight, in a box of the same style.
 */
export function isOnEdgeLine(input: HTMLTextAreaElement, by: -1 | 1): boolean {
  const { selectionStart, value } = input;
  const cursor = el('span', {}, '\u200b');
  const mirror = el('div', { class: 'mirror', 'aria-hidden': 'true' });
  mirror.append(value.slice(0, selectionStart), cursor, value.slice(selectionStart));
  mirror.style.width = `${input.clientWidth}px`;
  input.after(mirror);
  const line = cursor.offsetHeight;
  const { paddingTop, paddingBottom } = getComputedStyle(mirror);
  const above = cursor.offsetTop - Number.parseFloat(paddingTop);
  const below = mirror.clientHeight - Number.parseFloat(paddingBottom) - cursor.offsetTop - line;
  mirror.remove();
  return (by < 0 ? above : below) < line / 2;
}
