import { applyEdits, modify, parseTree } from 'jsonc-parser';

/** As VS Code formats a settings.json. */
const FORMAT = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * Sets a property of a JSON object with comments (VS Code's settings.json) and leaves all else as the person wrote it.
 *
 * @param {string} text may be empty
 * @param {string} key
 * @param {unknown} value
 * @param {{ onlyIfMissing?: boolean }} [options]
 * @returns {string | undefined} nothing when the text is no such object
 */
export function setProperty(text, key, value, { onlyIfMissing = false } = {}) {
  const source = text.trim() ? text : '{}\n';
  /** @type {import('jsonc-parser').ParseError[]} */
  const errors = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  if (tree?.type !== 'object' || errors.length > 0) return undefined;
  const isThere = (tree.children ?? []).some(({ children }) => children?.[0]?.value === key);
  if (onlyIfMissing && isThere) return source;
  return applyEdits(source, modify(source, [key], value, { formattingOptions: FORMAT }));
}
