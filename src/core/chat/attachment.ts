import { fenceTag, languageName } from '../language/programming/names';
import { languageOfPrompts } from './prompts/forLanguage';
import type { Prompts } from './prompts/prompts';

/** A piece of code that goes along with a question. */
export interface Attachment {
  /** Path as people name the file, relative to the workspace. */
  readonly path: string;
  /** The language id, VS Code's or a better one (`languageOf`). */
  readonly languageId: string;
  readonly text: string;
  /** Counted from 1, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** `src/sum.py:3-10`, for the chip in the chat. */
export function attachmentLabel({ path, firstLine, lastLine }: Attachment): string {
  return firstLine === lastLine ? `${path}:${firstLine}` : `${path}:${firstLine}-${lastLine}`;
}

/** True for the same piece of the same file with the same text. */
export function isSameCode(a: Attachment, b: Attachment): boolean {
  return a.path === b.path && a.firstLine === b.firstLine && a.lastLine === b.lastLine && a.text === b.text;
}

/** The attachment as the model reads it: a line that says what it is, then the code in a fence. */
export function renderAttachment(attachment: Attachment, prompts: Prompts): string {
  const fence = fenceFor(attachment.text);
  const head = prompts.attachment({
    path: attachment.path,
    language: languageName(attachment.languageId, languageOfPrompts(prompts)),
    firstLine: attachment.firstLine,
    lastLine: attachment.lastLine,
  });
  return `${head}\n${fence}${fenceTag(attachment.languageId)}\n${attachment.text.trimEnd()}\n${fence}`;
}

/** A fence longer than any run of backticks in the code. */
function fenceFor(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}
