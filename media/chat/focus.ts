/** Who gets the focus when the page does. */
let next: HTMLElement | undefined;

window.addEventListener('focus', () => {
  const element = next;
  next = undefined;
  if (element?.isConnected) element.focus();
});
// What is clicked says itself where the focus goes.
document.addEventListener('pointerdown', () => (next = undefined), { capture: true });

/**
 * Puts the focus on an element of the page; nothing here does so in another way. While a person is elsewhere in VS Code,
 * in an editor or in the palette, which closes when it loses the focus, it stays there: a page can take it from all of
 * VS Code at any time, and what the extension says comes late. The element then has it once the page has.
 */
export function giveFocus(element: HTMLElement): void {
  if (document.hasFocus()) element.focus();
  else next = element;
}
