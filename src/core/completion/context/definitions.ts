import type { Named } from './imports';

/** A definition that was found. */
export interface Definition {
  readonly name: string;
  /** The document that it stands in. */
  readonly document: string;
  readonly path: string;
  readonly text: string;
}

interface Answer {
  /** Milliseconds on the clock of whoever asks. */
  readonly at: number;
  readonly definition: Definition | undefined;
}

/** Documents whose names are remembered, and names of each. */
const mostDocuments = 8;
const mostNames = 80;
/** An answer is believed for so long, in milliseconds. */
const freshMs = 60_000;
/** After so many late answers in a language nobody is asked for so long, in milliseconds. */
const patience = { late: 2, pauseMs: 300_000 };

/** Where names are defined that documents use, as far as it has been found out. Asks nobody itself. */
export class Definitions {
  private readonly answers = new Map<string, Map<string, Answer>>();
  private readonly late = new Map<string, { count: number; until: number }>();

  /** Grows whenever a definition is found that was not known. */
  news = 0;

  constructor(private readonly now: () => number) {}

  /** Of these names, those to ask for now; none in a language whose providers keep people waiting. */
  due(document: string, languageId: string, names: readonly Named[]): readonly Named[] {
    if ((this.late.get(languageId)?.until ?? 0) > this.now()) return [];
    const known = this.answers.get(document);
    return names.filter(({ name }) => this.now() - (known?.get(name)?.at ?? -Infinity) > freshMs);
  }

  /** Somebody is asked: nobody else need be meanwhile. What was known goes on to count. */
  asked(document: string, name: string): void {
    this.keep(document, name, this.answers.get(document)?.get(name)?.definition);
  }

  /** An answer, or that there is none. */
  found(document: string, languageId: string, name: string, definition: Definition | undefined): void {
    this.late.delete(languageId);
    const before = this.answers.get(document)?.get(name)?.definition;
    if (definition !== undefined && definition.text !== before?.text) this.news += 1;
    this.keep(document, name, definition);
  }

  /** No answer came in time. */
  tooLate(document: string, languageId: string, name: string): void {
    this.asked(document, name);
    const count = (this.late.get(languageId)?.count ?? 0) + 1;
    this.late.set(languageId, { count, until: count < patience.late ? 0 : this.now() + patience.pauseMs });
  }

  /** What is known of the names in a text that stands in a document, in the order of the names. */
  of(document: string, names: Iterable<string>): readonly Definition[] {
    const known = this.answers.get(document);
    if (known === undefined) return [];
    return [...new Set(names)].flatMap((name) => known.get(name)?.definition ?? []);
  }

  /** The document is no longer there. */
  forget(document: string): void {
    this.answers.delete(document);
  }

  private keep(document: string, name: string, definition: Definition | undefined): void {
    const names = this.answers.get(document) ?? new Map<string, Answer>();
    names.delete(name);
    names.set(name, { at: this.now(), definition });
    dropOldest(names, mostNames);
    this.answers.delete(document);
    this.answers.set(document, names);
    dropOldest(this.answers, mostDocuments);
  }
}

function dropOldest<V>(map: Map<string, V>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
