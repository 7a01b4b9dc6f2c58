import type { ChatMessage, Endpoint } from '../endpoint/endpoint';
import { LanguageGuard } from '../language/spoken/guard';
import type { AnswerLanguage } from '../language/spoken/languages';
import { charactersIn, estimateTokens } from '../models/budget';
import { askOrShorten } from './ask';
import { Hold } from './hold';
import { begunAnswer, joiningCharacters, joinTo } from './joinAnswer';
import { promptsFor } from './prompts/forLanguage';
import type { Question } from './question';
import { canBeginAnswer } from './secondTry';
import type { TurnEvent } from './turnEvent';
import { turnPrompt } from './turnPrompt';

/**
 * Goes on with an answer that was cut or stopped, in the place where it broke off. Where the server takes a turn that
 * was begun, it is given the beginning; elsewhere it is asked to go on. What comes is joined without a seam: first a
 * `rewind` to what stays, then the text. Where nothing comes there is no `rewind`, and the answer is as it was.
 * Never throws, as `answer`.
 */
export async function* continueAnswer(
  question: Question,
  begun: string,
  endpoint: Endpoint,
  language: AnswerLanguage,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const prompts = promptsFor(language);
  const window = await endpoint.contextWindow(signal);
  const exact = await canBeginAnswer(endpoint, signal);
  const start = begunAnswer(begun, exact);
  const messagesIn = (room: number): readonly ChatMessage[] => {
    // Of a very long answer the end is what the model needs to go on.
    const tail = start.kept.slice(-charactersIn(room / 4)).trimEnd();
    const { messages } = turnPrompt(question, prompts, room - estimateTokens(tail + prompts.goOn));
    const said: readonly ChatMessage[] = [...messages, { role: 'assistant', content: tail }];
    return exact ? said : [...said, { role: 'user', content: prompts.goOn }];
  };
  const asking = { messages: messagesIn(window), shorten: messagesIn, window };
  const guard = new LanguageGuard(language, question.text);
  const hold = new Hold(exact ? 0 : joiningCharacters);
  let joined = false;
  let drifted = false;
  const join = function* (text: string): Generator<TurnEvent> {
    if (text === '') return;
    const first = joined ? text : exact ? withheld(begun, text) : joinTo(start, text);
    if (!joined) yield { type: 'rewind', to: start.kept.length };
    joined = true;
    if (first !== '') yield { type: 'text', text: first };
  };
  for await (const event of askOrShorten(asking, endpoint, signal)) {
    if (event.type === 'text') {
      guard.push(event.text);
      yield* join(hold.take(event.text));
    } else {
      if (event.type === 'done') guard.end();
      if (event.type === 'done' || event.type === 'failed') yield* join(hold.release());
      if (event.type !== 'failed' && guard.verdict.verdict === 'wrong' && !drifted) {
        drifted = true;
        yield { type: 'drifted' };
      }
      yield event;
    }
  }
}

/**
 * The first of a continuation that goes on letter by letter, behind the blanks that were left off: a server that keeps
 * what it was given has them written anew, one that had cut them off itself has not.
 */
function withheld(begun: string, text: string): string {
  return /^\s/.test(text) ? text : begun.slice(begun.trimEnd().length) + text;
}
