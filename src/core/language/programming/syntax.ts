/** How a string of a language begins and ends. */
export interface StringRule {
  readonly open: string;
  readonly close: string;
  /** True where a backslash hides the character after it. A doubled closing quote needs no rule: it is two strings. */
  readonly escapes: boolean;
  /** True where the string may run over a line end. */
  readonly multiline: boolean;
  /** True where none begins directly behind a word or a bracket: there MATLAB's `'` transposes. */
  readonly apart?: boolean;
}

/**
 * How a language marks its blocks: `braces`, closing `words`, `indent`ation after a colon, `layout` as in Haskell,
 * `parens`, `markup` tags; `prose` is text for people, `flat` has no blocks.
 */
export type BlockStyle = 'braces' | 'words' | 'indent' | 'layout' | 'parens' | 'markup' | 'prose' | 'flat';

/** What completion has to know of a language's syntax. */
export interface Syntax {
  readonly blocks: BlockStyle;
  /** What begins a comment that ends with the line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** True where a block comment may hold another. */
  readonly nested: boolean;
  readonly strings: readonly StringRule[];
  /** True where `'` begins a character and stands alone otherwise: lifetimes, primes, quoted symbols. */
  readonly characters: boolean;
  /** True where `/` may begin a regular expression. */
  readonly regex: boolean;
  /** Words that open a block, wherever they stand in a line of code. */
  readonly opener: RegExp | undefined;
  /** Words that close one. */
  readonly closer: RegExp | undefined;
  /** Beginnings of lines that go on with a block that was open: `else`, `except`, `when`. */
  readonly middle: RegExp;
}
