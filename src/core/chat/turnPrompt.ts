import type { ChatMessage } from '../endpoint/endpoint';
import { answerTokensIn, charactersIn, contextTokens, estimateTokens } from '../models/budget';
import { isSameAttachment, renderAttachment, type Attachment } from './attachment';
import { cutAttachment, frame } from './attachments/cut';
import { systemMessage } from './prompts/inWords';
import type { Prompts } from './prompts/prompts';
import type { Asked, Exchange, Question } from './question';

/** A conversation made to fit the model. */
export interface TurnPrompt {
  readonly messages: readonly ChatMessage[];
  /** True where an attachment had to be cut to fit. */
  readonly attachmentCut: boolean;
}

/**
 * The messages of one turn: one system message, as much of the history as fits (the newest), then the
 * question with its attachments and, last, the terms to use and the reminder of the language.
 * @param window the model's context, in tokens as `estimateTokens` counts them.
 */
export function turnPrompt(question: Question, prompts: Prompts, window: number = contextTokens): TurnPrompt {
  const system = systemMessage(prompts, question.style);
  const closing = question.terms ? `${question.terms}\n${prompts.reminder}` : prompts.reminder;
  const room = window - answerTokensIn(window) - estimateTokens(system + closing);
  const asked = userTurn(question, prompts, room);
  const past = pastTurns(question, prompts, room - estimateTokens(asked.content));
  return {
    messages: [
      { role: 'system', content: system },
      ...past.messages,
      { role: 'user', content: `${asked.content}\n\n${closing}` },
    ],
    attachmentCut: asked.cut || past.cut,
  };
}

interface Cut {
  readonly cut: boolean;
}

/** A question as it stands in the conversation, without what closes only the last one. */
function userTurn(
  { text, attachments }: Asked,
  prompts: Prompts,
  room: number,
): { readonly content: string } & Cut {
  const left = charactersIn(room) - text.length;
  const each = Math.max(0, Math.floor(left / Math.max(1, attachments.length)));
  const fitted = attachments.map((attachment) => cutAttachment(attachment, each));
  const parts = [...fitted.map((attachment) => renderAttachment(attachment, prompts)), text];
  return {
    content: parts.join('\n\n'),
    cut: fitted.some((attachment, index) => attachment !== attachments[index]),
  };
}

/**
 * The newest exchanges that fit. Code that a later question carries too is not said twice; code that is
 * too long is cut, since the conversation is about it.
 */
function pastTurns(
  question: Question,
  prompts: Prompts,
  room: number,
): { readonly messages: readonly ChatMessage[] } & Cut {
  const messages: ChatMessage[] = [];
  const carried = [...question.attachments];
  let left = room;
  let cut = false;
  for (const exchange of [...question.history].reverse()) {
    const said = withoutCarried(exchange, carried);
    const bare = estimateTokens(said.text + said.answer) + (said.attachments.length > 0 ? frame : 0);
    if (bare > left) break;
    const turn = userTurn(said, prompts, left - estimateTokens(said.answer));
    messages.unshift({ role: 'user', content: turn.content }, { role: 'assistant', content: said.answer });
    left -= estimateTokens(turn.content) + estimateTokens(said.answer);
    cut ||= turn.cut;
    carried.push(...said.attachments);
  }
  return { messages, cut };
}

function withoutCarried(exchange: Exchange, carried: readonly Attachment[]): Exchange {
  const attachments = exchange.attachments.filter(
    (one) => !carried.some((other) => isSameAttachment(one, other)),
  );
  return { ...exchange, attachments };
}
