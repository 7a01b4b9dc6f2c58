import type { PersonalStore } from '../../core/privacy/stores';
import { t } from '../../core/text';
import type { Parts } from '../parts';

/** Every place where Aliada keeps something of the person's. What keeps more registers here. */
export function personalStores(parts: Parts): readonly PersonalStore[] {
  const { keys, endpoints, privacy, chat, figures, drift } = parts;
  const { consents, sent, files } = privacy;
  return [
    {
      label: () => t('API keys'),
      clear: () => keys.clear([...endpoints.everyAddress(), ...consents.list()].map(({ origin }) => origin)),
    },
    { label: () => t('Your answers on where code may go'), clear: () => consents.clear() },
    { label: () => t('The list of what was sent'), clear: () => sent.clear() },
    { label: () => t('The conversations of all workspaces'), clear: () => chat.history.forget() },
    { label: () => t('Today’s figures of suggestions'), clear: () => figures.forget() },
    { label: () => t('How often answers came in another language'), clear: () => drift.forget() },
    { label: () => t('What was found out about files and kept for speed'), clear: () => files.forget() },
  ];
}
