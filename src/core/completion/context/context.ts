import type { CompletionRequest } from '../request';
import type { Snippet } from '../snippet';
import { Definitions } from './definitions';
import { windowLines } from './fileIndex';
import { anchorsOf, stillServes, type Kept } from './kept';
import type { OpenText } from './openText';
import { pieceOf } from './piece';
import { RecentEdits } from './recentEdits';
import { areRelated } from './related';
import { select, type Candidate } from './select';
import { SimilarWindows } from './similar';
import { wordsOf } from './words';

/** What the context needs of the editor. Both are answered at once, from memory. */
export interface Documents {
  /** Those that are open, the last used first. */
  open(): readonly OpenText[];
  /** True where something of a document may be sent. False as long as nobody knows. */
  mayBeSent(document: string): boolean;
}

/** Documents that are looked at. */
const mostDocuments = 20;
/** Lines above and below an edited place, and of what follows a similar window. */
const aroundEdit = 3;
const afterWindow = 4;
/** Characters of one piece. */
const mostOfPiece = 600;
/** Characters before the cursor that say what is being written, and names that are taken of them. */
const nearCharacters = 1_000;
const mostWords = 60;
/** Two places are alike from here on. */
const leastLikeness = 0.12;
/** What a prompt shows of the text around the cursor: so many times what it has for pieces, and some behind. */
const visibleTimes = 3;
const visibleBehind = 2_500;

/**
 * Pieces of other places for the prompt: definitions of names in use, places edited lately, windows of open files
 * that are like what is being written. Takes what is at hand: whoever feeds it does so while nobody waits.
 */
export class CompletionContext {
  readonly edits = new RecentEdits();
  readonly similar: SimilarWindows;
  readonly definitions: Definitions;
  private kept: Kept | undefined;

  /** @param now milliseconds on a clock that never goes back. */
  constructor(
    private readonly documents: Documents,
    private readonly now: () => number,
  ) {
    this.similar = new SimilarWindows(now);
    this.definitions = new Definitions(now);
  }

  /** @param most in characters, all that belongs to a piece included. */
  snippets(request: CompletionRequest, most: number): readonly Snippet[] {
    const now = { at: this.now(), news: this.similar.news + this.definitions.news };
    const { kept } = this;
    const before = kept?.document === request.document ? kept.chosen.filter(this.mayBeSent) : [];
    const changed = before.length !== (kept?.chosen.length ?? 0);
    if (kept === undefined || changed || !stillServes(kept, request, most, now)) {
      const candidates = this.candidates(request);
      const visible = request.prefix.slice(-visibleTimes * most) + request.suffix.slice(0, visibleBehind);
      const chosen = select(candidates, visible, most, before);
      this.kept = { document: request.document, chosen, anchors: anchorsOf(request), ...now };
    }
    return (this.kept?.chosen ?? []).map(({ path, text }) => ({ path, text }));
  }

  /** Open documents whose pieces may help in a language, the last used first. */
  related(languageId: string): readonly OpenText[] {
    return this.near(languageId).filter(({ id }) => this.documents.mayBeSent(id));
  }

  /** The same, before it is known whether they may be sent. */
  private near(languageId: string): readonly OpenText[] {
    const near: OpenText[] = [];
    for (const text of this.documents.open()) {
      if (areRelated(text.languageId, languageId)) near.push(text);
      if (near.length === mostDocuments) break;
    }
    return near;
  }

  /** A document was closed. */
  forget(document: string): void {
    this.edits.forget(document);
    this.similar.forget(document);
    this.definitions.forget(document);
    if (this.kept?.document === document) this.kept = undefined;
  }

  private readonly mayBeSent = ({ document }: Candidate): boolean => this.documents.mayBeSent(document);

  private candidates(request: CompletionRequest): readonly Candidate[] {
    const texts = this.near(request.languageId);
    const near = wordsOf(request.prefix.slice(-nearCharacters)).toReversed();
    const words = new Set(near.slice(0, mostWords));
    return [...this.defined(request, near), ...this.edited(texts, words), ...this.alike(texts, words)];
  }

  private defined({ document }: CompletionRequest, names: readonly string[]): readonly Candidate[] {
    const found = this.definitions.of(document, names);
    return found
      .filter((one) => this.documents.mayBeSent(one.document))
      .map(({ document: source, path, text }, index) => ({
        document: source,
        path,
        text,
        worth: 1 - index * 0.06,
      }));
  }

  private edited(texts: readonly OpenText[], words: ReadonlySet<string>): readonly Candidate[] {
    const candidates: Candidate[] = [];
    for (const { document, first, last } of this.edits.places) {
      const text = texts.find(({ id }) => id === document);
      if (text === undefined || !this.documents.mayBeSent(document)) continue;
      const piece = pieceOf(text, first - aroundEdit, last + aroundEdit, mostOfPiece);
      if (piece === '') continue;
      const shared = new Set(wordsOf(piece).filter((word) => words.has(word))).size;
      const worth = 0.7 - candidates.length * 0.04 + Math.min(0.3, shared * 0.05);
      candidates.push({ document, path: text.path, text: piece, worth });
    }
    return candidates;
  }

  private alike(texts: readonly OpenText[], words: ReadonlySet<string>): readonly Candidate[] {
    return texts.flatMap((text) =>
      this.similar.search(text, words).flatMap(({ first, likeness }): readonly Candidate[] => {
        if (likeness < leastLikeness || !this.documents.mayBeSent(text.id)) return [];
        const piece = pieceOf(text, first, first + windowLines - 1 + afterWindow, mostOfPiece);
        return piece === ''
          ? []
          : [{ document: text.id, path: text.path, text: piece, worth: 0.35 + likeness }];
      }),
    );
  }
}
