import * as vscode from 'vscode';
import { languageChoices } from '../../core/setup/languageChoice';
import { t } from '../../core/text';
import type { Parts } from '../parts';

/**
 * Asks for one language for all that Aliada says, and keeps it in the settings of answers and of Aliada's own words.
 * @param from `firstSteps` where a click in the walkthrough asks: it then goes on in that language.
 */
export async function chooseLanguage(
  { settings, text, firstSteps }: Pick<Parts, 'settings' | 'text' | 'firstSteps'>,
  from: unknown,
): Promise<void> {
  const chosen = await pick(text.answers.language);
  if (chosen === undefined) return;
  const before = text.interfaceLanguage;
  await settings.keepLanguages(chosen.answers, chosen.words);
  await text.load();
  firstSteps.reach('languageChosen');
  if (from === 'firstSteps' && text.interfaceLanguage !== before) await firstSteps.show();
}

/** A list whose first entry is the language of now, so that Enter changes nothing. */
function pick(current: string): Promise<LanguageItem | undefined> {
  const list = vscode.window.createQuickPick<LanguageItem>();
  list.title = t('Choose language');
  list.placeholder = t('The language of answers, and of Aliada’s own words');
  // The walkthrough takes the focus when it opens, which may be late.
  list.ignoreFocusOut = true;
  list.items = languageChoices(current).map((choice) => ({
    ...choice,
    ...(choice.isCurrent ? { description: t('in use') } : {}),
  }));
  list.activeItems = list.items.filter(({ isCurrent }) => isCurrent);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

type LanguageItem = vscode.QuickPickItem & ReturnType<typeof languageChoices>[number];
