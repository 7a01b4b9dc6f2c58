/**
 * Gives the focus to a part of the page, on the word of the extension, which comes late: by then a person may be typing
 * somewhere else in VS Code, in its palette for one, which closes when it loses the focus. So it is never taken, only
 * placed where it belongs within the page: at once where the page has it, else when the page next gets it by itself.
 */
export class LateFocus {
  #isWanted = false;

  constructor(
    private readonly page: Window,
    private readonly focus: () => void,
  ) {
    page.addEventListener('focus', () => {
      if (!this.#isWanted) return;
      this.#isWanted = false;
      this.focus();
    });
  }

  want(): void {
    this.#isWanted = !this.page.document.hasFocus();
    if (!this.#isWanted) this.focus();
  }
}
