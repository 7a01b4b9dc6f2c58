import type { Endpoint } from '../endpoint/endpoint';
import { continueAnswer } from './continueAnswer';
import type { ConversationParts } from './conversationParts';
import { exchangesOf } from './exchanges';
import type { AnswerMessage, Message, QuestionMessage } from './message';
import type { AnswerStyle, Question } from './question';
import { applyEvent } from './replyEvents';
import { answer, type Face } from './turn';
import type { TurnEvent } from './turnEvent';

/** An answer that is to be written, and all that it is written from. */
export interface Writing {
  readonly question: QuestionMessage;
  readonly reply: AnswerMessage;
  /** What was said before the question. */
  readonly before: readonly Message[];
  readonly style: AnswerStyle;
  /** Id of the model that was chosen for the conversation. */
  readonly model: string | undefined;
}

/** Writes an answer from its beginning. Never fails: what goes wrong stands in the answer. */
export async function writeAnswer(
  writing: Writing,
  parts: ConversationParts,
  signal: AbortSignal,
): Promise<void> {
  const { style } = writing;
  const { language } = writing.reply;
  const face: Face = { onJudged: (...judged) => parts.judged(...judged) };
  await write(writing, parts, signal, false, async (endpoint) => {
    const asked = await questionOf(writing, parts);
    return answer({ ...asked, style }, endpoint, language, signal, face);
  });
}

/** Goes on with an answer where it ends. */
export async function goOnWriting(
  writing: Writing,
  parts: ConversationParts,
  signal: AbortSignal,
): Promise<void> {
  const { reply, style } = writing;
  const before = reply.text;
  reply.status = 'streaming';
  delete reply.failure;
  delete reply.interrupted;
  await write(writing, parts, signal, true, async (endpoint) => {
    const asked = await questionOf(writing, parts);
    return continueAnswer({ ...asked, style }, before, endpoint, reply.language, signal);
  });
}

/** Writes into an answer what the turn brings. */
async function write(
  { reply, model }: Writing,
  parts: ConversationParts,
  signal: AbortSignal,
  continuing: boolean,
  turn: (endpoint: Endpoint) => Promise<AsyncIterable<TurnEvent>>,
): Promise<void> {
  // From here on the face knows the answer, and can show it growing.
  parts.changed();
  try {
    const endpoint = await parts.endpoint(signal, model);
    if (endpoint === undefined) {
      reply.status = signal.aborted ? 'stopped' : 'failed';
      if (!signal.aborted) reply.failure = 'noEndpoint';
      return;
    }
    for await (const event of await turn(endpoint)) applyEvent(event, reply, parts, continuing);
  } catch (error) {
    // A fault of our own, or of VS Code's: the chat stays usable and the question can be asked again.
    reply.status = 'failed';
    reply.failure = 'unexpected';
    parts.unexpected(error);
  }
}

async function questionOf(
  { question, reply, before }: Writing,
  parts: ConversationParts,
): Promise<Omit<Question, 'style'>> {
  const { text, attachments } = question;
  const terms = await parts.termsLine?.(question, reply.language);
  return { text, attachments, history: exchangesOf(before), terms };
}
