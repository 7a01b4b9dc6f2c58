import { promptsFor } from '../chat/prompts/forLanguage';
import { commentsLine } from '../chat/prompts/inWords';
import type { ChatMessage } from '../endpoint/endpoint';
import { fenceTag, languageName } from '../language/programming/names';
import { charactersIn, estimateTokens } from '../models/budget';
import type { EditRequest } from './request';
import { editWords } from './words';

/** Most characters of what stands around the piece, on either side. */
const around = 4_000;
/** Room for the words around the code, in tokens. */
const frameTokens = 400;

/** A request made to fit the model. */
export interface EditPrompt {
  readonly messages: readonly ChatMessage[];
  /** What the fence of the piece is made of; the answer's is the same. */
  readonly fence: string;
  readonly maxTokens: number;
}

/**
 * The messages that ask for a piece to be changed. The piece and what the instruction is about go whole; what stands
 * around the piece takes the room that is left.
 * @param window the model's context, in tokens as `estimateTokens` counts them.
 * @returns `undefined` where the piece and its answer do not fit.
 */
export function editPrompt(request: EditRequest, window: number): EditPrompt | undefined {
  const { piece, instruction, language, languageId, path, about } = request;
  const prompts = promptsFor(language);
  const words = editWords(language);
  const fence = fenceFor(piece + (about?.text ?? ''));
  const answerTokens = Math.max(512, Math.ceil(estimateTokens(piece) * 1.5) + 256);
  const fixed = estimateTokens(piece + (about?.text ?? '') + instruction + words.system) + frameTokens;
  const left = window - answerTokens - fixed;
  if (left < 0) return undefined;
  const side = Math.min(around, Math.floor(charactersIn(left) / 2));
  const block = (head: string, text: string, id = languageId): string =>
    `${head}\n${fence}${fenceTag(id)}\n${text}\n${fence}`;
  const name = languageName(languageId, language);
  const isEmpty = piece.trim() === '';
  const lastLine = request.firstLine + piece.split('\n').length - 1;
  const before = lastLinesOf(request.before, side);
  const after = firstLinesOf(request.after, side);
  const parts = [
    ...(about === undefined ? [] : [block(words.tested(about.path), about.text, about.languageId)]),
    ...(before.trim() === '' ? [] : [block(words.before, before)]),
    ...(after.trim() === '' ? [] : [block(words.after, after)]),
    isEmpty
      ? words.empty(request.firstLine, path)
      : block(prompts.attachment({ path, language: name, firstLine: request.firstLine, lastLine }), piece),
    `${words.instruction} ${instruction}`,
    words.closing,
  ];
  return {
    messages: [
      { role: 'system', content: `${words.system}\n${commentsLine(prompts, request.comments)}` },
      { role: 'user', content: parts.join('\n\n') },
    ],
    fence,
    maxTokens: Math.min(answerTokens, window),
  };
}

/** The prompt with the assistant's turn begun, for servers that go on from there: then nothing is said before the code. */
export function begun({ messages, fence }: EditPrompt, languageId: string): readonly ChatMessage[] {
  return [...messages, { role: 'assistant', content: opening(fence, languageId) }];
}

/** How an answer begins that is nothing but code. */
export function opening(fence: string, languageId: string): string {
  return `${fence}${fenceTag(languageId)}\n`;
}

/** A fence longer than any run of backticks in the code. */
function fenceFor(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}

function lastLinesOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const tail = text.slice(text.length - characters);
  return tail.slice(tail.indexOf('\n') + 1);
}

function firstLinesOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const head = text.slice(0, characters);
  return head.slice(0, Math.max(0, head.lastIndexOf('\n')));
}
