import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import type { Parts } from '../parts';
import { registerEntryDocuments } from './document';
import { GlossaryHover } from './hover';

const schemes = ['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs'];

/** The documents of the glossary's entries and, while the setting asks for it, the hover. */
export function registerGlossary({ glossary, settings, text }: Parts): Disposable {
  const hover = new GlossaryHover(glossary, () => text.answerLanguage);
  let registered: Disposable | undefined;
  const follow = (): void => {
    if (settings.glossaryHover()) {
      registered ??= vscode.languages.registerHoverProvider(
        schemes.map((scheme) => ({ scheme })),
        hover,
      );
    } else {
      registered?.dispose();
      registered = undefined;
    }
  };
  follow();
  return together(
    registerEntryDocuments(glossary, () => text.answerLanguage),
    settings.onChange(follow),
    { dispose: () => registered?.dispose() },
  );
}
