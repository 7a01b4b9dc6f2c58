import { Conversation } from '../../src/core/chat/conversation';
import type { HistoryFiles } from '../../src/core/chat/history/historyFiles';
import { HistoryPanel } from '../../src/core/chat/history/panel';
import { ChatSession } from '../../src/core/chat/history/session';
import type { AnswerMessage, Message } from '../../src/core/chat/message';
import type { Endpoint } from '../../src/core/endpoint/endpoint';
import { FedEndpoint, settled } from './handFedEndpoint';

let windows = 0;

/** The chat of one window, as the editor puts it together, over any folder. */
export class ChatWindow {
  readonly conversation: Conversation;
  readonly session: ChatSession;
  readonly panel: HistoryPanel;
  readonly endpoint = new FedEndpoint();
  readonly failures: unknown[] = [];
  /** Lines of the log. */
  readonly log: string[] = [];
  keepDays = 30;
  /** The list changed. */
  onPanel: () => void = () => undefined;

  constructor(files: HistoryFiles, now: () => number = () => Date.now()) {
    windows += 1;
    const writer = `window${windows}`;
    this.conversation = new Conversation({
      endpoint: () => Promise.resolve(this.endpoint as Endpoint),
      translator: () => Promise.resolve(this.endpoint as Endpoint),
      settings: () => ({
        ...{ language: 'es', displayLanguage: 'en', comments: 'same', commitMessages: 'same' },
        level: 'standard',
      }),
      judged: () => undefined,
      changed: () => this.session.changed(true),
      appended: () => this.session.changed(false),
      unexpected: (error) => this.failures.push(error),
    });
    this.session = new ChatSession(this.conversation, {
      ...{ files, writer, now },
      keepDays: () => this.keepDays,
      log: { warn: (event, fields) => this.log.push(`${event} ${JSON.stringify(fields)}`) },
      onFailed: (error) => this.failures.push(error),
    });
    this.panel = new HistoryPanel({
      session: this.session,
      keepDays: () => this.keepDays,
      lang: () => 'en',
      now,
      changed: () => this.onPanel(),
      chatChanged: () => undefined,
      onFailed: (error) => this.failures.push(error),
    });
  }

  /** Asks and has it answered. */
  async ask(question: string, answer: string): Promise<void> {
    await this.answered(this.conversation.ask(question, []), answer);
  }

  /** Has what was asked for answered, once it has been sent. */
  async answered(asked: Promise<void>, answer: string, reason: 'stop' | 'length' = 'stop'): Promise<void> {
    const call = await this.endpoint.asked(this.endpoint.calls.length);
    call.say(answer).finish(reason);
    await asked;
    await this.session.flush();
    await settled();
    await this.session.flush();
  }

  /** What is shown, as question and answer in turn. */
  get texts(): readonly string[] {
    return this.conversation.messages.map(({ text }) => text);
  }

  get last(): AnswerMessage {
    const last = this.conversation.messages.at(-1);
    if (last?.role !== 'assistant') throw new Error('The last message is no answer.');
    return last;
  }

  message(index: number): Message {
    const message = this.conversation.messages.at(index);
    if (message === undefined) throw new Error(`There is no message ${index}.`);
    return message;
  }

  /** Titles in the list, newest first. */
  async titles(): Promise<readonly string[]> {
    return (await this.session.history.list()).map(({ title }) => title);
  }

  /** The id of the conversation in the list with this title. */
  async idOf(title: string): Promise<string> {
    const found = (await this.session.history.list()).find((one) => one.title === title);
    if (found === undefined) throw new Error(`There is no conversation ${title}.`);
    return found.id;
  }
}
