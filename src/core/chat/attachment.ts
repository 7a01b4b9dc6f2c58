import { fenceTag, languageName } from '../language/programming/names';
import { t } from '../text';
import type { TextKind } from './attachments/kinds';
import { languageOfPrompts } from './prompts/forLanguage';
import type { Prompts } from './prompts/prompts';

/**
 * What goes along with a question. Plain JSON: conversations are kept with their attachments, and one that was kept by
 * another version is read by `readAttachment`.
 */
export type Attachment = CodeAttachment | TextAttachment;

export type AttachmentKind = Attachment['kind'];

/** Lines of a file: a selection, a symbol, a cell of a notebook or the whole of it. */
export interface CodeAttachment {
  readonly kind: 'code';
  /** Path as people name the file, relative to the workspace. */
  readonly path: string;
  /** The language id, VS Code's or a better one (`languageOf`). */
  readonly languageId: string;
  readonly text: string;
  /** Counted from 1, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A text that is no piece of a file. */
export interface TextAttachment {
  readonly kind: TextKind;
  readonly name: string;
  readonly text: string;
  /** The language id of the text as a whole: `diff` for changes, mostly `plaintext`. */
  readonly languageId: string;
}

/** `src/sum.py:3-10` or `Problems: src/sum.py`, for people, in the interface's language. */
export function attachmentLabel(attachment: Attachment): string {
  if (attachment.kind === 'code') {
    const { path, firstLine, lastLine } = attachment;
    return firstLine === lastLine ? `${path}:${firstLine}` : `${path}:${firstLine}-${lastLine}`;
  }
  const { kind, name } = attachment;
  switch (kind) {
    case 'problems':
      return name === '' ? t('Problems of the workspace') : t('Problems: {0}', name);
    case 'terminal':
      return t('Terminal: {0}', name);
    case 'diff':
      return t('Changes: {0}', name);
    case 'stagedDiff':
      return t('Staged changes: {0}', name);
    case 'folder':
      return t('Folder: {0}', name);
    case 'search':
      return t('Search: {0}', name);
    case 'text':
      return name;
  }
}

/** True for the same piece of the same thing with the same text. */
export function isSameAttachment(a: Attachment, b: Attachment): boolean {
  if (a.text !== b.text) return false;
  if (a.kind === 'code' && b.kind === 'code') {
    return a.path === b.path && a.firstLine === b.firstLine && a.lastLine === b.lastLine;
  }
  return a.kind !== 'code' && b.kind === a.kind && b.name === a.name;
}

/** The attachment as the model reads it: a line that says what it is, then its text in a fence. */
export function renderAttachment(attachment: Attachment, prompts: Prompts): string {
  const fence = fenceFor(attachment.text);
  return `${headOf(attachment, prompts)}\n${fence}${fenceTag(attachment.languageId)}\n${attachment.text.trimEnd()}\n${fence}`;
}

function headOf(attachment: Attachment, prompts: Prompts): string {
  if (attachment.kind !== 'code') return prompts.textAttachments[attachment.kind](inline(attachment.name));
  return prompts.attachment({
    path: inline(attachment.path),
    language: languageName(attachment.languageId, languageOfPrompts(prompts)),
    firstLine: attachment.firstLine,
    lastLine: attachment.lastLine,
  });
}

/** A name as it can stand between backticks in one line; files and searches may have any. */
function inline(name: string): string {
  return name.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
}

/** A fence longer than any run of backticks in the text. */
function fenceFor(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}
