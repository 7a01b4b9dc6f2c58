import type { Attachment } from '../attachment';
import { fieldsOf, numberOf, textOf } from './json';

/** Reads a kept attachment; `undefined` for what is none, or of a kind that this version does not know. */
export function readAttachment(value: unknown): Attachment | undefined {
  const fields = fieldsOf(value);
  const [path, languageId, text] = [
    textOf(fields?.path),
    textOf(fields?.languageId),
    textOf(fields?.text),
  ];
  const [firstLine, lastLine] = [numberOf(fields?.firstLine), numberOf(fields?.lastLine)];
  if (path === undefined || languageId === undefined || text === undefined) return undefined;
  if (firstLine === undefined || lastLine === undefined) return undefined;
  return { path, languageId, text, firstLine, lastLine };
}
