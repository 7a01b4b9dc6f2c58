import type { Syntax } from './syntax';
import { cLike, hashLike, markupLike } from './syntaxShapes';
import { syntaxTable } from './syntaxTable';

/**
 * The syntax of a language, by VS Code's language id. Where the id is not known, what the text looks like decides
 * among the common shapes.
 * @param text some of the document.
 */
export function syntaxOf(languageId: string, text: string): Syntax {
  return syntaxTable.get(languageId) ?? syntaxTable.get(languageId.toLowerCase()) ?? guess(text);
}

function guess(text: string): Syntax {
  if (/^\s*<[?!a-zA-Z]/.test(text)) return markupLike;
  const hashes = text.match(/^\s*#\s/gm)?.length ?? 0;
  const slashes = text.match(/^\s*\/[/*]/gm)?.length ?? 0;
  const braces = text.match(/[{}]\s*$/gm)?.length ?? 0;
  const shape = hashes <= slashes ? cLike : hashLike;
  return braces > 2 ? shape : { ...shape, blocks: 'flat' };
}
