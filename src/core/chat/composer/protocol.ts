import type { AttachmentKind } from '../attachment';

/** What the composer of the chat view shows, and what a person does in it. Plain data, as all of `../protocol`. */

/** A command or a source of attachments, as it is offered while a word is typed. */
export interface ViewChoice {
  readonly id: string;
  /** The word with its `/` or `#`. */
  readonly name: string;
  /** All words that are understood for it, without accents and in small letters. */
  readonly words: readonly string[];
  readonly description: string;
}

/** One thing that goes along with the next question. */
export interface ViewAttached {
  readonly id: string;
  readonly label: string;
  /** Left out while it is being read. */
  readonly kind?: AttachmentKind;
  /** About how many tokens it takes, in digits of the interface's language. */
  readonly tokens?: string;
  /** The same in words, with what becomes of it where there is no room. */
  readonly description: string;
  /** What the button that takes it out is called. */
  readonly removeLabel: string;
  /** `cut` and `out` where there is no room for all of it; `pending` while it is being read. */
  readonly state?: 'cut' | 'out' | 'pending';
}

/** Something to try, before the first question. */
export interface ViewStarter {
  readonly id: string;
  readonly label: string;
}

export interface ViewComposer {
  readonly commandsLabel: string;
  readonly commands: readonly ViewChoice[];
  readonly sourcesLabel: string;
  readonly sources: readonly ViewChoice[];
  /** How many entries are left, for screen readers; `{0}` is the number. */
  readonly choicesCount: string;
  readonly attachLabel: string;
  readonly attached: readonly ViewAttached[];
  /** What all of it takes of the model's context; left out where nothing is attached. */
  readonly sum?: string;
  /** Why something does not go along. */
  readonly notes: readonly string[];
  readonly startersLabel: string;
  readonly starters: readonly ViewStarter[];
}

export type FromComposer =
  /** Attaches what a source gives; the extension asks which where there are several. */
  | { readonly type: 'attach'; readonly source: string }
  /** Takes an attachment out, or ends the search for it. */
  | { readonly type: 'detach'; readonly id: string }
  | { readonly type: 'start'; readonly id: string };
