/**
 * The messages between the extension and the chat view. Plain data: everything here crosses
 * `postMessage`. The view decides nothing; it shows the state it was given and reports what a person did.
 */
import type { Remedy } from '../endpoint/describe';
import type { FromComposer, ViewComposer } from './composer/protocol';

/** Every word that the chat view shows, already in the person's language. */
export interface ViewText {
  readonly composerPlaceholder: string;
  readonly composerLabel: string;
  readonly send: string;
  readonly stop: string;
  readonly newChat: string;
  readonly copy: string;
  readonly copied: string;
  readonly insert: string;
  readonly copyCode: string;
  readonly insertCode: string;
  readonly you: string;
  readonly assistant: string;
  readonly conversation: string;
  readonly statusAnswering: string;
  readonly statusTranslating: string;
  readonly statusDone: string;
  readonly statusFailed: string;
  readonly statusStopped: string;
  readonly stoppedNote: string;
  readonly cutNote: string;
  readonly emptyTitle: string;
  readonly emptyBody: string;
  readonly selectionAttached: string;
  readonly answersMenu: string;
  readonly scopeLabel: string;
  readonly scopeConversation: string;
  readonly scopeForGood: string;
  readonly languagesLabel: string;
  readonly levelsLabel: string;
  readonly independent: string;
}

/** What a person can do about a failure; the extension carries it out. */
export type RemedyAction = Remedy;

/** What a person can do about an answer in another language. */
export type TranslationAction = 'translate' | 'showOriginal' | 'showTranslation';

interface ViewRemedy {
  readonly action: RemedyAction;
  readonly label: string;
}

/** How far an answer is. A question is always `done`. */
export type MessageStatus = 'streaming' | 'done' | 'cut' | 'stopped' | 'failed';

export interface ViewMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** Markdown for an answer, plain text for a question. */
  readonly text: string;
  readonly status: MessageStatus;
  /** BCP 47 tag of the text, for hyphenation and screen readers. */
  readonly lang: string;
  /** What a person typed for a question whose text says it in other words. */
  readonly typed?: string;
  /** Names of what went along with a question, for instance `src/sum.py:3-10`. */
  readonly attachments: readonly string[];
  /** Which model at which host wrote an answer. */
  readonly source?: { readonly model: string; readonly host: string };
  /** A quiet remark below a message. */
  readonly note?: string;
  /** True while the answer is being translated. */
  readonly translating?: boolean;
  /** A remark that nobody has to heed: that the answer was asked for once more, or who translated it. */
  readonly aside?: string;
  /** That an answer is in another language, or what can be seen of its translation, with the one thing to do. */
  readonly translation?: {
    readonly note?: string;
    readonly action: TranslationAction;
    readonly label: string;
  };
  /** Why an answer failed, in words, and what can be done. */
  readonly failure?: { readonly message: string; readonly remedies: readonly ViewRemedy[] };
}

/** One of several things to choose from. */
export interface ViewOption {
  /** What the choice is called in messages. */
  readonly value: string;
  readonly label: string;
  /** BCP 47 tag of the label, where it is not in the interface's language. */
  readonly lang?: string;
  readonly checked: boolean;
}

/** How the next answer will be, and what a person can choose instead. */
export interface ViewAnswers {
  /** The language's own name. */
  readonly language: string;
  /** BCP 47 tag of the language. */
  readonly lang: string;
  /** The level of explanations, where it is not the standard one. */
  readonly level?: string;
  /** The language and what decided it, in a sentence. */
  readonly description: string;
  readonly languages: readonly ViewOption[];
  readonly levels: readonly ViewOption[];
}

/** All that the view shows. Sent whole when it loads and when anything but the growing answer changes. */
export interface ViewState {
  /** BCP 47 tag of the interface's words. */
  readonly lang: string;
  readonly text: ViewText;
  readonly messages: readonly ViewMessage[];
  readonly busy: boolean;
  readonly answers: ViewAnswers;
  readonly composer: ViewComposer;
}

export type ToView =
  | { readonly type: 'state'; readonly state: ViewState }
  /** More text for the answer `id`, to be appended. */
  | { readonly type: 'append'; readonly id: string; readonly text: string }
  /** What goes along with the next question has changed. */
  | { readonly type: 'composer'; readonly composer: ViewComposer }
  | { readonly type: 'focusComposer' };

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'stop' }
  | { readonly type: 'newChat' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'insert'; readonly text: string }
  | FromComposer
  /** A language, `auto` or a level: for this conversation, or in the person's own settings. */
  | {
      readonly type: 'choose';
      readonly what: 'language' | 'level';
      readonly value: string;
      readonly forGood: boolean;
    }
  | { readonly type: 'translation'; readonly id: string; readonly action: TranslationAction }
  | { readonly type: 'remedy'; readonly action: RemedyAction };
