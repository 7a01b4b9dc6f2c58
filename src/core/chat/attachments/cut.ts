import type { Attachment } from '../attachment';

/** Room that the fence and the line above an attachment take, in characters. */
export const frame = 200;

/**
 * The attachment as it fits into `characters` with its frame: itself, or whole lines of it where there is one that
 * fits. Of a terminal the end is kept, since the error stands there; of all else the beginning.
 */
export function cutAttachment(attachment: Attachment, characters: number): Attachment {
  const { text } = attachment;
  if (text.length + frame <= characters) return attachment;
  const room = Math.max(0, characters - frame);
  if (attachment.kind === 'terminal') return { ...attachment, text: endOf(text, room) };
  const head = beginningOf(text, room);
  if (attachment.kind !== 'code') return { ...attachment, text: head };
  return { ...attachment, text: head, lastLine: attachment.firstLine + head.split('\n').length - 1 };
}

function beginningOf(text: string, characters: number): string {
  const head = text.slice(0, characters);
  const end = head.lastIndexOf('\n');
  return end < 0 ? head : head.slice(0, end);
}

function endOf(text: string, characters: number): string {
  const tail = text.slice(text.length - characters);
  const start = tail.indexOf('\n');
  return start < 0 ? tail : tail.slice(start + 1);
}
