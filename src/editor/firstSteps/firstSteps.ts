import * as vscode from 'vscode';
import { walkthroughLanguage } from '../../core/setup/languageChoice';
import type { InterfaceText } from '../interfaceText';

/**
 * What the first steps have to know: VS Code ticks a step by itself once its context is true, and keeps the tick.
 * `package.json` names these contexts, behind `aliada.`.
 */
type Context = 'languageChosen' | 'hasEndpoint' | 'suggestionOffered' | 'answered';

/** The walkthrough of `package.json`, and how far a person has come in it. */
export class FirstSteps {
  private readonly reached = new Set<Context>();

  constructor(
    private readonly text: InterfaceText,
    private readonly extensionId: string,
  ) {}

  /** Something that a step waits for has happened. */
  reach(context: Context): void {
    if (this.reached.has(context)) return;
    this.reached.add(context);
    void setContext(context, true);
  }

  /** Offers the walkthrough in the language of now. */
  async follow(): Promise<void> {
    await setContext('firstSteps', this.variant ?? false);
  }

  /** Opens the walkthrough in the language of now. */
  async show(): Promise<void> {
    await this.follow();
    const { variant } = this;
    const name = variant === undefined ? 'firstSteps' : `firstSteps.${variant}`;
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${this.extensionId}#${name}`);
  }

  private get variant(): string | undefined {
    return walkthroughLanguage(this.text.interfaceLanguage, vscode.env.language);
  }
}

async function setContext(name: string, value: unknown): Promise<void> {
  await vscode.commands.executeCommand('setContext', `aliada.${name}`, value);
}
