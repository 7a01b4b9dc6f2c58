import * as vscode from 'vscode';
import { definitionIn, termIn } from '../../core/language/spoken/glossary/entry';
import { entryAt } from '../../core/language/spoken/glossary/hover';
import type { AnswerLanguage } from '../../core/language/spoken/languages';
import type { GlossaryFile } from './file';

/** So far above the pointer may a comment begin that is still seen; more would cost more than a hover is worth. */
const linesAbove = 60;

/** Explains the keyword or, in a comment, the term under the pointer. */
export class GlossaryHover implements vscode.HoverProvider {
  constructor(
    private readonly file: GlossaryFile,
    private readonly language: () => AnswerLanguage,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { languageId } = document;
    const { line: row, character: column } = position;
    const line = document.lineAt(row).text;
    const above = document.getText(new vscode.Range(Math.max(0, row - linesAbove), 0, row, 0));
    const glossary = await this.file.load();
    if (token.isCancellationRequested) return undefined;
    const language = this.language();
    const found = entryAt({ languageId, line, column, above }, glossary, language);
    if (found === undefined) return undefined;
    const term = termIn(found.entry, language);
    const english = term === found.entry.id ? '' : ` · ${plain(found.entry.id)}`;
    const words = `**${plain(term)}**${english}\n\n${plain(definitionIn(found.entry, language))}`;
    return new vscode.Hover(
      new vscode.MarkdownString(words),
      new vscode.Range(row, found.start, row, found.end),
    );
  }
}

/** Text as Markdown that shows just it. `appendText` would turn its blanks into ones that no line breaks at. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|+-]/g, '\\$&');
}
