import type { Message, QuestionMessage } from './message';

/** What the person wrote, without words of ours. */
export function writtenIn(messages: readonly Message[]): readonly string[] {
  return messages.flatMap((message) => (message.role === 'user' ? ownWords(message) : []));
}

/** What of a question is the person's own. */
export function ownWords({
  text,
  command,
  suggested,
  more,
}: Pick<QuestionMessage, 'text' | 'command' | 'suggested' | 'more'>): readonly string[] {
  if (command === undefined && suggested === undefined) return [text];
  return more === undefined ? [] : [more];
}
