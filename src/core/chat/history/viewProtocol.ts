/** What the messages between extension and chat view say of kept conversations, and of what can be done with a message. */

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

/** What a person does in the list of conversations. */
export type HistoryRequest =
  | { readonly action: 'show' | 'hide' | 'more' | 'deleteAll' }
  | { readonly action: 'search'; readonly query: string }
  | { readonly action: 'open' | 'delete' | 'undo' | 'export'; readonly id: string }
  | { readonly action: 'rename'; readonly id: string; readonly title: string };
