const fence = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/;
const listItem = /^\s*(?:[-*+]|\d+[.)])\s/;
const indented = /^(?: {4}|\t)/;

/**
 * Markdown without its blocks of code: fenced ones, closed or still open, and indented ones. A deeper line in a list
 * belongs to its item and stays.
 */
export function withoutCodeBlocks(markdown: string): string {
  const kept: string[] = [];
  let open: string | undefined;
  let isInList = false;
  let mayBeginBlock = true;
  for (const line of markdown.split('\n')) {
    if (open !== undefined) {
      if (closes(line, open)) open = undefined;
      continue;
    }
    open = fence.exec(line)?.[1];
    if (open !== undefined) continue;
    const isBlank = line.trim() === '';
    const isIndented = indented.test(line);
    if (listItem.test(line)) isInList = true;
    else if (!isBlank && !/^\s/.test(line)) isInList = false;
    const isCode: boolean = isIndented && mayBeginBlock && !isInList && !isBlank;
    if (!isCode) kept.push(line);
    mayBeginBlock = isBlank || isCode;
  }
  return kept.join('\n');
}

function closes(line: string, open: string): boolean {
  const marks = line.replace(/^[\s>]+/, '').trimEnd();
  return marks.length >= open.length && marks === (open[0] ?? '').repeat(marks.length);
}
