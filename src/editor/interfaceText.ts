import * as vscode from 'vscode';
import { chooseManner, type AnswerSettings } from '../core/chat/manner';
import { interfaceLanguageFor } from '../core/language/spoken/choose';
import type { AnswerLanguage, InterfaceLanguage } from '../core/language/spoken/languages';
import { useTextBundle, type TextBundle } from '../core/text';
import type { Settings } from './settings';

/**
 * The languages of answers and of Aliada's own words. VS Code has no Catalan, Galician or Basque of its
 * own, so the words follow Aliada's setting and not VS Code's bundle for its display language.
 */
export class InterfaceText {
  private loaded: InterfaceLanguage = 'en';

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly settings: Settings,
  ) {}

  /** What is said of answers, now. */
  get answers(): AnswerSettings {
    return this.settings.answers();
  }

  /** The language of what is explained where nobody asked a question in words. */
  get answerLanguage(): AnswerLanguage {
    return chooseManner(this.answers, []).language;
  }

  /** The language of the words that `t()` returns now. */
  get interfaceLanguage(): InterfaceLanguage {
    return this.loaded;
  }

  /** Loads the words of the language that the settings now ask for. */
  async load(): Promise<void> {
    const language = this.wanted();
    const bundle = language === 'en' ? {} : await this.bundle(language);
    // The setting may have changed while the file was read; the later call then has the word.
    if (language !== this.wanted()) return;
    useTextBundle(bundle);
    this.loaded = language;
  }

  /** Follows settings and VS Code, never a question: the words around a conversation stand still. */
  private wanted(): InterfaceLanguage {
    return interfaceLanguageFor(this.answerLanguage);
  }

  private async bundle(language: InterfaceLanguage): Promise<TextBundle> {
    const file = vscode.Uri.joinPath(this.extensionUri, 'l10n', `bundle.l10n.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as TextBundle;
  }
}
