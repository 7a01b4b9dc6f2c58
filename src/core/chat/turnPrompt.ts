import type { ChatMessage } from '../endpoint/endpoint';
import { answerTokensIn, charactersIn, contextTokens, estimateTokens } from '../models/budget';
import { isSameAttachment, renderAttachment, type Attachment } from './attachment';
import { frame } from './attachments/cut';
import { fitAttachments, type NotWhole } from './attachments/fit';
import { systemMessage } from './prompts/inWords';
import type { Prompts } from './prompts/prompts';
import type { Asked, Exchange, Question } from './question';

/** A conversation made to fit the model. */
export interface TurnPrompt {
  readonly messages: readonly ChatMessage[];
  /** What did not fit of the attachments, or `undefined` where they go along whole. */
  readonly notWhole: NotWhole | undefined;
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
    notWhole: together(asked, past),
  };
}

/**
 * The tokens that there are for attachments and question.
 * @param window as of `turnPrompt`.
 */
export function roomForQuestion(prompts: Prompts, style: Question['style'], window: number): number {
  const around = systemMessage(prompts, style) + prompts.reminder;
  return window - answerTokensIn(window) - estimateTokens(around);
}

function together(asked: NotWhole, past: NotWhole): NotWhole | undefined {
  const cut = [...new Set([...asked.cut, ...past.cut])];
  const leftOut = [...new Set([...asked.leftOut, ...past.leftOut])];
  return cut.length + leftOut.length === 0 ? undefined : { cut, leftOut };
}

/** A question as it stands in the conversation, without what closes only the last one. */
function userTurn(
  { text, attachments }: Asked,
  prompts: Prompts,
  room: number,
): { readonly content: string } & NotWhole {
  const fitted = fitAttachments(attachments, charactersIn(room) - text.length);
  const parts = [...fitted.attachments.map((attachment) => renderAttachment(attachment, prompts)), text];
  return { content: parts.join('\n\n'), cut: fitted.cut, leftOut: fitted.leftOut };
}

/**
 * The newest exchanges that fit. Code that a later question carries too is not said twice; code that is
 * too long is cut, since the conversation is about it.
 */
function pastTurns(
  question: Question,
  prompts: Prompts,
  room: number,
): { readonly messages: readonly ChatMessage[] } & NotWhole {
  const messages: ChatMessage[] = [];
  const carried = [...question.attachments];
  let left = room;
  const cut: string[] = [];
  const leftOut: string[] = [];
  for (const exchange of [...question.history].reverse()) {
    const said = withoutCarried(exchange, carried);
    const bare = estimateTokens(said.text + said.answer) + (said.attachments.length > 0 ? frame : 0);
    if (bare > left) break;
    const turn = userTurn(said, prompts, left - estimateTokens(said.answer));
    messages.unshift({ role: 'user', content: turn.content }, { role: 'assistant', content: said.answer });
    left -= estimateTokens(turn.content) + estimateTokens(said.answer);
    cut.push(...turn.cut);
    leftOut.push(...turn.leftOut);
    carried.push(...said.attachments);
  }
  return { messages, cut, leftOut };
}

function withoutCarried(exchange: Exchange, carried: readonly Attachment[]): Exchange {
  const attachments = exchange.attachments.filter(
    (one) => !carried.some((other) => isSameAttachment(one, other)),
  );
  return { ...exchange, attachments };
}
