import { accepted, propose, rebased, refused, resultOf, type Proposal } from './proposal';

/** How many states are remembered for undo and redo. */
const mostStates = 50;

/**
 * A proposal that follows its document through every change of it, undo and redo included: where the text is again as it
 * was, so is what is open.
 */
export class FollowedProposal {
  private state: Proposal;
  private readonly past = new Map<string, Proposal>();
  private readonly refusedIds = new Set<number>();

  constructor(text: string, wanted: string) {
    this.state = propose(text, wanted);
    this.remember();
  }

  get proposal(): Proposal {
    return this.state;
  }

  /** All of it is decided, or no longer fits. */
  get isOver(): boolean {
    return this.state.open.length === 0;
  }

  /** The document says `text` now. @returns true where that changes what is open, or where it is. */
  follow(text: string): boolean {
    if (text === this.state.text) return false;
    const known = this.past.get(text);
    this.state = known === undefined ? rebased(this.state, text) : refused(known, this.refusedIds);
    this.remember();
    return true;
  }

  /** The hunks of these ids are in the text. */
  accept(ids: ReadonlySet<number>): void {
    this.state = accepted(this.state, ids);
    this.remember();
  }

  refuse(ids: ReadonlySet<number>): void {
    for (const id of ids) this.refusedIds.add(id);
    this.state = refused(this.state, ids);
  }

  /** The text as it would be with all that is open. */
  get result(): string {
    return resultOf(this.state);
  }

  private remember(): void {
    this.past.delete(this.state.text);
    this.past.set(this.state.text, this.state);
    const [oldest] = this.past.keys();
    if (this.past.size > mostStates && oldest !== undefined) this.past.delete(oldest);
  }
}
