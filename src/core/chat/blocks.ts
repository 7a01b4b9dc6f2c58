/** A piece of a Markdown text: code, or a paragraph, list or heading with what stands between it and the next. */
export interface Block {
  readonly kind: 'code' | 'text';
  readonly text: string;
}

const fence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})/;

/** Cuts a Markdown text into its blocks; joined, they are the text again. Fenced and indented code are blocks of code. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let current = '';
  let open: string | undefined;
  const close = (kind: Block['kind']): void => {
    if (current !== '') blocks.push({ kind, text: current });
    current = '';
  };
  for (const line of markdown.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const marks = fence.exec(line)?.[1];
    if (open !== undefined) {
      current += line;
      if (marks?.startsWith(open) !== true || !/^\s*[`~]+\s*$/.test(line)) continue;
      open = undefined;
      close('code');
    } else if (marks !== undefined) {
      close('text');
      open = marks;
      current = line;
    } else {
      const isBlank = line.trim() === '';
      if (!isBlank && /\n[ \t]*\n$/.test(current)) close('text');
      current += line;
    }
  }
  close(open === undefined ? 'text' : 'code');
  return blocks.map((block, index) =>
    isIndented(block, blocks[index - 1]) ? { ...block, kind: 'code' } : block,
  );
}

/** Below a list such lines go on with it. */
function isIndented({ text }: Block, before: Block | undefined): boolean {
  return /^(?: {4}|\t)/.test(text) && !/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(before?.text ?? '');
}
