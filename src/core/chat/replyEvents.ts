import type { AnswerMessage } from './message';
import type { TurnEvent } from './turnEvent';

/** Who shows an answer as it grows. */
interface Shown {
  changed(): void;
  appended(id: string, text: string): void;
}

/**
 * What an event of a turn changes in the answer.
 * @param continuing the turn goes on with an answer that was there: what a rewind takes back is written again.
 */
export function applyEvent(event: TurnEvent, reply: AnswerMessage, shown: Shown, continuing: boolean): void {
  switch (event.type) {
    case 'text':
      reply.text += event.text;
      shown.appended(reply.id, event.text);
      break;
    case 'notice':
      if (event.notice === 'shortened') reply.shortened = true;
      else if (event.notice === 'attachmentCut') {
        reply.attachmentCut = true;
        reply.notWhole = { cut: event.cut, leftOut: event.leftOut };
      }
      shown.changed();
      break;
    case 'retrying':
      reply.again = 'asking';
      shown.changed();
      break;
    case 'rewind':
      if (!continuing) {
        reply.replaced = reply.text;
        reply.again = 'asked';
      }
      reply.text = reply.text.slice(0, event.to);
      shown.changed();
      break;
    case 'drifted':
      reply.drifted = true;
      shown.changed();
      break;
    case 'done':
      reply.status = event.reason === 'length' ? 'cut' : 'done';
      break;
    case 'failed':
      applyFailure(event, reply);
      break;
    case 'source':
      reply.source = event.source;
      shown.changed();
      break;
    case 'usage':
      reply.use = event.use;
      break;
    case 'toolCall':
      // Only whoever offers tools is asked for them.
      break;
  }
}

function applyFailure({ error }: Extract<TurnEvent, { type: 'failed' }>, reply: AnswerMessage): void {
  // Without a second answer the first is not explained by it.
  if (reply.again === 'asking') delete reply.again;
  // Half of a second answer may be less than what it took the place of.
  if (reply.replaced !== undefined) {
    reply.versions = { original: reply.replaced, later: reply.text, running: false };
  }
  reply.status = error.reason === 'aborted' ? 'stopped' : 'failed';
  if (reply.status === 'failed') reply.failure = error;
}
