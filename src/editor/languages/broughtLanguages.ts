import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import { isBrought } from '../../core/language/programming/brought';
import { writingRules } from '../../core/language/programming/configuration';
import { together } from '../disposables';

/** What another extension's manifest says of a language. */
interface Contributed {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly configuration?: string;
}

/**
 * Gives the languages that Aliada brings their comments and brackets, and steps back wherever another extension
 * brings them too. In the manifest the rules could not do that: of two files for one language the later extension's
 * wins, by the alphabet. So they are set once a document of the language is open and nobody else has any.
 */
export function registerBroughtLanguages(ownId: string): Disposable {
  const ours = new Map<string, Disposable>();
  /** Documents that were given away once: whoever changes the language back means it. */
  const given = new Set<string>();

  const opened = (document: vscode.TextDocument): void => {
    const { languageId } = document;
    if (!isBrought(languageId)) return;
    const others = contributedByOthers(ownId);
    const rival = others.find(
      ({ id, extensions = [] }) =>
        id !== languageId && !isKnownAs(others, languageId) && hasEnding(document.uri.path, extensions),
    );
    if (rival !== undefined && !given.has(document.uri.toString())) {
      given.add(document.uri.toString());
      void vscode.languages.setTextDocumentLanguage(document, rival.id);
      return;
    }
    if (ours.has(languageId) || isConfigured(others, languageId)) return;
    const rules = writingRules(languageId);
    if (rules === undefined) return;
    ours.set(
      languageId,
      vscode.languages.setLanguageConfiguration(languageId, {
        comments: rules.comments,
        brackets: rules.brackets,
        autoClosingPairs: [...rules.autoClosingPairs],
      }),
    );
  };
  /** An extension was installed or removed: whose rules hold is asked anew. */
  const again = (): void => {
    for (const rules of ours.values()) rules.dispose();
    ours.clear();
    vscode.workspace.textDocuments.forEach(opened);
  };

  again();
  return together(
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A change of language closes a document and opens it again: only what is gone is forgotten.
      if (document.isClosed) given.delete(document.uri.toString());
    }),
    vscode.extensions.onDidChange(again),
    { dispose: () => ours.forEach((rules) => rules.dispose()) },
  );
}

function contributedByOthers(ownId: string): readonly Contributed[] {
  return vscode.extensions.all
    .filter(({ id }) => id !== ownId)
    .flatMap(({ packageJSON }) => {
      const { contributes } = packageJSON as { contributes?: { languages?: unknown } };
      // Somebody else's manifest may be of any shape.
      const languages = contributes?.languages;
      return Array.isArray(languages) ? (languages as Contributed[]) : [];
    });
}

function isKnownAs(others: readonly Contributed[], languageId: string): boolean {
  return others.some(({ id }) => id === languageId);
}

function isConfigured(others: readonly Contributed[], languageId: string): boolean {
  return others.some(({ id, configuration }) => id === languageId && configuration !== undefined);
}

function hasEnding(path: string, extensions: readonly string[]): boolean {
  return extensions.some((ending) => path.toLowerCase().endsWith(ending.toLowerCase()));
}
