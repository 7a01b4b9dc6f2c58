/**
 * @typedef {{ text: string, start: number, end: number }} Token
 */

/** A string, a comment, white space, a mark, or a word such as `true`: all that JSON with comments is made of. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\/|\s+|[{}[\],:]|[^\s"{}[\],:/]+/gy;

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
  const tokens = tokenize(source);
  const properties = tokens && readProperties(tokens);
  if (!tokens?.[0] || !properties) return undefined;
  const json = JSON.stringify(value, undefined, 2).replaceAll('\n', '\n  ');
  const known = properties.find((property) => property.key === JSON.stringify(key));
  if (known) return onlyIfMissing ? source : source.slice(0, known.start) + json + source.slice(known.end);
  const property = `\n  ${JSON.stringify(key)}: ${json}${properties.length ? ',' : '\n'}`;
  const open = tokens[0].end;
  return source.slice(0, open) + property + source.slice(open);
}

/**
 * @param {string} text
 * @returns {Token[] | undefined} without comments and white space; nothing when the text holds something else
 */
function tokenize(text) {
  /** @type {Token[]} */
  const tokens = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    if (!/^(\s|\/\/|\/\*)/.test(match[0])) tokens.push({ text: match[0], start: match.index, end });
  }
  return end === text.length ? tokens : undefined;
}

/**
 * @param {Token[]} tokens
 * @returns {{ key: string, start: number, end: number }[] | undefined} where the value of each property is; nothing
 *   when the tokens make no object
 */
function readProperties(tokens) {
  const properties = [];
  let index = 0;
  const take = () => tokens[index++] ?? { text: '', start: 0, end: 0 };
  if (take().text !== '{') return undefined;
  for (;;) {
    const key = take();
    if (key.text === '}') break; // the end, or a comma before it
    if (!key.text.startsWith('"') || take().text !== ':') return undefined;
    const first = take();
    let last = first;
    for (let depth = opens(first); depth > 0; depth += opens(last)) {
      if (index >= tokens.length) return undefined;
      last = take();
    }
    properties.push({ key: key.text, start: first.start, end: last.end });
    const mark = take().text;
    if (mark === '}') break;
    if (mark !== ',') return undefined;
  }
  return index === tokens.length ? properties : undefined;
}

/** @param {Token} token */
function opens({ text }) {
  if (text === '{' || text === '[') return 1;
  return text === '}' || text === ']' ? -1 : 0;
}
