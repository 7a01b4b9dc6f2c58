import { codeIn, updateCodeBlock } from './codeBlock';

/**
 * Makes the children of `target` equal to those of `source`, keeping every node that need not change. A list
 * or a table that grows while it streams then keeps what a person has selected or focused in it.
 */
export function morph(target: Element, source: ParentNode): void {
  let old = target.firstChild;
  for (const fresh of Array.from(source.childNodes)) {
    if (old === null) {
      target.append(fresh);
      continue;
    }
    const next: ChildNode | null = old.nextSibling;
    if (!merge(old, fresh)) old.replaceWith(fresh);
    old = next;
  }
  while (old !== null) {
    const next: ChildNode | null = old.nextSibling;
    old.remove();
    old = next;
  }
}

function merge(old: Node, fresh: Node): boolean {
  if (old instanceof Text && fresh instanceof Text) {
    if (fresh.data === old.data) return true;
    if (fresh.data.startsWith(old.data)) old.appendData(fresh.data.slice(old.data.length));
    else old.data = fresh.data;
    return true;
  }
  if (!(old instanceof Element) || !(fresh instanceof Element)) return false;
  if (fresh.matches('.code')) {
    return (
      old.matches('.code') && updateCodeBlock(old, codeIn(fresh), fresh.getAttribute('data-language') ?? '')
    );
  }
  if (old.tagName !== fresh.tagName || !sameAttributes(old, fresh)) return false;
  morph(old, fresh);
  return true;
}

function sameAttributes(a: Element, b: Element): boolean {
  return (
    a.attributes.length === b.attributes.length &&
    Array.from(b.attributes).every((attribute) => a.getAttribute(attribute.name) === attribute.value)
  );
}
