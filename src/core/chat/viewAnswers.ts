import type { LanguageReason } from '../language/spoken/choose';
import { answerLanguages, ownNames } from '../language/spoken/languages';
import { t } from '../text';
import type { AnswerManner } from './manner';
import { levels, type Level } from './prompts/level';
import type { ViewAnswers } from './protocol';

/** The chip that says how the next answer will be, and the menu behind it. */
export function viewAnswers({ language, reason, level, wanted }: AnswerManner): ViewAnswers {
  const name = ownNames[language];
  return {
    language: name,
    lang: language,
    ...(level === 'standard' ? {} : { level: levelName(level) }),
    description: `${t('Language of the answers: {0}.', name)} ${why(reason)}`,
    languages: [
      { value: 'auto', label: t('Automatic'), checked: wanted === 'auto' },
      ...answerLanguages.map((one) => ({
        value: one,
        label: ownNames[one],
        lang: one,
        checked: wanted === one,
      })),
    ],
    levels: levels.map((one) => ({ value: one, label: levelName(one), checked: one === level })),
  };
}

function levelName(level: Level): string {
  switch (level) {
    case 'beginner':
      return t('For beginners');
    case 'standard':
      return t('Standard');
    case 'brief':
      return t('Brief');
  }
}

function why(reason: LanguageReason): string {
  switch (reason) {
    case 'conversation':
      return t('You chose it for this conversation.');
    case 'setting':
      return t('It comes from the settings.');
    case 'question':
      return t('It is the language of your question.');
    case 'display':
      return t('It is the display language of VS Code.');
    case 'default':
      return t('You can choose another one.');
  }
}
