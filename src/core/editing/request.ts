import type { AnswerLanguage } from '../language/spoken/languages';

/** A piece of a document that is to become another one. All texts have `\n` for a line end. */
export interface EditRequest {
  /** As people name the file, relative to the workspace. */
  readonly path: string;
  readonly languageId: string;
  /** Whole lines, without the last one's end; blank where something is to be written that is not there yet. */
  readonly piece: string;
  /** The line that the piece begins in, counted from 1. */
  readonly firstLine: number;
  /** What stands before and after the piece, as much of it as there is. */
  readonly before: string;
  readonly after: string;
  /** Code of another place that the instruction is about. */
  readonly about?: { readonly path: string; readonly languageId: string; readonly text: string };
  /** What to do, in the words of a person or of `EditWords`. */
  readonly instruction: string;
  /** The language that the model is spoken to in. */
  readonly language: AnswerLanguage;
  /** The language of comments in code. */
  readonly comments: AnswerLanguage;
}
