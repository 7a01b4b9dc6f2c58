/** Something that the editor finds wrong in a file. */
export interface Problem {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Who says so, such as `ts` or `eslint`. */
  readonly source?: string | undefined;
  readonly code?: string | undefined;
  /** The line itself, where it could be read. */
  readonly text?: string | undefined;
}

/** More than a person looks through, and than a model makes sense of. */
const most = 100;

const order: readonly Problem['severity'][] = ['error', 'warning', 'information', 'hint'];

/**
 * Problems as compilers print them, which models have read much of: `path:line:column: error ts 2304: message`, the
 * line below. The worst first; hints, which editors show as three dots, only where there is nothing else.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const serious = problems.filter(({ severity }) => severity !== 'hint');
  const sorted = [...(serious.length > 0 ? serious : problems)].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      a.path.localeCompare(b.path) ||
      a.line - b.line ||
      a.column - b.column,
  );
  const lines = sorted.slice(0, most).map(formatProblem);
  if (sorted.length > most) lines.push(`… (+${sorted.length - most})`);
  return lines.join('\n');
}

function formatProblem({ path, line, column, severity, message, source, code, text }: Problem): string {
  const who = [source, code].filter((part) => part !== undefined && part !== '').join(' ');
  const head = `${path}:${line}:${column}: ${severity}${who === '' ? '' : ` ${who}`}: ${message}`;
  return text === undefined || text.trim() === '' ? head : `${head}\n    ${text.trim()}`;
}
