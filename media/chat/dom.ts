/** Creates an element with attributes and children. Never takes HTML: text stays text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Sets text only when it differs, so that a person's selection in it survives. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** `length`, or one less where it would cut a character of two UTF-16 units apart. At least 1. */
export function wholeLength(text: string, length: number): number {
  const last = text.charCodeAt(length - 1);
  return length > 1 && length < text.length && last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}
