import type { ChatMessage } from '../endpoint/endpoint';

/**
 * A conversation in the one form that every chat template of the family takes: at most one system message,
 * first; then user and assistant in turn, beginning with the user. Neighbours of one role are joined, an
 * empty message is left out. Some releases' templates raise on anything else.
 */
export function mergeTurns(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const spoken = messages.filter(isSpoken);
  const system = spoken.filter(({ role }) => role === 'system').map(({ content }) => content);
  const turns: ChatMessage[] = [];
  for (const message of spoken) {
    if (message.role === 'system') continue;
    const last = turns.at(-1);
    if (last?.role === message.role && isPlain(last) && isPlain(message)) {
      turns[turns.length - 1] = { ...last, content: `${last.content}\n\n${message.content}` };
    } else if (last !== undefined || message.role === 'user') {
      turns.push(message);
    }
  }
  return system.length === 0 ? turns : [{ role: 'system', content: system.join('\n\n') }, ...turns];
}

/** A call of a tool and its result are turns of their own, with or without words. */
function isSpoken(message: ChatMessage): boolean {
  return !isPlain(message) || message.content.trim() !== '';
}

function isPlain({ role, toolCalls }: ChatMessage): boolean {
  return role !== 'tool' && toolCalls === undefined;
}
