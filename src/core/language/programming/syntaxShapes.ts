import type { StringRule, Syntax } from './syntax';

const double: StringRule = { open: '"', close: '"', escapes: true, multiline: false };
const single: StringRule = { open: "'", close: "'", escapes: true, multiline: false };

/** The kinds of strings that languages share. Longer openings stand before shorter ones in a language's list. */
export const strings = {
  double,
  single,
  /** With the quote doubled inside, and no escapes. */
  plainDouble: { ...double, escapes: false },
  plainSingle: { ...single, escapes: false },
  backtick: { open: '`', close: '`', escapes: true, multiline: true },
  rawBacktick: { open: '`', close: '`', escapes: false, multiline: true },
  tripleDouble: { open: '"""', close: '"""', escapes: true, multiline: true },
  tripleSingle: { open: "'''", close: "'''", escapes: true, multiline: true },
  longDouble: { ...double, multiline: true },
  longSingle: { ...single, multiline: true },
  plainLongDouble: { ...double, escapes: false, multiline: true },
  plainLongSingle: { ...single, escapes: false, multiline: true },
  luaLong: { open: '[[', close: ']]', escapes: false, multiline: true },
  twoQuotes: { open: "''", close: "''", escapes: false, multiline: true },
  verbatim: { open: '@"', close: '"', escapes: false, multiline: true },
  rustRaw: { open: 'r#"', close: '"#', escapes: false, multiline: true },
  cppRaw: { open: 'R"(', close: ')"', escapes: false, multiline: true },
  hereDouble: { open: '@"\n', close: '\n"@', escapes: false, multiline: true },
  hereSingle: { open: "@'\n", close: "\n'@", escapes: false, multiline: true },
  zigLine: { open: '\\\\', close: '\n', escapes: false, multiline: true },
  apartSingle: { ...single, escapes: false, apart: true },
  characterSet: { open: '[', close: ']', escapes: true, multiline: false },
  question: { open: '?<', close: '>', escapes: false, multiline: false },
  bar: { open: '|', close: '|', escapes: false, multiline: false },
} satisfies Record<string, StringRule>;

const middleWords =
  /^(?:\}?\s*(?:else|elif|elsif|elseif|elsewhere|catch|except|finally|rescue|ensure|otherwise|when|case|default|contains|in)\b|\\(?:else|or|item)\b|#\s*(?:else|elif)\b)/i;

const plain: Syntax = {
  blocks: 'braces',
  lineComments: [],
  blockComments: [],
  nested: false,
  strings: [double, single],
  characters: false,
  regex: false,
  opener: undefined,
  closer: undefined,
  middle: middleWords,
};

const slashStar = ['/*', '*/'] as const;

/** Comments as in C, strings in double quotes, characters in single ones. */
export const cLike: Syntax = {
  ...plain,
  lineComments: ['//'],
  blockComments: [slashStar],
};

/** Comments after `#`. */
export const hashLike: Syntax = { ...plain, lineComments: ['#'] };

/** Comments after `--`, as in Haskell, Elm and Idris; blocks by layout. */
export const layoutLike: Syntax = {
  ...plain,
  blocks: 'layout',
  lineComments: ['--'],
  blockComments: [['{-', '-}']],
  nested: true,
  strings: [double],
  characters: true,
};

/** Lists in parentheses; `'` quotes a symbol. */
export const lispLike: Syntax = {
  ...plain,
  blocks: 'parens',
  lineComments: [';'],
  blockComments: [['#|', '|#']],
  nested: true,
  strings: [strings.longDouble],
  characters: true,
};

/** Tags. */
export const markupLike: Syntax = {
  ...plain,
  blocks: 'markup',
  blockComments: [['<!--', '-->']],
  strings: [],
};

/** Text for people. */
export const proseLike: Syntax = { ...plain, blocks: 'prose', strings: [] };

/** Lines without blocks. */
export const flatLike: Syntax = { ...plain, blocks: 'flat' };

/** Blocks that words open and close; the words are matched in code, not in strings or comments. */
export function wordBlocks(opener: string, closer: string, flags = ''): Partial<Syntax> {
  return {
    blocks: 'words',
    opener: new RegExp(`(?<![.\\w$@:])(?:${opener})(?![\\w?!])`, `g${flags}`),
    closer: new RegExp(`(?<![.\\w$@:])(?:${closer})(?![\\w?!:])`, `g${flags}`),
  };
}
