import * as vscode from 'vscode';
import { entryOf, languageList, type ListedLanguage } from '../../core/completion/languageList';
import { t } from '../../core/text';
import type { InterfaceText } from '../interfaceText';
import type { Settings } from '../settings';
import { languageIdOf } from './languageIdOf';

interface Entry extends vscode.QuickPickItem {
  readonly language?: ListedLanguage;
}

/** Shows every programming language and whether completion is on in it; choosing one switches it. */
export async function showLanguages({ settings, text }: LanguageParts): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const read = (): readonly ListedLanguage[] =>
    languageList(known, settings.completion(), text.interfaceLanguage);
  const editor = vscode.window.activeTextEditor;
  const current = entryOf(read(), editor && languageIdOf(editor.document));

  const list = vscode.window.createQuickPick<Entry>();
  const show = (active: string | undefined): void => {
    const entries = entriesOf(read());
    list.items = entries;
    list.activeItems = entries.filter(({ language }) => language !== undefined && language.name === active);
    list.keepScrollPosition = true;
  };
  list.title = t('Programming languages');
  list.placeholder = settings.completion().enabled
    ? t('Choose a language to switch completion on or off in it')
    : t('Completion is off altogether. What you choose here holds once it is on again.');
  list.matchOnDescription = true;
  list.onDidAccept(() => {
    const [chosen] = list.selectedItems;
    if (chosen?.language !== undefined) void toggle(chosen.language);
  });
  list.onDidHide(() => list.dispose());
  list.show();
  // Only a list that is on the screen takes an active entry.
  show(current?.name);

  async function toggle({ name, ids, state }: ListedLanguage): Promise<void> {
    await settings.switchCompletion(ids, state !== 'on');
    show(name);
    const after = read().find((language) => language.name === name);
    if (after?.state === state) {
      void vscode.window.showWarningMessage(
        t('The settings of this workspace decide otherwise, and they come first.'),
      );
    }
  }
}

interface LanguageParts {
  readonly settings: Settings;
  readonly text: InterfaceText;
}

function entriesOf(languages: readonly ListedLanguage[]): readonly Entry[] {
  const trained = languages.filter((language) => language.trained);
  const rest = languages.filter((language) => !language.trained);
  const separator = (label: string): Entry => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    separator(t('The models were trained on these: {0}', trained.length)),
    ...trained.map(entryFor),
    ...(rest.length === 0 ? [] : [separator(t('Best effort: {0}', rest.length))]),
    ...rest.map(entryFor),
  ];
}

function entryFor(language: ListedLanguage): Entry {
  const { name, state } = language;
  const icon = state === 'on' ? 'check' : state === 'off' ? 'circle-slash' : 'dash';
  return { label: `$(${icon}) ${name}`, description: describe(language), language };
}

function describe({ state, trained }: ListedLanguage): string {
  switch (state) {
    case 'on':
      return trained ? t('on') : t('on, best effort');
    case 'off':
      return t('off');
    case 'partly':
      return t('on in part');
  }
}
