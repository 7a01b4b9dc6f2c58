import type { NotWhole } from './attachments/fit';
import type { Failure } from '../endpoint/describe';
import type { FinishReason } from '../endpoint/endpoint';

/** What happens while a question is answered. The last event is `done` or `failed`. */
export type TurnEvent =
  | { readonly type: 'text'; readonly text: string }
  /** What of the attachments does not go along for lack of room. */
  | ({ readonly type: 'notice'; readonly notice: 'attachmentCut' } & NotWhole)
  /** The server could take less than was planned. */
  | { readonly type: 'notice'; readonly notice: 'shortened' }
  | { readonly type: 'usage'; readonly promptTokens: number; readonly completionTokens: number }
  /** The answer came in another language and is asked for once more. What was shown stands until `rewind`. */
  | { readonly type: 'retrying' }
  /** Of the text so far only the first `to` characters count; what comes next goes on from there. */
  | { readonly type: 'rewind'; readonly to: number }
  /** Part of the answer is in another language and stays so. Said at most once. */
  | { readonly type: 'drifted' }
  | { readonly type: 'done'; readonly reason: FinishReason }
  | { readonly type: 'failed'; readonly error: Failure };
