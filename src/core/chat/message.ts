import type { Failure } from '../endpoint/describe';
import type { AnswerLanguage } from '../language/spoken/languages';
import { attachmentLabel, type Attachment } from './attachment';
import type { NotWhole } from './attachments/fit';
import type { CommandName } from './prompts/prompts';
import type { ContextUse } from './contextUse';
import type { MessageStatus } from './protocol';
import type { Source } from './turnEvent';

/** Why an answer failed: the server, a request that was kept back, that there is no server, or a fault of our own. */
export type AnswerFailure = Failure | 'noEndpoint' | 'unexpected';

/** What questions and answers have in common. */
interface AnyMessage {
  /** Unique among all messages of all windows. */
  readonly id: string;
  /** The message that it follows; a conversation's first questions follow none. */
  readonly parent?: string;
  /** When it was begun, in milliseconds since 1970. */
  readonly at: number;
}

export interface QuestionMessage extends AnyMessage {
  readonly role: 'user';
  readonly text: string;
  readonly lang: string;
  readonly attachments: readonly Attachment[];
  /** The command whose words these are; they tell nothing of the language that the person writes. */
  readonly command?: CommandName;
  /** Offered by Aliada after an answer and taken up; these words, too, are not the person's. */
  readonly suggested?: true;
  /** What the person wrote where `text` says it in other words: `/explain why twice?`. */
  readonly typed?: string;
  /** What of `text` is the person's own: what stood behind a command. */
  readonly more?: string;
}

export interface AnswerMessage extends AnyMessage {
  readonly role: 'assistant';
  readonly lang: string;
  text: string;
  status: MessageStatus;
  /** The window closed, or VS Code went down, while it was being written. */
  interrupted?: true;
  attachmentCut: boolean;
  /** What of the attachments did not go along, where `attachmentCut`. */
  notWhole?: NotWhole;
  /** No model wrote it, and none is told of it. */
  readonly local?: true;
  /** The server could take less than was planned; the oldest part of it was left out. */
  shortened?: boolean;
  source?: Source;
  /** What it took of the model's context. */
  use?: ContextUse;
  failure?: AnswerFailure;
  readonly language: AnswerLanguage;
  /** It came in another language: `asking` while it is asked for once more, `asked` from then on. */
  again?: 'asking' | 'asked';
  /** Part of it is in another language. */
  drifted?: boolean;
  /** What stood there before a second answer took its place. */
  replaced?: string;
  versions?: Versions;
}

/** Two texts of one answer, of which `text` shows one: as it came first, and translated or asked for once more. */
export interface Versions {
  readonly original: string;
  later: string;
  /** Which model at which host translated it. */
  by?: string;
  /** True while it is being translated. */
  running: boolean;
}

export type Message = QuestionMessage | AnswerMessage;

/** Names of what went along with a message. */
export function attachmentLabels(message: Message): readonly string[] {
  return message.role === 'user' ? message.attachments.map(attachmentLabel) : [];
}

/** Whether an answer ends before its end, and there is something to go on from. */
export function canContinue({ status, text, versions }: AnswerMessage): boolean {
  return (
    (status === 'cut' || status === 'stopped' || status === 'failed') && text !== '' && !versions?.running
  );
}
