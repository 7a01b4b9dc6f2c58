import { attachmentLabel, type Attachment } from '../attachment';
import { cutAttachment, frame } from './cut';

/** What of attachments does not go along for lack of room. */
export interface NotWhole {
  /** Labels of those of which only a part goes along. */
  readonly cut: readonly string[];
  /** Labels of those that there was no room for. */
  readonly leftOut: readonly string[];
}

/** Attachments made to fit, in their order. */
export interface Fitted extends NotWhole {
  readonly attachments: readonly Attachment[];
}

/** Below so many characters a part of an attachment tells nothing. */
const leastUseful = 80;

/**
 * Makes attachments fit into `characters`, frames included. Small ones come whole; the others share what is left in
 * equal parts, so that one large file does not push out the rest.
 */
export function fitAttachments(attachments: readonly Attachment[], characters: number): Fitted {
  const shares = new Map<Attachment, number>();
  const bySize = [...attachments].sort((a, b) => sizeOf(a) - sizeOf(b));
  let left = Math.max(0, characters);
  for (const [index, attachment] of bySize.entries()) {
    const share = Math.min(sizeOf(attachment), Math.floor(left / (bySize.length - index)));
    // What is too little for the one is left to the next.
    const useful = share >= Math.min(sizeOf(attachment), frame + leastUseful);
    shares.set(attachment, useful ? share : 0);
    if (useful) left -= share;
  }
  const fitted: Attachment[] = [];
  const cut: string[] = [];
  const leftOut: string[] = [];
  for (const attachment of attachments) {
    const share = shares.get(attachment) ?? 0;
    if (share === 0) {
      leftOut.push(attachmentLabel(attachment));
      continue;
    }
    const piece = cutAttachment(attachment, share);
    if (piece !== attachment) cut.push(attachmentLabel(attachment));
    fitted.push(piece);
  }
  return { attachments: fitted, cut, leftOut };
}

function sizeOf({ text }: Attachment): number {
  return text.length + frame;
}
