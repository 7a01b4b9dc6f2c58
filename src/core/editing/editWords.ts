/** What a chat model is told when it is to change a piece of a file, in one language. */
export interface EditWords {
  /** The system message: a piece and an instruction come, the whole piece goes back and nothing else. */
  readonly system: string;
  /** Above what stands before the piece, and above what stands after it. */
  readonly before: string;
  readonly after: string;
  /** In place of the piece where there is nothing yet. */
  empty(line: number, path: string): string;
  /** Above the code that tests are for. */
  tested(path: string): string;
  /** `Line 3: …`, of a problem. */
  problem(line: number, message: string): string;
  readonly instruction: string;
  /** The last line of all. */
  readonly closing: string;
  readonly tasks: Readonly<Record<EditTask, string>>;
  /** What the framework of tests and the form of comments are called where nothing is known of them. */
  readonly usualTests: string;
  readonly usualComments: string;
  /** Before examples of commit messages. */
  readonly history: string;
  /** Where the history is in that form. */
  readonly conventional: string;
  /** Where a change is too long to be shown in full. */
  readonly shortened: string;
}

/**
 * What Aliada asks for a person. `{language}` is that of comments ("in Catalan"), `{style}` the form of comments,
 * `{framework}` that of tests, `{path}` the file of tests; problems and errors stand below.
 */
export type EditTask =
  | 'fix'
  | 'fixCell'
  | 'document'
  | 'simplify'
  | 'extract'
  | 'restructure'
  | 'translateComments'
  | 'newTests'
  | 'moreTests';
