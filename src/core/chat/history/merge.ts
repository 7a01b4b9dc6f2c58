import type { ConversationContent } from '../conversation';
import type { Message } from '../message';
import type { Part, PartMessage, Said, Version } from './part';

/** A part with the window that wrote it. */
export interface WrittenPart {
  readonly writer: string;
  readonly part: Part;
}

/** A conversation as all windows together have left it. */
export interface Merged {
  readonly content: ConversationContent;
  readonly created: number;
  readonly updated: number;
  /** The name that a person gave it. */
  readonly title: string | undefined;
  /** Which window's version of each message this is, by the message's id. */
  readonly versions: ReadonlyMap<string, Version>;
}

type Candidate = PartMessage & Version;

/** Puts the parts of a conversation together. The result does not depend on their order. */
export function mergeParts(parts: readonly WrittenPart[]): Merged {
  const candidates = new Map<string, Candidate[]>();
  for (const { writer, part } of parts) {
    for (const one of part.messages) {
      const others = candidates.get(one.message.id) ?? [];
      candidates.set(one.message.id, [...others, { ...one, writer }]);
    }
  }
  const messages: Message[] = [];
  const versions = new Map<string, Version>();
  for (const [id, all] of candidates) {
    const [newest, ...beside] = all.filter((one) => !isReplaced(one, all)).sort(newestFirst);
    if (newest === undefined) continue;
    messages.push(newest.message);
    versions.set(id, { writer: newest.writer, revision: newest.revision });
    // Two windows went on from the same version: both stand, one beside the other.
    for (const { message, writer, revision } of beside) {
      if (message.text === newest.message.text) continue;
      const other = { ...message, id: `${id}-${writer}` };
      messages.push(other);
      versions.set(other.id, { writer, revision });
    }
  }
  messages.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const head = latest(parts.map(({ part }) => part.head));
  return {
    content: { messages, head, choice: latest(parts.map(({ part }) => part.choice)) ?? {} },
    created: Math.min(...parts.map(({ part }) => part.created)),
    updated: Math.max(...parts.map(({ part }) => part.updated)),
    title: latest(parts.map(({ part }) => part.title)),
    versions,
  };
}

function isReplaced({ writer, revision }: Candidate, all: readonly Candidate[]): boolean {
  return all.some(({ over }) => over?.writer === writer && over.revision >= revision);
}

function newestFirst(a: Candidate, b: Candidate): number {
  return b.revision - a.revision || (a.writer < b.writer ? -1 : 1);
}

/** What was said last. */
export function latest<T>(all: readonly (Said<T> | undefined)[]): T | undefined {
  let last: Said<T> | undefined;
  for (const said of all) {
    if (said !== undefined && (last === undefined || said.at > last.at)) last = said;
  }
  return last?.value;
}
