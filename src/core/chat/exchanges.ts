import type { Message } from './message';
import type { Asked, Exchange } from './question';

/** What was said in these messages. A question without an answer is left out, and one that Aliada itself answered. */
export function exchangesOf(messages: readonly Message[]): Exchange[] {
  const exchanges: (Asked & { answer: string })[] = [];
  for (const message of messages) {
    const last = exchanges.at(-1);
    if (message.role === 'user')
      exchanges.push({ text: message.text, attachments: message.attachments, answer: '' });
    else if (last !== undefined && message.local !== true) last.answer += message.text;
  }
  return exchanges.filter(({ answer }) => answer !== '');
}
