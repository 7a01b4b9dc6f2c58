import type { Syntax } from './syntax';
import { syntaxTable } from './syntaxTable';

/** What an editor has to know to write a language: the part of VS Code's language configuration that Aliada fills. */
export interface WritingRules {
  readonly comments: {
    readonly lineComment?: string;
    readonly blockComment?: [open: string, close: string];
  };
  readonly brackets: [open: string, close: string][];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
}

const brackets: readonly (readonly [string, string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
];

/** The writing rules of a language, from what is known of its syntax. */
export function writingRules(languageId: string): WritingRules | undefined {
  const syntax = syntaxTable.get(languageId);
  if (syntax === undefined) return undefined;
  const [line] = syntax.lineComments;
  const block = syntax.blockComments.find(([open]) => !open.startsWith('\n'));
  const pairs = brackets.filter(([open]) => block?.[0] !== open);
  return {
    comments: {
      ...(line === undefined ? {} : { lineComment: line.trim() }),
      ...(block === undefined ? {} : { blockComment: [block[0], block[1]] }),
    },
    brackets: pairs.map(([open, close]) => [open, close]),
    autoClosingPairs: [...pairs, ...quotes(syntax)].map(([open, close]) => ({ open, close })),
  };
}

/** Quotes that close themselves; not where one stands alone too, as in `f'`, `'symbol` and `don't`. */
function quotes({ strings, blocks }: Syntax): readonly (readonly [string, string])[] {
  if (blocks === 'prose') return [];
  return strings
    .filter(({ open, close }) => open.length === 1 && open === close)
    .map(({ open, close }) => [open, close]);
}
