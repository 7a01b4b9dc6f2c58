import type { Attachment } from './attachment';

/** What a person says in one turn. */
export interface Asked {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A turn that is over: what was asked and what was answered. */
export interface Exchange extends Asked {
  readonly answer: string;
}

/** What a person asks now. */
export interface Question extends Asked {
  /** The conversation so far, oldest first. */
  readonly history: readonly Exchange[];
  /** One line that names the terms to use in the answer; empty or left out where there are none. */
  readonly terms?: string | undefined;
}
