import type { Attachment } from '../attachment';
import { textKinds, type TextKind } from './kinds';

/**
 * An attachment of a conversation that was kept, maybe by another version: one of a kind that is not known here comes
 * back as a plain text. `undefined` for what has no text.
 */
export function readAttachment(value: unknown): Attachment | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = value as Readonly<Record<string, unknown>>;
  const { kind, text, path, firstLine, lastLine } = kept;
  if (typeof text !== 'string') return undefined;
  const languageId = typeof kept.languageId === 'string' ? kept.languageId : 'plaintext';
  if (kind === 'code' && typeof path === 'string' && isLine(firstLine) && isLine(lastLine)) {
    return { kind, path, languageId, text, firstLine, lastLine };
  }
  const name = [kept.name, path].find((one) => typeof one === 'string') ?? '';
  return { kind: isTextKind(kind) ? kind : 'text', name, text, languageId };
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function isTextKind(value: unknown): value is TextKind {
  return textKinds.some((kind) => kind === value);
}
