import { endsInFence } from './fences';

/** A link whose address is still being written: only its words can be shown. */
const openLink = /!?\[([^[\]\n]*)\]\([^()\s]*$/;
/** Strong text whose end is still to come, with the space that may follow it for now. */
const openStrong = /(?:^|[\s([{«"'¿¡])\*\*(?=[^\s*])(?:(?!\*\*).)*$/;
/** Marks with nothing after them yet. */
const bareMarks = /(^|\s)(?:\*{1,3}|_{1,2}|`{1,2}|~~?|!?\[)$/;

/**
 * The last block of a text that is still being written, with inline marks closed or left out, so that bold
 * text is bold from its first letter and no asterisks flash by. Once the text is whole this is not used.
 */
export function closeMarks(block: string): string {
  if (endsInFence(block)) return block;
  const start = block.lastIndexOf('\n') + 1;
  const line = block.slice(start);
  const ticks = line.match(/`+/g) ?? [];
  if (ticks.length % 2 === 1) {
    const [last = ''] = ticks.slice(-1);
    return line.endsWith(last) ? block.slice(0, -last.length) : block + last;
  }
  // A lone mark may also begin a list, so the first one of a line stays.
  let shown = line.replace(bareMarks, (all, before: string) => (before === '' ? all : before));
  shown = shown.replace(openLink, '$1');
  if (openStrong.test(shown)) {
    const text = shown.replace(/[\s*]+$/, '');
    shown = `${text}**${shown.slice(text.length).replaceAll('*', '')}`;
  }
  return block.slice(0, start) + shown;
}
