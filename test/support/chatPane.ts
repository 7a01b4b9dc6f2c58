import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** Aliada's chat view as a person uses it. */
export class ChatPane {
  constructor(private readonly workbench: Workbench) {}

  private get page(): FrameLocator {
    return this.workbench.chat;
  }

  get composer(): Locator {
    return this.page.locator('.composer textarea');
  }

  /** Send, or Stop while an answer is being written. */
  get button(): Locator {
    return this.page.locator('.composer-bar button.primary');
  }

  get stopButton(): Locator {
    return this.page.locator('.composer-bar button.primary.stop');
  }

  get answers(): Locator {
    return this.page.locator('.message.assistant');
  }

  get questions(): Locator {
    return this.page.locator('.message.user');
  }

  /** The text of the newest answer. */
  get answer(): Locator {
    return this.answers.last();
  }

  get failure(): Locator {
    return this.answer.locator('.failure');
  }

  /** What stands below an answer: stopped, or cut. */
  get note(): Locator {
    return this.answer.locator('.note');
  }

  /** What is said of an answer that nobody has to heed. */
  get aside(): Locator {
    return this.answer.locator('.aside');
  }

  /** The one thing that can be done about an answer in another language. */
  translationButton(label: string): Locator {
    return this.answer.locator('.language-note button', { hasText: label });
  }

  /** That the model which will be asked is no real one. */
  get demonstration(): Locator {
    return this.page.locator('.demonstration');
  }

  /** What will go along with the next question. */
  get attached(): Locator {
    return this.page.locator('.composer .attached');
  }

  /** Each thing that will go along. */
  get chips(): Locator {
    return this.page.locator('.composer .chip');
  }

  /** An entry of the list of commands or attachments. */
  option(name: string): Locator {
    return this.page.getByRole('option').filter({ hasText: name });
  }

  /** One of the things to try. */
  starter(label: string): Locator {
    return this.page.getByRole('button', { name: label, exact: true });
  }

  /** The language of the answers; the menu is behind it. */
  get answersChip(): Locator {
    return this.page.locator('.composer-bar button.answers');
  }

  /** The model that will be asked; the menu is behind it. */
  get modelChip(): Locator {
    return this.page.locator('.composer-bar button.model');
  }

  /** An entry of that menu by the model's name. */
  modelOption(model: string): Locator {
    return this.answersMenu.getByRole('menuitemradio', { name: model });
  }

  /** How much of the model's context is taken. */
  get meter(): Locator {
    return this.page.getByRole('meter');
  }

  get answersMenu(): Locator {
    return this.page.getByRole('menu');
  }

  /** An entry of that menu by its name. */
  answersOption(name: string): Locator {
    return this.answersMenu.getByRole('menuitemradio', { name, exact: true });
  }

  /** What has the focus in the view. */
  get focused(): Locator {
    return this.page.locator(':focus');
  }

  /** What a screen reader is told. */
  get status(): Locator {
    return this.page.getByRole('status');
  }

  /** A button below a message by its name; the last answer's, unless another message is named. */
  action(name: string, message: Locator = this.answer): Locator {
    return message.getByRole('button', { name, exact: true });
  }

  /** The field in which a question is written anew. */
  get editor(): Locator {
    return this.page.locator('.question-editor textarea');
  }

  /** A question that is offered after the last answer. */
  followUp(text: string): Locator {
    return this.page.locator('.follow-ups button', { hasText: text });
  }

  /** The name of the conversation. */
  get title(): Locator {
    return this.page.locator('.chat-title');
  }

  /** Opens the list of conversations. */
  get historyButton(): Locator {
    return this.page.locator('.chat-head button');
  }

  get historySearch(): Locator {
    return this.page.locator('.history input[type="search"]');
  }

  get historyRows(): Locator {
    return this.page.locator('.history-row');
  }

  historyRow(text: string): Locator {
    return this.historyRows.filter({ hasText: text });
  }

  /** The field in which a conversation is given another name. */
  get historyName(): Locator {
    return this.page.locator('.history-row.renaming input');
  }

  /** What stands in the list where it is empty. */
  get historyEmpty(): Locator {
    return this.page.locator('.history-empty');
  }

  historyButtonNamed(name: string): Locator {
    return this.page.locator('.history').getByRole('button', { name, exact: true });
  }

  codeButton(action: 'copy' | 'insert' | 'apply' | 'newFile' | 'terminal'): Locator {
    return this.answer.locator(`button[data-code-action="${action}"]`);
  }

  async open(): Promise<void> {
    await this.bring('Aliada: Open Chat');
  }

  /** As `open`, with an empty conversation, whatever was there before. */
  async openAnew(): Promise<void> {
    await this.bring('Aliada: New Chat');
    await this.answers.first().waitFor({ state: 'detached' });
  }

  /**
   * Runs a command that ends with the focus in the composer, and waits for that: what is done next must not lose it.
   * Nothing has it before, so that the palette gives it back to nobody.
   */
  private async bring(command: string): Promise<void> {
    await this.workbench.blur();
    await this.workbench.runCommand(command);
    await this.composer.and(this.focused).waitFor();
  }

  async ask(question: string): Promise<void> {
    await this.composer.fill(question);
    await this.composer.press('Enter');
  }

  /** Waits until the newest answer holds a text. */
  async waitForAnswer(text: string): Promise<void> {
    await this.answer.filter({ hasText: text }).waitFor();
  }

  /** Waits until nothing is being written. */
  async waitForRest(): Promise<void> {
    await this.stopButton.waitFor({ state: 'detached' });
  }
}
