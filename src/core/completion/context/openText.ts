/** A document that is open in the editor. Read by the line, so that no cost grows with it. */
export interface OpenText {
  /** Names the document for as long as it is open. */
  readonly id: string;
  /** What people call it: its path inside the workspace, with `/`. */
  readonly path: string;
  readonly languageId: string;
  /** Grows with every change. */
  readonly version: number;
  readonly lineCount: number;
  /** @param line from 0 to `lineCount - 1`. */
  line(line: number): string;
}
