import { canBeginAnswer } from '../chat/secondTry';
import type { Endpoint } from '../endpoint/endpoint';
import { EndpointError } from '../endpoint/errors';
import { mergeTurns } from '../models/messages';
import { answerCode, inPlaceOf, isWords } from './answerCode';
import { EditFailure } from './failure';
import { unmasked } from './unmasked';
import { begun, editPrompt, opening } from './prompt';
import type { EditRequest } from './request';

/**
 * Asks a model to change a piece, and yields what takes its place, whole each time, as far as it has come. The last value
 * is the change.
 * @throws EditFailure where what came is no change, EndpointError and Refusal where the server failed or was not asked.
 */
export async function* edit(
  request: EditRequest,
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const prompt = editPrompt(request, await endpoint.contextWindow(signal));
  if (prompt === undefined) throw new EditFailure('tooLong');
  const { fence, maxTokens } = prompt;
  const canBegin = await canBeginAnswer(endpoint, signal);
  const messages = canBegin ? begun(prompt, request.languageId) : prompt.messages;
  const call = { messages: mergeTurns(messages), temperature: 0, maxTokens, stop: [] };
  let said = '';
  let isCut = false;
  for await (const event of endpoint.chat(call, signal)) {
    if (event.type === 'finish') isCut = event.reason === 'length';
    if (event.type !== 'text') continue;
    said += event.text;
    const { code, isWhole, isBare } = read(said, fence, request.languageId, canBegin);
    // Words or code: without a fence that is only clear at the end.
    if (!isBare && code.trim() !== '') yield inPlaceOf(code, request.piece);
    // What comes after the block is talk, and nobody waits for it.
    if (isWhole) break;
  }
  if (said.trim() === '') throw new EndpointError('badResponse', { host: endpoint.host });
  const { code, isWhole, isBare } = read(said, fence, request.languageId, canBegin);
  if (isCut && !isWhole) throw new EditFailure('cut');
  const isUnfenced = isBare || (canBegin && !isWhole);
  if (isUnfenced && isWords(code, request.piece, request.languageId))
    throw new EditFailure('words', code.trim());
  const whole = unmasked(code, request.piece);
  if (whole === undefined) throw new EditFailure('masked');
  yield inPlaceOf(whole, request.piece);
}

function read(
  said: string,
  fence: string,
  languageId: string,
  canBegin: boolean,
): ReturnType<typeof answerCode> {
  // A model that was made to begin with a fence may begin with one of its own all the same, after a word or two.
  const repeats = /^(?:[^\n`]*:\s*\n)?\s*(?:`{3}|~{3})/.test(said);
  return answerCode(canBegin && !repeats ? opening(fence, languageId) + said : said, fence);
}
