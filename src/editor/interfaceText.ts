import * as vscode from 'vscode';
import { chooseAnswerLanguage, interfaceLanguageFor } from '../core/language/spoken/choose';
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

  get answerLanguage(): AnswerLanguage {
    return chooseAnswerLanguage(this.settings.language(), vscode.env.language);
  }

  /** The language of the words that `t()` returns now. */
  get interfaceLanguage(): InterfaceLanguage {
    return this.loaded;
  }

  /** Loads the words of the language that the settings now ask for. */
  async load(): Promise<void> {
    const language = interfaceLanguageFor(this.answerLanguage);
    const bundle = language === 'en' ? {} : await this.bundle(language);
    // The setting may have changed while the file was read; the later call then has the word.
    if (language !== interfaceLanguageFor(this.answerLanguage)) return;
    useTextBundle(bundle);
    this.loaded = language;
  }

  private async bundle(language: InterfaceLanguage): Promise<TextBundle> {
    const file = vscode.Uri.joinPath(this.extensionUri, 'l10n', `bundle.l10n.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as TextBundle;
  }
}
