import type { Failure } from '../endpoint/describe';
import type { FinishReason } from '../endpoint/endpoint';
import type { ToolCall } from '../endpoint/tools';
import type { NotWhole } from './attachments/fit';
import type { ContextUse } from './contextUse';

/** Which model at which host wrote something. */
export interface Source {
  readonly model: string;
  /** Host and port. */
  readonly host: string;
}

/** What happens while a question is answered. The last event is `done` or `failed`. */
export type TurnEvent =
  | { readonly type: 'text'; readonly text: string }
  /** What of the attachments does not go along for lack of room. */
  | ({ readonly type: 'notice'; readonly notice: 'attachmentCut' } & NotWhole)
  | { readonly type: 'notice'; readonly notice: 'shortened' | 'withoutTools' }
  /** Who writes what comes from here on. Before the first text of each answer. */
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'usage'; readonly use: ContextUse }
  /** Only for whoever offered tools: the model asks for one. */
  | ({ readonly type: 'toolCall' } & ToolCall)
  /** The answer came in another language and is asked for once more. What was shown stands until `rewind`. */
  | { readonly type: 'retrying' }
  /** Of the text so far only the first `to` characters count; what comes next goes on from there. */
  | { readonly type: 'rewind'; readonly to: number }
  /** Part of the answer is in another language and stays so. Said at most once. */
  | { readonly type: 'drifted' }
  | { readonly type: 'done'; readonly reason: FinishReason }
  | { readonly type: 'failed'; readonly error: Failure };
