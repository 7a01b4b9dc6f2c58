import type { ChatMessage } from '../endpoint/endpoint';
import type { Attachment } from './attachment';

/** What a person asks. */
export interface Question {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The conversation so far, oldest first, without a system message. */
  readonly history: readonly ChatMessage[];
}
