import type { AnswerLanguage } from '../language/spoken/languages';
import type { Attachment } from './attachment';
import type { Level } from './prompts/level';

/** What a person says in one turn. */
export interface Asked {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** A turn that is over: what was asked and what was answered. */
export interface Exchange extends Asked {
  readonly answer: string;
}

/** How an answer is to be, beside its language. */
export interface AnswerStyle {
  readonly level: Level;
  /** The language of the comments that the answer writes into code. */
  readonly comments: AnswerLanguage;
}

/** What a person asks now. */
export interface Question extends Asked {
  /** The conversation so far, oldest first. */
  readonly history: readonly Exchange[];
  /** Left out, the model is told nothing of it. */
  readonly style?: AnswerStyle;
  /** One line that names the terms to use in the answer; empty or left out where there are none. */
  readonly terms?: string | undefined;
}
