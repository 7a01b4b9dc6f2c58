import * as vscode from 'vscode';
import { translationsOf } from '../../core/language/spoken/glossary/describeEntry';
import { definitionIn, termIn, type GlossaryEntry } from '../../core/language/spoken/glossary/entry';
import type { Glossary } from '../../core/language/spoken/glossary/glossary';
import type { AnswerLanguage } from '../../core/language/spoken/languages';
import { t } from '../../core/text';
import { showEntry } from './document';
import type { GlossaryFile } from './file';

interface EntryItem extends vscode.QuickPickItem {
  readonly entry: GlossaryEntry;
}

/** Looks up a term in any of the languages; the one that is taken is shown in full. */
export async function pickFromGlossary(file: GlossaryFile, language: AnswerLanguage): Promise<void> {
  let glossary: Glossary;
  try {
    glossary = await file.load();
  } catch (error) {
    void vscode.window.showErrorMessage(t('The glossary could not be read: {0}', String(error)));
    return;
  }
  const list = vscode.window.createQuickPick<EntryItem>();
  const copy = { iconPath: new vscode.ThemeIcon('copy'), tooltip: t('Copy the term') };
  const show = (): void => {
    list.items = glossary.search(list.value, language).map((entry) => itemOf(entry, language, copy));
  };
  list.title = t('Glossary');
  list.placeholder = t('A programming term, in any of the languages');
  list.onDidChangeValue(show);
  list.onDidTriggerItemButton(({ item }) => void copyTerm(item.label));
  list.onDidAccept(() => {
    const [item] = list.selectedItems;
    list.hide();
    if (item !== undefined) void showEntry(item.entry);
  });
  list.onDidHide(() => list.dispose());
  show();
  list.show();
}

function itemOf(entry: GlossaryEntry, language: AnswerLanguage, copy: vscode.QuickInputButton): EntryItem {
  return {
    entry,
    label: termIn(entry, language),
    description: translationsOf(entry, language),
    detail: definitionIn(entry, language),
    buttons: [copy],
    // What is found is decided by the glossary's search, which knows all languages and no accents.
    alwaysShow: true,
  };
}

async function copyTerm(term: string): Promise<void> {
  await vscode.env.clipboard.writeText(term);
  vscode.window.setStatusBarMessage(t('Copied: {0}', term), 4_000);
}
