import type { ChatMessage } from '../endpoint/endpoint';
import { answerTokens, charactersIn, contextTokens, estimateTokens } from '../models/budget';
import { renderAttachment, type Attachment } from './attachment';
import type { Prompts } from './prompts/prompts';
import type { Question } from './question';

/** A conversation made to fit the model. */
export interface TurnPrompt {
  readonly messages: readonly ChatMessage[];
  /** True where an attachment had to be cut to fit. */
  readonly attachmentCut: boolean;
}

/**
 * The messages of one turn: one system message, as much of the history as fits (the newest), then the
 * question with its attachments and, last, the reminder of the language.
 */
export function turnPrompt(question: Question, prompts: Prompts): TurnPrompt {
  const room = contextTokens - answerTokens - estimateTokens(prompts.system + prompts.reminder);
  const asked = userTurn(question, prompts, room);
  const history = newest(question.history, room - estimateTokens(asked.content));
  return {
    messages: [
      { role: 'system', content: prompts.system },
      ...history,
      { role: 'user', content: `${asked.content}\n\n${prompts.reminder}` },
    ],
    attachmentCut: asked.cut,
  };
}

/** A question as it stands in the conversation, without the reminder that only the last one has. */
export function userTurn(
  { text, attachments }: Pick<Question, 'text' | 'attachments'>,
  prompts: Prompts,
  room: number,
): { readonly content: string; readonly cut: boolean } {
  const left = charactersIn(room) - text.length;
  const each = Math.max(0, Math.floor(left / Math.max(1, attachments.length)));
  const fitted = attachments.map((attachment) => cutTo(attachment, each));
  const parts = [...fitted.map((attachment) => renderAttachment(attachment, prompts)), text];
  return {
    content: parts.join('\n\n'),
    cut: fitted.some((attachment, index) => attachment !== attachments[index]),
  };
}

/** Room that the fence and the line above an attachment take, in characters. */
const frame = 200;

/** The attachment, or its beginning up to a line end. */
function cutTo(attachment: Attachment, characters: number): Attachment {
  if (attachment.text.length + frame <= characters) return attachment;
  const head = attachment.text.slice(0, Math.max(0, characters - frame));
  const text = head.slice(0, Math.max(0, head.lastIndexOf('\n')));
  return { ...attachment, text, lastLine: attachment.firstLine + text.split('\n').length - 1 };
}

/** The newest whole exchanges that fit; a history never begins with an answer. */
function newest(history: readonly ChatMessage[], room: number): readonly ChatMessage[] {
  let used = 0;
  let from = history.length;
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const message = history[index];
    if (message === undefined) break;
    used += estimateTokens(message.content);
    if (used > room) break;
    if (message.role === 'user') from = index;
  }
  return history.slice(from);
}
