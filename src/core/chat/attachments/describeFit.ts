import { t } from '../../text';
import type { NotWhole } from './fit';

/** What of the attachments does not go along for lack of room, in words and by name; empty where all does. */
export function describeFit({ cut, leftOut }: NotWhole): string {
  const sentences = [];
  if (cut.length > 0) sentences.push(t('Too long, so only a part goes along: {0}.', cut.join(', ')));
  if (leftOut.length > 0) sentences.push(t('There is no room for: {0}.', leftOut.join(', ')));
  return sentences.join(' ');
}
