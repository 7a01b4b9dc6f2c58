import { ThinkingFilter } from '../models/thinking';
import type { StreamEvent } from './endpoint';

/** The stream of an answer without the model's thinking. */
export async function* withoutThinking(events: AsyncIterable<StreamEvent>): AsyncGenerator<StreamEvent> {
  const filter = new ThinkingFilter();
  for await (const event of events) {
    if (event.type !== 'text') {
      // Nothing of the answer comes after its end: what was held back belongs before it.
      const rest = event.type === 'finish' || event.type === 'toolCall' ? filter.end() : '';
      if (rest !== '') yield { type: 'text', text: rest };
      yield event;
      continue;
    }
    const text = filter.feed(event.text);
    if (text !== '') yield { type: 'text', text };
  }
  const rest = filter.end();
  if (rest !== '') yield { type: 'text', text: rest };
}
