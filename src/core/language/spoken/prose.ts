/** What of a Markdown text is prose: without code, paths, addresses and identifiers. A stand-in: see `identify`. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/https?:\S+/g, ' ');
}
