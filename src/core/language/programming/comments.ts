import { syntaxTable } from './syntaxTable';

/**
 * Text as a comment of a language, each line with its mark, with a line end.
 * @returns `undefined` in a language without comments, or an unknown one.
 */
export function asComment(text: string, languageId: string): string | undefined {
  const syntax = syntaxTable.get(languageId) ?? syntaxTable.get(languageId.toLowerCase());
  const mark = syntax?.lineComments[0];
  const lines = text.split('\n');
  if (mark !== undefined) return lines.map((line) => `${mark} ${line}`.trimEnd() + '\n').join('');
  const [open, close] = syntax?.blockComments[0] ?? [];
  if (open === undefined || close === undefined || text.includes(close)) return undefined;
  return lines.length === 1 ? `${open} ${text} ${close}\n` : `${open}\n${text}\n${close}\n`;
}
