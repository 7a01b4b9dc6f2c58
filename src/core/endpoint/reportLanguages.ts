import type { DriftRow } from '../language/spoken/driftTally';
import type { IdentifiedLanguage } from '../language/spoken/identify';
import { t } from '../text';
import type { CheckId } from './finding';

/** What each language calls itself. */
const ownNames: Readonly<Record<IdentifiedLanguage, string>> = {
  es: 'español',
  ca: 'català',
  gl: 'galego',
  eu: 'euskara',
  oc: 'occitan',
  pt: 'português',
  en: 'English',
  fr: 'français',
};

/** In which language an answer came that was asked for in the one of `check`. */
export function spokenWords(came: IdentifiedLanguage | undefined, check: CheckId): string {
  if (came === undefined) return t('the answer was too short to tell');
  return check.endsWith(`-${came}`) ? t('yes') : t('no; it came in another language: {0}', ownNames[came]);
}

/** How often a model's answers came in another language at first, by language. */
export function driftWords(rows: readonly DriftRow[]): string {
  const counts = rows.map(({ language, answers, drifted }) => `${language} ${drifted}/${answers}`);
  return t('Answers that first came in another language, counted on this computer: {0}', counts.join(' · '));
}
