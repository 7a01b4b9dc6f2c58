/**
 * The messages between the extension and the chat view. Plain data: everything here crosses
 * `postMessage`. The view decides nothing; it shows the state it was given and reports what a person did.
 */
import type { Remedy } from '../endpoint/describe';

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
  readonly selectionRemove: string;
  readonly answersMenu: string;
  readonly scopeLabel: string;
  readonly scopeConversation: string;
  readonly scopeForGood: string;
  readonly languagesLabel: string;
  readonly levelsLabel: string;
  readonly independent: string;
  readonly actions: ActionText;
  readonly history: HistoryText;
}

/** What can be done with a message. */
export interface ActionText {
  readonly copyAnswer: string;
  readonly regenerate: string;
  readonly continue: string;
  readonly edit: string;
  readonly editLabel: string;
  readonly sendEdited: string;
  readonly cancel: string;
  readonly previous: string;
  readonly next: string;
  readonly followUps: string;
  readonly interruptedNote: string;
}

/** The conversations that are kept. */
export interface HistoryText {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly search: string;
  readonly searching: string;
  readonly none: string;
  readonly nothingFound: string;
  readonly rename: string;
  readonly renameLabel: string;
  readonly export: string;
  readonly delete: string;
  readonly deleted: string;
  readonly undo: string;
  readonly deleteAll: string;
  readonly current: string;
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
  /** Names of what went along with a question, for instance `src/sum.py:3-10`. */
  readonly attachments: readonly string[];
  /** Which model at which host wrote an answer. */
  readonly source?: { readonly model: string; readonly host: string };
  /** Not the person ended it: everything closed while it was being written. */
  readonly interrupted?: boolean;
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
  /** What can be done with it now. */
  readonly actions?: readonly MessageAction[];
  /** Others in its place: an edited question, an answer asked for again. */
  readonly alternatives?: ViewAlternatives;
  /** Why an answer failed, in words, and what can be done. */
  readonly failure?: { readonly message: string; readonly remedies: readonly ViewRemedy[] };
}

/** What a person can do with a message. */
export type MessageAction = 'copy' | 'regenerate' | 'continue' | 'edit';

/** Where a message stands among those that are in one place. */
export interface ViewAlternatives {
  /** `2/3`. */
  readonly label: string;
  /** The same in words. */
  readonly description: string;
  /** The ids of its neighbours. */
  readonly previous?: string;
  readonly next?: string;
}

/** A conversation in the list. */
export interface ViewHistoryItem {
  readonly id: string;
  readonly title: string;
  /** When it was last changed, in few words. */
  readonly time: string;
  /** Where something was found. */
  readonly snippet?: string;
  /** It is the one that is open. */
  readonly current?: boolean;
  /** It was deleted just now, and can be put back. */
  readonly deleted?: boolean;
}

/** The list of conversations. Sent when it is opened and whenever it changes; it lies over the conversation. */
export interface ViewHistory {
  readonly query: string;
  readonly groups: readonly { readonly label: string; readonly items: readonly ViewHistoryItem[] }[];
  /** There are more than are sent. */
  readonly more: boolean;
  /** More is still being looked for. */
  readonly searching: boolean;
  /** For how long conversations are kept, or that they are not. */
  readonly note: string;
  /** Something that was asked for could not be done. */
  readonly problem?: string;
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
  /** Name of the selection that will go along with the next question, if there is one. */
  readonly selection?: string;
  /** Why the code that is selected does not go along. */
  readonly selectionNote?: string;
  /** The name of the conversation; left out before it has begun. */
  readonly title?: string;
  /** What can be asked next with one click, in the language of the last answer. */
  readonly followUps?: readonly { readonly text: string; readonly lang: string }[];
}

export type ToView =
  | { readonly type: 'state'; readonly state: ViewState }
  /** More text for the answer `id`, to be appended. */
  | { readonly type: 'append'; readonly id: string; readonly text: string }
  /** What goes along with the next question has changed; without a name, nothing does. */
  | { readonly type: 'selection'; readonly name?: string; readonly note?: string }
  /** The list of conversations is open and holds this; without one, it is closed. */
  | { readonly type: 'history'; readonly history?: ViewHistory }
  | { readonly type: 'focusComposer' };

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'stop' }
  | { readonly type: 'newChat' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'removeSelection' }
  /** A language, `auto` or a level: for this conversation, or in the person's own settings. */
  | {
      readonly type: 'choose';
      readonly what: 'language' | 'level';
      readonly value: string;
      readonly forGood: boolean;
    }
  | { readonly type: 'translation'; readonly id: string; readonly action: TranslationAction }
  | { readonly type: 'message'; readonly id: string; readonly action: Exclude<MessageAction, 'edit'> }
  /** An earlier question in other words. */
  | { readonly type: 'edit'; readonly id: string; readonly text: string }
  /** Shows the message with this id in the place of its neighbour. */
  | { readonly type: 'alternative'; readonly id: string }
  /** Takes up the question of this number among those that were offered. */
  | { readonly type: 'followUp'; readonly index: number }
  | ({ readonly type: 'history' } & HistoryRequest)
  | { readonly type: 'remedy'; readonly action: RemedyAction };

/** What a person does in the list of conversations. */
export type HistoryRequest =
  | { readonly action: 'show' | 'hide' | 'more' | 'deleteAll' }
  | { readonly action: 'search'; readonly query: string }
  | { readonly action: 'open' | 'delete' | 'undo' | 'export'; readonly id: string }
  | { readonly action: 'rename'; readonly id: string; readonly title: string };
