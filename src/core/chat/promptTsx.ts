import { asObject, type JsonObject } from '../endpoint/json';

/** The kinds of nodes in the JSON of `@vscode/prompt-tsx`: 1 holds others, 2 is text. */
const textNode = 2;

/**
 * The text in what `@vscode/prompt-tsx` renders to for the result of a tool, in the order of its nodes.
 * @returns `undefined` for anything else.
 */
export function promptTsxText(value: unknown): string | undefined {
  const node = asObject(asObject(value)?.node);
  if (node === undefined) return undefined;
  return pieces(node).join('').trim();
}

function pieces(node: JsonObject): readonly string[] {
  if (node.type === textNode && typeof node.text === 'string') {
    // Always before what begins a block; `2` only where no other text goes before, which makes no difference to a model.
    return [Number(node.lineBreakBefore) > 0 ? `\n${node.text}` : node.text];
  }
  const { children } = node;
  return Array.isArray(children) ? children.flatMap((child) => pieces(asObject(child) ?? {})) : [];
}
