/** A line that begins or ends fenced code, also inside a list item: indentation, marker, fence, rest. */
const fenceLine = /^[ \t]*((?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/;

function next(open: string | undefined, line: string): string | undefined {
  const [, marker = '', marks = '', rest = ''] = fenceLine.exec(line) ?? [];
  if (marks === '') return open;
  if (open === undefined) {
    // Backticks after backticks on one line are inline code.
    return marks.startsWith('`') && rest.includes('`') ? undefined : marks;
  }
  return marker === '' && marks.startsWith(open) && rest.trim() === '' ? undefined : open;
}

/** Whether `source` ends inside fenced code. */
export function endsInFence(source: string): boolean {
  return source.split('\n').reduce<string | undefined>(next, undefined) !== undefined;
}
