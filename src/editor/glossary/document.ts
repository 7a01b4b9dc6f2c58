import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import { describeEntry } from '../../core/language/spoken/glossary/describeEntry';
import type { GlossaryEntry } from '../../core/language/spoken/glossary/entry';
import type { AnswerLanguage } from '../../core/language/spoken/languages';
import { t } from '../../core/text';
import { ReadOnlyDocument } from '../readOnlyDocument';
import { showRendered } from '../showRendered';
import type { GlossaryFile } from './file';

const scheme = 'aliada-glossary';
const ending = '.md';

/** Gives VS Code each entry as a read-only document, a tab from before a reload included. */
export function registerEntryDocuments(glossary: GlossaryFile, language: () => AnswerLanguage): Disposable {
  return new ReadOnlyDocument(scheme, async (name) => {
    const entry = (await glossary.load()).entry(name.slice(0, -ending.length));
    return entry === undefined
      ? `${t('This term is not in the glossary.')}\n`
      : describeEntry(entry, language());
  });
}

export async function showEntry(entry: GlossaryEntry): Promise<void> {
  await showRendered(vscode.Uri.from({ scheme, path: `/${entry.id}${ending}` }));
}
