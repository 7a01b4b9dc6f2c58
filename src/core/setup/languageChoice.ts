import { interfaceLanguageFor, ofDisplayLanguage, readLanguage } from '../language/spoken/choose';
import { answerLanguages, ownNames } from '../language/spoken/languages';
import type { AnswerLanguage, InterfaceLanguage } from '../language/spoken/languages';
import { t } from '../text';

/** A language that a person can choose for all that Aliada says. */
export interface LanguageChoice {
  /** For `aliada.language`. */
  readonly answers: AnswerLanguage | 'auto';
  /** For `aliada.interfaceLanguage`: the nearest of the five. */
  readonly words: InterfaceLanguage | 'auto';
  readonly label: string;
  /** What the choice means, where its name does not say it. */
  readonly detail?: string;
  /** Whether the settings say so now. */
  readonly isCurrent: boolean;
}

/** Every language by its own name, and last the one that goes by what a person writes. */
export function languageChoices(current: string): readonly LanguageChoice[] {
  const now = readLanguage(current) ?? 'auto';
  const named = answerLanguages.map((language): LanguageChoice => {
    const words = interfaceLanguageFor(language);
    const isOwn = language === words;
    return {
      ...{ answers: language, words, label: ownNames[language], isCurrent: language === now },
      ...(isOwn ? {} : { detail: t('Menus and notices: {0}', ownNames[words]) }),
    };
  });
  const auto: LanguageChoice = {
    ...{ answers: 'auto', words: 'auto', label: t('Automatic'), isCurrent: now === 'auto' },
    detail: t('Answers in the language of the question; menus and notices in that of VS Code'),
  };
  return [...named, auto];
}

/**
 * Which of the walkthroughs of `package.json` to show: VS Code writes the first in its own display language, and those
 * of the other four are written out, since VS Code itself has no Galician or Basque.
 * @returns the language of one that is written out; `undefined` for VS Code's own.
 */
export function walkthroughLanguage(
  words: InterfaceLanguage,
  displayLanguage: string,
): InterfaceLanguage | undefined {
  const display = ofDisplayLanguage(displayLanguage);
  return words === (display === undefined ? 'en' : interfaceLanguageFor(display)) ? undefined : words;
}
