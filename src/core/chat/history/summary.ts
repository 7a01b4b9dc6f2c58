import { attachmentLabels, type Message } from '../message';
import type { Part, Said } from './part';
import { fieldsOf, numberOf, textOf, type Fields } from './json';

/** What the list of conversations needs to know of a part. */
export interface Summary {
  readonly created: number;
  readonly updated: number;
  /** The name that a person gave. */
  readonly title?: Said<string> | undefined;
  /** The first question in it, as a title. */
  readonly first?: Said<string> | undefined;
}

export function summaryOf({ created, updated, title, messages }: Part): Summary {
  const first = messages.map(({ message }) => message).find(({ role }) => role === 'user');
  return {
    ...{ created, updated, title },
    first: first === undefined ? undefined : { value: titleOf(first), at: first.at },
  };
}

/** Longest title, in characters. */
const titleLength = 100;

/**
 * A title from a question, without asking a model: its first line. The words of a command are the same each time, so
 * the name of the code stands with them.
 */
export function titleOf(question: Message): string {
  const line = question.text
    .split('\n')
    .map((one) => one.replace(/^[#>*\-\s`]+|[\s`]+$/g, ''))
    .find((one) => one !== '');
  const isCommand = question.role === 'user' && question.command !== undefined;
  const [code] = isCommand ? attachmentLabels(question) : [];
  const name = code?.split('/').at(-1);
  return shortened([line, name].filter((part) => part !== undefined).join(' · '), titleLength);
}

/** The beginning of a text, cut between words. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${/^(.{20,})\s/su.exec(cut)?.[1] ?? cut}…`;
}

export function readSummary(value: unknown): Summary | undefined {
  const fields = fieldsOf(value);
  const [created, updated] = [numberOf(fields?.created), numberOf(fields?.updated)];
  if (fields === undefined || created === undefined || updated === undefined) return undefined;
  return { created, updated, title: saidText(fields.title), first: saidText(fields.first) };
}

function saidText(value: unknown): Said<string> | undefined {
  const fields: Fields | undefined = fieldsOf(value);
  const [text, at] = [textOf(fields?.value), numberOf(fields?.at)];
  return text === undefined || at === undefined ? undefined : { value: text, at };
}
