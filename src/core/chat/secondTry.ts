import type { ChatMessage, Endpoint } from '../endpoint/endpoint';
import type { Prompts } from './prompts/prompts';

/**
 * The messages that ask once more for an answer that came in another language.
 * @param good its beginning that was in the right one, or nothing.
 * @param canBegin whether the server goes on from an assistant's turn that was begun.
 */
export function secondTry(
  messages: readonly ChatMessage[],
  prompts: Prompts,
  good: string,
  canBegin: boolean,
): readonly ChatMessage[] {
  const insisting = messages.map((message, index) =>
    index === messages.length - 1
      ? { ...message, content: `${message.content}\n${prompts.insist}` }
      : message,
  );
  const begun = good.trimEnd();
  if (canBegin) return [...insisting, { role: 'assistant', content: begun === '' ? prompts.opening : begun }];
  if (begun === '') return insisting;
  return [
    ...messages,
    { role: 'assistant', content: begun },
    { role: 'user', content: `${prompts.goOn} ${prompts.insist}` },
  ];
}

/** Whether the server continues an answer that was begun. Where it does not say, it is taken not to. */
export async function canBeginAnswer(endpoint: Endpoint, signal: AbortSignal): Promise<boolean> {
  try {
    const { capabilities } = await endpoint.profile(signal);
    return capabilities.prefill !== 'none';
  } catch {
    return false;
  }
}

/** The first text of a continuation as it joins on to what is kept: not two line ends, not two spaces. */
export function joined(kept: string, text: string): string {
  if (kept === '' || kept.endsWith('\n')) return text.replace(/^\s*\n|^\s+(?=\S)/, '');
  return kept.endsWith(' ') ? text.replace(/^ +/, '') : text;
}
