/**
 * The messages between the extension and the chat view. Plain data: everything here crosses
 * `postMessage`. The view decides nothing; it shows the state it was given and reports what a person did.
 */
import type { Remedy } from '../endpoint/describe';
import type { AttachmentKind } from './attachment';
import type { FromComposer, ViewComposer } from './composer/protocol';
import type {
  ActionText,
  HistoryRequest,
  HistoryText,
  MessageAction,
  ViewAlternatives,
  ViewHistory,
} from './history/viewProtocol';

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
  readonly actions: ActionText;
  readonly history: HistoryText;
  readonly code: CodeWords;
}

/** Words on blocks of code. */
export interface CodeWords {
  readonly apply: string;
  readonly applyName: string;
  readonly newFile: string;
  readonly newFileName: string;
  readonly terminal: string;
  readonly terminalName: string;
  /** Stands above code with characters that cannot be seen. */
  readonly unseen: string;
  /** Said when such code was copied. */
  readonly copiedUnseen: string;
}

/** What a person can do about a failure; the extension carries it out. */
export type RemedyAction = Remedy;

/** What a person can do about an answer in another language. */
export type TranslationAction = 'translate' | 'showOriginal' | 'showTranslation';

export interface ViewRemedy {
  readonly action: RemedyAction;
  readonly label: string;
}

/** How far an answer is. A question is always `done`. */
export type MessageStatus = 'streaming' | 'done' | 'cut' | 'stopped' | 'failed';

/** Something that went along with a question. */
export interface ViewAttachment {
  /** Its name, for instance `src/sum.py:3-10`. */
  readonly label: string;
  readonly kind: AttachmentKind;
}

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
  /** What went along with a question. */
  readonly attachments: readonly ViewAttachment[];
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

export interface ViewModelText {
  readonly menu: string;
  readonly asking: string;
  readonly another: string;
}

export interface ViewModelOption extends ViewOption {
  /** What is known of the model, in a few words. */
  readonly detail?: string;
}

/** The models of one server. */
export interface ViewModelGroup {
  readonly host: string;
  /** Why the server could not be asked what it serves. */
  readonly note?: string;
  readonly options: readonly ViewModelOption[];
}

/** How much of the model's context the last question and its answer took. */
export interface ViewContext {
  /** From 0 to 1. */
  readonly share: number;
  /** The share as people write it, marked where it is estimated. */
  readonly label: string;
  /** All the figures, in sentences. */
  readonly description: string;
}

/** Which model will be asked, and the others that could be. */
export interface ViewModels {
  readonly name: string;
  /** Model and host in a sentence. */
  readonly description: string;
  readonly groups: readonly ViewModelGroup[];
  /** True while servers are asked what they serve. */
  readonly asking: boolean;
  readonly context?: ViewContext;
  /** Of a model that only shows how all works: what it is, and the ways to a real one. */
  readonly demonstration?: { readonly note: string; readonly remedies: readonly ViewRemedy[] };
  readonly text: ViewModelText;
}

/** All that the view shows. Sent whole when it loads and when anything but the growing answer changes. */
export interface ViewState {
  /** BCP 47 tag of the interface's words. */
  readonly lang: string;
  readonly text: ViewText;
  readonly messages: readonly ViewMessage[];
  readonly busy: boolean;
  readonly answers: ViewAnswers;
  /** Left out while no server is set. */
  readonly models?: ViewModels;
  readonly composer: ViewComposer;
  /** The name of the conversation; left out before it has begun. */
  readonly title?: string;
  /** What can be asked next with one click, in the language of the last answer. */
  readonly followUps?: readonly { readonly text: string; readonly lang: string }[];
}

export type ToView =
  | { readonly type: 'state'; readonly state: ViewState }
  /** More text for the answer `id`, to be appended. */
  | { readonly type: 'append'; readonly id: string; readonly text: string }
  /** What goes along with the next question has changed. */
  | { readonly type: 'composer'; readonly composer: ViewComposer }
  /** The list of conversations is open and holds this; without one, it is closed. */
  | { readonly type: 'history'; readonly history?: ViewHistory }
  | { readonly type: 'focusComposer' };

/** What a person wants done with a block of code. */
export interface CodeRequest {
  readonly action: 'apply' | 'newFile' | 'terminal';
  readonly text: string;
  /** The word after the fence, as the model wrote it. */
  readonly language: string;
  /** The id of the answer that the block stands in. */
  readonly answer: string;
}

export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly text: string }
  | { readonly type: 'stop' }
  | { readonly type: 'newChat' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'code'; readonly request: CodeRequest }
  /** A person wants to follow a link of an answer: `https://…`, or `src/sum.py:10` below a folder. */
  | { readonly type: 'followLink'; readonly kind: 'web' | 'file'; readonly address: string }
  | FromComposer
  /** A language, `auto` or a level: for this conversation, or in the person's own settings. */
  | {
      readonly type: 'choose';
      readonly what: 'language' | 'level';
      readonly value: string;
      readonly forGood: boolean;
    }
  /** A person looks at the models that there are. */
  | { readonly type: 'listModels' }
  | { readonly type: 'chooseModel'; readonly id: string; readonly forGood: boolean }
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
