import { isSameAttachment, type Attachment } from './attachment';

/**
 * The current selection as it goes along with the next question, until the person takes it out.
 * Taking it out lasts until something else is selected.
 */
export class SelectionSlot {
  private selected: Attachment | undefined;
  private removed = false;
  private why: string | undefined;

  /**
   * @param note why the selected code does not go along, in words.
   * @returns true where what goes along, or why not, has changed.
   */
  select(attachment: Attachment | undefined, note?: string): boolean {
    if (sameSelection(attachment, this.selected) && note === this.why) return false;
    this.why = note;
    this.selected = attachment;
    this.removed = false;
    return true;
  }

  remove(): void {
    this.removed = true;
  }

  /** Why nothing goes along although code is selected, in words. */
  get note(): string | undefined {
    return this.why;
  }

  get attachment(): Attachment | undefined {
    return this.removed ? undefined : this.selected;
  }
}

function sameSelection(a: Attachment | undefined, b: Attachment | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameAttachment(a, b);
}
