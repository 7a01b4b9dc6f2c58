import type { ConversationParts } from './conversationParts';
import type { AnswerMessage, Versions } from './message';
import { translate } from './translate';

/**
 * Translates an answer of a conversation where it stands, a paragraph at a time. Its original stays to be shown again;
 * stopped or failed, it is as it was.
 */
export async function translateReply(
  reply: AnswerMessage,
  { translator, changed, unexpected }: Pick<ConversationParts, 'translator' | 'changed' | 'unexpected'>,
  signal: AbortSignal,
): Promise<void> {
  const original = reply.text;
  const versions: Versions = { original, later: '', running: true };
  delete reply.failure;
  reply.versions = versions;
  changed();
  try {
    const endpoint = await translator(signal);
    if (endpoint === undefined && !signal.aborted) reply.failure = 'noEndpoint';
    if (endpoint !== undefined) {
      for await (const event of translate(original, reply.language, endpoint, signal)) {
        versions.by = [endpoint.model, endpoint.host].filter((part) => part !== undefined).join(' · ');
        if (event.type === 'done') {
          versions.later = reply.text;
          versions.running = false;
        } else if (event.type === 'text') {
          reply.text = event.text;
          changed();
        } else if (event.error.reason !== 'aborted') reply.failure = event.error;
      }
    }
  } catch (error) {
    reply.failure = 'unexpected';
    unexpected(error);
  }
  if (!versions.running) return;
  reply.text = original;
  delete reply.versions;
}
