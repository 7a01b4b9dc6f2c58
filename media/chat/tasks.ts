import type { MarkdownIt } from 'markdown-it';

/** `- [x] done`: boxes for the eye; nobody can tick them, so they are no controls. */
export function tasks(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'tasks', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const item = tokens[at - 2];
      const text = token.children?.[0];
      if (token.type !== 'inline' || item?.type !== 'list_item_open' || text?.type !== 'text') return;
      const [mark, state] = /^\[([ xX])\](?=\s)/.exec(text.content) ?? [];
      if (mark === undefined) return;
      item.attrSet('class', 'task');
      text.content = (state === ' ' ? '\u2610' : '\u2611') + text.content.slice(mark.length);
    });
  });
}
