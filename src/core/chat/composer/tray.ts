import { isSameAttachment, type Attachment } from '../attachment';

/** One thing in the tray, with the name that messages call it by. */
export interface TrayEntry {
  readonly id: string;
  readonly attachment: Attachment;
}

/** What a person has attached to the next question, beside the selection. */
export class AttachmentTray {
  private list: readonly TrayEntry[] = [];
  private count = 0;

  get entries(): readonly TrayEntry[] {
    return this.list;
  }

  get attachments(): readonly Attachment[] {
    return this.list.map(({ attachment }) => attachment);
  }

  /** Adds what is not there yet; the same thing with another text takes the place of the old one. */
  add(attachments: readonly Attachment[]): void {
    for (const attachment of attachments) {
      if (this.list.some((entry) => isSameAttachment(entry.attachment, attachment))) continue;
      this.count += 1;
      const others = this.list.filter((entry) => !isSamePlace(entry.attachment, attachment));
      this.list = [...others, { id: `a${this.count}`, attachment }];
    }
  }

  remove(id: string): void {
    this.list = this.list.filter((entry) => entry.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}

/** True where both say what one place holds, be it now or earlier. */
function isSamePlace(a: Attachment, b: Attachment): boolean {
  if (a.kind === 'code' && b.kind === 'code') {
    return a.path === b.path && a.firstLine === b.firstLine && a.lastLine === b.lastLine;
  }
  // Two pieces of one terminal are two things; all else is read whole.
  return a.kind !== 'code' && a.kind !== 'terminal' && b.kind === a.kind && b.name === a.name;
}
