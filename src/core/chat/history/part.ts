import { answerLanguages } from '../../language/spoken/languages';
import type { ConversationChoice } from '../manner';
import type { Message } from '../message';
import { levels } from '../prompts/level';
import { keptMessage, readMessage } from './readMessage';
import { fieldsOf, listOf, numberOf, oneOf, parse, textOf } from './json';

/** Something that can be said anew; the later word counts. */
export interface Said<T> {
  readonly value: T;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** A message as one window left it. */
export interface PartMessage {
  readonly message: Message;
  /** Counted up with each change, by whichever window. */
  readonly revision: number;
  /** The version of another window that this one was made from, and takes the place of. */
  readonly over?: Version | undefined;
}

/** Which window left a message, and how often it had been changed by then. */
export interface Version {
  readonly writer: string;
  readonly revision: number;
}

/**
 * What one window has written of a conversation. Each window writes files of its own, so that two of them never
 * overwrite one another; together the parts are the conversation.
 */
export interface Part {
  readonly id: string;
  /** When the conversation was begun, and when this part was last changed, in milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  /** The name that a person gave it. */
  readonly title?: Said<string> | undefined;
  /** The last message that is shown. */
  readonly head?: Said<string> | undefined;
  readonly choice?: Said<ConversationChoice> | undefined;
  /** Oldest first. */
  readonly messages: readonly PartMessage[];
}

const version = 1;

/** The text of a part's file. */
export function writePart(part: Part): string {
  const messages = part.messages.map(({ message, revision, over }) => ({
    ...keptMessage(message),
    ...{ revision, over },
  }));
  return `${JSON.stringify({ aliada: 'conversation', version, ...part, messages })}\n`;
}

/** What is in a part's file. */
export type PartReading =
  | { readonly kind: 'part'; readonly part: Part }
  /** Written by a later Aliada, which will read it. */
  | { readonly kind: 'newer' }
  /** Not ours, or damaged. */
  | { readonly kind: 'unreadable' };

/** @param id the conversation that the file is named after. */
export function readPart(text: string, id: string): PartReading {
  const fields = fieldsOf(parse(text));
  if (fields?.aliada !== 'conversation') return { kind: 'unreadable' };
  const written = numberOf(fields.version);
  if (written !== undefined && written > version) return { kind: 'newer' };
  const [created, updated] = [numberOf(fields.created), numberOf(fields.updated)];
  if (written !== version || fields.id !== id || created === undefined || updated === undefined)
    return { kind: 'unreadable' };
  const messages = listOf(fields.messages).flatMap((value) => {
    const message = readMessage(value);
    const revision = numberOf(fieldsOf(value)?.revision) ?? 0;
    const over = readVersion(fieldsOf(value)?.over);
    return message === undefined ? [] : [{ message, revision, ...(over === undefined ? {} : { over }) }];
  });
  const part: Part = {
    ...{ id, created, updated, messages },
    title: readSaid(fields.title, textOf),
    head: readSaid(fields.head, textOf),
    choice: readSaid(fields.choice, readChoice),
  };
  return { kind: 'part', part };
}

function readVersion(value: unknown): Version | undefined {
  const fields = fieldsOf(value);
  const [writer, revision] = [textOf(fields?.writer), numberOf(fields?.revision)];
  return writer === undefined || revision === undefined ? undefined : { writer, revision };
}

function readSaid<T>(value: unknown, read: (value: unknown) => T | undefined): Said<T> | undefined {
  const fields = fieldsOf(value);
  const [said, at] = [read(fields?.value), numberOf(fields?.at)];
  return said === undefined || at === undefined ? undefined : { value: said, at };
}

function readChoice(value: unknown): ConversationChoice | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const language = oneOf([...answerLanguages, 'auto'] as const, fields.language);
  const level = oneOf(levels, fields.level);
  const model = textOf(fields.model);
  return {
    ...(language === undefined ? {} : { language }),
    ...(level === undefined ? {} : { level }),
    ...(model === undefined ? {} : { model }),
  };
}
