import { withoutCodeBlocks } from './codeBlocks';

/**
 * What of a Markdown text is prose: without code, addresses, paths, flags, identifiers, markup and placeholders. The
 * text may break off anywhere, as an answer does while it streams: a block of code or a code span that is still open
 * counts as code.
 */
export function proseOf(markdown: string): string {
  if (!traceOfCode.test(markdown)) return markdown.trim();
  return withoutCodeBlocks(markdown)
    .replace(codeSpan, ' ')
    .replace(openCodeSpan, ' ')
    .replace(link, '$1 ')
    .replace(address, ' ')
    .replace(tag, ' ')
    .replace(placeholder, ' ')
    .replace(path, ' ')
    .replace(flag, ' ')
    .replace(identifier, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Most sentences have none of these, and need not be searched for each. */
const traceOfCode = /[`<>%{}$@\\/_#&()~[\]\t\n]|[\w$]\.\w|[a-z\d][A-Z]|(?:^|[^\p{L}])-\S/u;

const codeSpan = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|<(code|pre|kbd|samp)\b[^>]*>[^]*?<\/\2>/gi;
const openCodeSpan = /`[^`\n]*$/;
const link = /!?\[([^\]\n]*)\]\([^)\s]*\)?/g;
const address = /\b(?:[a-z][a-z+.-]*:\/\/|www\.|mailto:)[^\s<>"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const tag =
  /<!--[^]*?-->|<\/?[a-z][\w:-]*(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>|&(?:#\w+|amp|lt|gt|quot|apos|nbsp);/gi;
const placeholder =
  /%\([\w.]+\)[a-z]|%[-+#0]*(?:\d+\$)?[-+#0\d.*]*(?:hh?|ll?|[zjt])?[a-z@](?![a-z])|%%|%\d+|%[A-Z]{3,}%?|\$?\{[^{}\n]*\}|\$\([^()\n]*\)/g;
/** From the root, the home folder or a drive, relative with dots, or with two slashes or a slash and an ending. */
const path =
  /(?<![\w/.<])(?:(?:~|\.{1,2})?\/[\w.][^\s<>"'`,;:)]*|[A-Za-z]:\\[^\s<>"'`,;)]*|(?:[\w.-]+\/){2,}[\w.-]*|[\w.-]+\/[\w-]+\.\w+)/g;
const flag = /(?<![^\s("'«“[])(?:--[a-z][\w-]*(?:=\S*)?|-[a-zA-Z](?![\p{L}\p{N}]))/gu;
/** snake_case, camelCase, names with dots in them, calls, variables and decorators. */
const identifier =
  /(?<![\p{L}\p{N}_])(?:[$@#][A-Za-z_]\w*|\p{L}[\p{L}\p{N}]*(?:_+[\p{L}\p{N}]+)+|_{2,}\w+|[\w$]+(?:\.[A-Za-z_$][\w$]*)+(?:\(\))?|[a-z]+\d*[A-Z]\w*|(?:[A-Z][a-z0-9]+){2,}|[\w$]+\(\))(?![\p{L}\p{N}_])/gu;
