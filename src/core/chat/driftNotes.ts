import { t } from '../text';
import type { AnswerMessage } from './message';
import type { ViewMessage } from './protocol';

/** What is said below an answer whose language was not the one that was wanted, and what can be done. */
export function driftNotes(
  message: AnswerMessage,
): Pick<ViewMessage, 'aside' | 'translation' | 'translating'> {
  const { again, drifted, status, versions, text } = message;
  if (versions?.running === true) return { translating: true };
  if (versions !== undefined) {
    return {
      aside: versionsNote(message, versions.by),
      translation:
        text === versions.original
          ? {
              action: 'showTranslation',
              label: versions.by ? t('Show translation') : t('Show what came later'),
            }
          : { action: 'showOriginal', label: t('Show original') },
    };
  }
  if (again === 'asking') return { aside: retryingNote() };
  if (drifted !== true) return again === 'asked' ? { aside: askedAgainNote() } : {};
  if (status === 'streaming') return {};
  return { translation: { note: driftedNote(), action: 'translate', label: t('Translate') } };
}

/** @param by who translated it; it is named only where it is not who answered, since that stands below anyway. */
function versionsNote({ source }: AnswerMessage, by: string | undefined): string {
  if (by === undefined) return askedAgainNote();
  return by === `${source?.model} · ${source?.host}` ? t('Translated.') : t('Translated by {0}.', by);
}

function askedAgainNote(): string {
  return t('It came in another language at first, and was asked for once more.');
}

/** While an answer is asked for once more. */
export function retryingNote(): string {
  return t('It came in another language; asking once more…');
}

/** Below an answer that stays as it is. */
export function driftedNote(): string {
  return t('This answer is in another language, or part of it is.');
}
