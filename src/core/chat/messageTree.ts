import type { Message } from './message';

/**
 * All messages of a conversation, with the one way through them that is shown. A question that was edited and an answer
 * that was asked for again stand beside what was there before, so nothing is ever replaced; and what two windows have
 * added to one conversation fits together without either losing a word.
 */
export class MessageTree {
  private readonly byId = new Map<string, Message>();
  private last: string | undefined;
  /** Messages by the place in which they stand; made anew after a change. */
  private places: ReadonlyMap<string, readonly Message[]> | undefined;

  /** @param head the message at the end of the way; left out, or unknown, the newest is. */
  constructor(messages: readonly Message[] = [], head?: string) {
    for (const message of messages) this.byId.set(message.id, message);
    this.last = head !== undefined && this.byId.has(head) ? head : messages.at(-1)?.id;
  }

  /** Every message, the shown and the others, in the order in which they came. */
  get all(): readonly Message[] {
    return [...this.byId.values()];
  }

  /** The last message that is shown. */
  get head(): string | undefined {
    return this.last;
  }

  /** What is shown, from the first question on. */
  get path(): readonly Message[] {
    return this.pathTo(this.last);
  }

  find(id: string): Message | undefined {
    return this.byId.get(id);
  }

  /** The way from the first question to a message, which is the last of it. */
  pathTo(id: string | undefined): readonly Message[] {
    const path: Message[] = [];
    const seen = new Set<string>();
    let at = id === undefined ? undefined : this.byId.get(id);
    while (at !== undefined && !seen.has(at.id)) {
      seen.add(at.id);
      path.push(at);
      at = at.parent === undefined ? undefined : this.byId.get(at.parent);
    }
    return path.reverse();
  }

  /** Adds a message behind the one that it names as its parent, and shows it. */
  add(message: Message): void {
    this.byId.set(message.id, message);
    this.last = message.id;
    this.places = undefined;
  }

  /** Takes out a message that nothing follows; what it followed is then the last that is shown. */
  drop(message: Message): void {
    this.byId.delete(message.id);
    this.places = undefined;
    if (this.last === message.id) this.last = message.parent;
  }

  /**
   * Takes in messages from elsewhere.
   * @param head what is shown there at the end. Where it goes on from what is shown here, it is shown here too.
   * @param resting nothing here is being written: what is known is brought up to date as well.
   */
  absorb(messages: readonly Message[], head: string | undefined, resting: boolean): void {
    for (const message of messages) {
      if (resting || !this.byId.has(message.id)) this.byId.set(message.id, message);
    }
    this.places = undefined;
    const goesOn = this.last === undefined || this.pathTo(head).some(({ id }) => id === this.last);
    if (resting && goesOn && head !== undefined && this.byId.has(head)) this.last = head;
  }

  /** The messages that stand in one place, oldest first: a question and its edits, or the answers to one question. */
  alternatives(message: Message): readonly Message[] {
    this.places ??= this.findPlaces();
    return this.places.get(this.placeOf(message)) ?? [];
  }

  /** Shows a message, and what came after it last. */
  show(id: string): void {
    if (!this.byId.has(id)) return;
    const newest = new Map<string, string>();
    for (const message of this.byId.values()) {
      if (message.parent !== undefined) newest.set(message.parent, message.id);
    }
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      this.last = at;
      at = newest.get(at);
    }
  }

  private findPlaces(): ReadonlyMap<string, readonly Message[]> {
    const places = new Map<string, Message[]>();
    for (const message of this.byId.values()) {
      const place = this.placeOf(message);
      const there = places.get(place);
      if (there === undefined) places.set(place, [message]);
      else there.push(message);
    }
    return places;
  }

  /** A message whose parent is not there is a first one. */
  private placeOf({ parent, role }: Message): string {
    return `${role} ${parent !== undefined && this.byId.has(parent) ? parent : ''}`;
  }
}
