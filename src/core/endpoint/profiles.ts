import type { Disposable } from '../disposable';
import { Emitter } from '../emitter';
import type { EndpointAddress } from './address';
import { EndpointError } from './errors';
import { probe, type Probed } from './probe';
import { taught, type EndpointProfile, type Lesson } from './profile';
import type { Fetch } from './transport';

/** After this long, in milliseconds, a server that told nothing at all is asked again. */
const silentMs = 10_000;

interface Entry {
  probing: Promise<Probed> | undefined;
  probed: Probed | undefined;
  /** What the server was when it was last asked. */
  last: EndpointProfile | undefined;
  /** When the answer came, on the clock of `Date.now()`. */
  at: number;
  lessons: Lesson[];
}

/**
 * What is known of each server, found out when it is first needed and corrected when reality disagrees.
 * Kept by base address and model: one host may have several servers behind it, and one server several
 * models with contexts of their own.
 */
export class Profiles {
  private readonly entries = new Map<string, Entry>();
  private readonly learned = new Emitter<void>();

  /** Calls `listener` whenever more is known of a server. */
  readonly onLearned = (listener: () => void): Disposable => this.learned.on(listener);

  /** @param deadlineMs how long a server may take to tell about itself, in milliseconds. */
  constructor(
    private readonly deadlineMs = 2_000,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The profile, asked for at most once at a time. A server that answers nothing gets the profile that does
   * no harm: whether it can be used shows when it is used.
   * @throws EndpointError `aborted`, where the signal is; the question goes on for the others who wait.
   */
  async of(address: EndpointAddress, fetch: Fetch, signal: AbortSignal): Promise<EndpointProfile> {
    return (await this.probed(address, fetch, signal)).profile;
  }

  /** The same, with the reason why the models could not be listed. */
  async probed(address: EndpointAddress, fetch: Fetch, signal: AbortSignal): Promise<Probed> {
    const entry = this.entry(address);
    if (entry.probed !== undefined && !this.isStale(entry)) return learned(entry, entry.probed);
    // Without the caller's signal: others may wait for the same answer. It has a deadline of its own.
    entry.probing ??= this.ask(entry, address, fetch).finally(() => {
      entry.probing = undefined;
    });
    return learned(entry, await unlessAborted(entry.probing, signal, address.host));
  }

  /** What is known already, or was before the server was doubted. Asks nobody. */
  known(address: EndpointAddress): EndpointProfile | undefined {
    const entry = this.entries.get(nameOf(address));
    const profile = entry?.probed?.profile ?? entry?.last;
    return profile && entry?.lessons.reduce(taught, profile);
  }

  /** Why the server could not list its models when it was last asked. */
  failure(address: EndpointAddress): EndpointError | undefined {
    return this.entries.get(nameOf(address))?.probed?.failure;
  }

  /** Remembers what a server turned out to be unable to do, or how large its context really is. */
  learn(address: EndpointAddress, lesson: Lesson): void {
    const entry = this.entry(address);
    // Of lengths the last lesson stands in for those before it.
    if (lesson.kind === 'tooLong') entry.lessons = entry.lessons.filter(({ kind }) => kind !== 'tooLong');
    entry.lessons.push(lesson);
    this.learned.emit();
  }

  /** The server may have been started anew, perhaps as another one: it is asked again at the next need. */
  doubt(address: EndpointAddress): void {
    this.entry(address).probed = undefined;
  }

  /** All that is known is forgotten, lessons too: a person changed the settings or a key. */
  forget(): void {
    this.entries.clear();
  }

  private entry(address: EndpointAddress): Entry {
    const name = nameOf(address);
    let entry = this.entries.get(name);
    if (entry === undefined) {
      entry = { probing: undefined, probed: undefined, last: undefined, at: 0, lessons: [] };
      this.entries.set(name, entry);
    }
    return entry;
  }

  private async ask(entry: Entry, address: EndpointAddress, fetch: Fetch): Promise<Probed> {
    const probed = await probe(address, fetch, new AbortController().signal, this.deadlineMs);
    if (entry.last !== undefined && isAnother(entry.last, probed.profile)) entry.lessons = [];
    entry.last = probed.profile;
    entry.probed = probed;
    entry.at = this.now();
    this.learned.emit();
    return probed;
  }

  private isStale({ probed, at }: Entry): boolean {
    return probed?.failure !== undefined && this.now() - at > silentMs;
  }
}

function nameOf({ base, model }: EndpointAddress): string {
  return `${base} ${model ?? ''}`;
}

function learned({ lessons }: Entry, probed: Probed): Probed {
  return { ...probed, profile: lessons.reduce(taught, probed.profile) };
}

/** What was learned of one server says nothing of its successor. */
function isAnother(before: EndpointProfile, after: EndpointProfile): boolean {
  return (
    before.dialect !== after.dialect ||
    before.version !== after.version ||
    before.contextTokens !== after.contextTokens
  );
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, host: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new EndpointError('aborted', { host }));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
