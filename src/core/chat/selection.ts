import { isSameCode, type Attachment } from './attachment';

/**
 * The current selection as it goes along with the next question, until the person takes it out.
 * Taking it out lasts until something else is selected.
 */
export class SelectionSlot {
  private selected: Attachment | undefined;
  private removed = false;

  /** @returns true where what goes along has changed. */
  select(attachment: Attachment | undefined): boolean {
    if (sameSelection(attachment, this.selected)) return false;
    this.selected = attachment;
    this.removed = false;
    return true;
  }

  remove(): void {
    this.removed = true;
  }

  get attachment(): Attachment | undefined {
    return this.removed ? undefined : this.selected;
  }
}

function sameSelection(a: Attachment | undefined, b: Attachment | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameCode(a, b);
}
