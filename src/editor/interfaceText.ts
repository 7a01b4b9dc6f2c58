import * as vscode from 'vscode';
import { chooseManner, type AnswerSettings } from '../core/chat/manner';
import { chooseInterfaceLanguage } from '../core/language/spoken/chooseInterface';
import type { AnswerLanguage, InterfaceLanguage } from '../core/language/spoken/languages';
import { useTextBundle, type TextBundle } from '../core/text';
import type { Settings } from './settings';

/**
 * The languages of answers and of Aliada's own words. VS Code has no Catalan, Galician or Basque of its
 * own, so the words follow Aliada's setting and not VS Code's bundle for its display language.
 */
export class InterfaceText {
  private loaded: InterfaceLanguage = 'en';
  private readonly spoken = new vscode.EventEmitter<void>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly settings: Settings,
  ) {}

  /** Fires when `t()` has begun to return the words of another language. */
  readonly onChange = this.spoken.event;

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
    if (language === this.loaded) return;
    const bundle = language === 'en' ? {} : await this.bundle(language);
    // The setting may have changed while the file was read; the later call then has the word.
    if (language !== this.wanted()) return;
    useTextBundle(bundle);
    this.loaded = language;
    this.spoken.fire();
  }

  dispose(): void {
    this.spoken.dispose();
  }

  private wanted(): InterfaceLanguage {
    const { language, displayLanguage } = this.answers;
    const setting = this.settings.interfaceLanguage();
    return chooseInterfaceLanguage({ setting, displayLanguage, explanations: language });
  }

  private async bundle(language: InterfaceLanguage): Promise<TextBundle> {
    const file = vscode.Uri.joinPath(this.extensionUri, 'l10n', `bundle.l10n.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as TextBundle;
  }
}
