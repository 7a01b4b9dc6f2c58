import type { Endpoint } from '../endpoint/endpoint';
import { languageTag } from '../language/spoken/choose';
import type { AnswerLanguage } from '../language/spoken/languages';
import type { Attachment } from './attachment';
import type { ConversationParts } from './conversationParts';
import { chooseManner, type AnswerManner, type ConversationChoice } from './manner';
import type { AnswerMessage, Message, QuestionMessage } from './message';
import { commandText } from './prompts/inWords';
import type { CommandName } from './prompts/prompts';
import type { Asked, Exchange } from './question';
import { translateReply } from './translateReply';
import { answer, type Face } from './turn';
import type { TurnEvent } from './turnEvent';

/**
 * The conversation behind the chat view. Nothing in it is lost by a failure or a stop: the question and
 * what came of the answer stay. One answer at a time: whatever is asked for next first ends the one before.
 */
export class Conversation {
  private list: Message[] = [];
  private choice: ConversationChoice = {};
  private count = 0;
  private current: AbortController | undefined;
  /** What was asked for, one after the other. */
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly parts: ConversationParts) {}

  get messages(): readonly Message[] {
    return this.list;
  }

  get busy(): boolean {
    return this.current !== undefined;
  }

  /** How the next answer will be, as far as is known before it is asked for. */
  get manner(): AnswerManner {
    return this.mannerOf(this.written);
  }

  /** Chooses for this conversation. What is not named stays; what is `undefined` is the settings' again. */
  choose(choice: ConversationChoice): void {
    this.choice = { ...this.choice, ...choice };
    this.parts.changed();
  }

  /** Asks; an answer under way is stopped first. Resolves when the answer has ended, however it ended. */
  ask(text: string, attachments: readonly Attachment[]): Promise<void> {
    return this.next(async () => {
      const lang = languageTag(this.mannerOf([...this.written, text]).language);
      this.list.push({ id: this.nextId(), role: 'user', text, attachments, lang });
      await this.busyWith((signal) => this.answerLast(signal));
    });
  }

  /**
   * Asks what a command asks, in the words of the language that the answer will have.
   * @param written what the person wrote for it, where they did.
   */
  run(
    command: CommandName,
    attachments: readonly Attachment[],
    written: Pick<QuestionMessage, 'typed' | 'more'> = {},
  ): Promise<void> {
    return this.next(async () => {
      const { more = '' } = written;
      const { language, comments } = this.mannerOf([...this.written, more]);
      const asked = commandText(command, language, comments);
      const text = more === '' ? asked : `${asked}\n\n${more}`;
      const lang = languageTag(language);
      this.list.push({ id: this.nextId(), role: 'user', text, attachments, lang, command, ...written });
      await this.busyWith((signal) => this.answerLast(signal));
    });
  }

  /** Shows a question and an answer of Aliada's own. No model is asked, and none is told of it later. */
  tell(typed: string, text: string, language: AnswerLanguage): Promise<void> {
    return this.next(() => {
      const lang = languageTag(language);
      const asked = { text: typed, typed, command: 'help', attachments: [], lang } as const;
      this.list.push(
        { id: this.nextId(), role: 'user', ...asked },
        {
          ...{ id: this.nextId(), role: 'assistant', text, lang, language },
          ...{ status: 'done', attachmentCut: false, local: true },
        },
      );
      this.parts.changed();
      return Promise.resolve();
    });
  }

  /** Asks the last question again. What had come of a failed answer stays above the new one. */
  retry(): Promise<void> {
    return this.next(async () => {
      const last = this.list.at(-1);
      if (last?.role === 'assistant') {
        if (last.text === '') this.list.pop();
        else delete last.failure;
      }
      if (this.list.some(({ role }) => role === 'user'))
        await this.busyWith((signal) => this.answerLast(signal));
    });
  }

  /** Translates an answer that came in another language. Stopped or failed, the answer is as it was. */
  translate(id: string): Promise<void> {
    return this.next(async () => {
      const reply = this.find(id);
      if (reply?.drifted !== true || reply.versions !== undefined) return;
      await this.busyWith((signal) => translateReply(reply, this.parts, signal));
    });
  }

  /** Shows an answer as it came first, or as it is now. */
  showOriginal(id: string, original: boolean): void {
    const reply = this.find(id);
    if (reply?.versions?.running !== false) return;
    reply.text = original ? reply.versions.original : reply.versions.later;
    this.parts.changed();
  }

  /** Ends the answer under way, if there is one; its text so far stays. */
  stop(): Promise<void> {
    return this.next(() => Promise.resolve());
  }

  /** Begins anew. */
  clear(): Promise<void> {
    return this.next(() => {
      this.list = [];
      this.choice = {};
      this.parts.changed();
      return Promise.resolve();
    });
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.current?.abort();
    this.waiting += 1;
    this.queue = this.queue.then(() => {
      this.waiting -= 1;
      return step();
    });
    return this.queue;
  }

  private find(id: string): AnswerMessage | undefined {
    const message = this.list.find((one) => one.id === id);
    return message?.role === 'assistant' ? message : undefined;
  }

  private async busyWith(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const abort = new AbortController();
    // Something newer is already wanted: the question is kept, but not sent.
    if (this.waiting > 0) abort.abort();
    this.current = abort;
    await work(abort.signal);
    this.current = undefined;
    this.parts.changed();
  }

  private async answerLast(signal: AbortSignal): Promise<void> {
    const at = this.list.findLastIndex(({ role }) => role === 'user');
    const question = this.list[at];
    if (question?.role !== 'user') return;
    const { language, ...style } = this.manner;
    const reply: AnswerMessage = {
      id: this.nextId(),
      role: 'assistant',
      lang: languageTag(language),
      language,
      text: '',
      status: 'streaming',
      attachmentCut: false,
    };
    const history = this.history(at);
    this.list.push(reply);
    // From here on the face knows the answer, and can show it growing.
    this.parts.changed();
    try {
      const endpoint = await this.parts.endpoint(signal);
      if (endpoint === undefined) {
        reply.status = signal.aborted ? 'stopped' : 'failed';
        if (!signal.aborted) reply.failure = 'noEndpoint';
        return;
      }
      const terms = await this.parts.termsLine?.(question, language);
      const asked = { text: question.text, attachments: question.attachments, history, style, terms };
      const face: Face = { onJudged: (...judged) => this.parts.judged(...judged) };
      for await (const event of answer(asked, endpoint, language, signal, face)) {
        this.apply(event, reply, endpoint);
      }
    } catch (error) {
      // A fault of our own, or of VS Code's: the chat stays usable and the question can be asked again.
      reply.status = 'failed';
      reply.failure = 'unexpected';
      this.parts.unexpected(error);
    }
  }

  private apply(event: TurnEvent, reply: AnswerMessage, endpoint: Endpoint): void {
    if (reply.source === undefined && endpoint.model !== undefined) {
      reply.source = { model: endpoint.model, host: endpoint.host };
    }
    switch (event.type) {
      case 'text':
        reply.text += event.text;
        this.parts.appended(reply.id, event.text);
        break;
      case 'notice':
        if (event.notice === 'shortened') reply.shortened = true;
        else {
          reply.attachmentCut = true;
          reply.notWhole = { cut: event.cut, leftOut: event.leftOut };
        }
        this.parts.changed();
        break;
      case 'retrying':
        reply.again = 'asking';
        this.parts.changed();
        break;
      case 'rewind':
        reply.replaced = reply.text;
        reply.text = reply.text.slice(0, event.to);
        reply.again = 'asked';
        this.parts.changed();
        break;
      case 'drifted':
        reply.drifted = true;
        this.parts.changed();
        break;
      case 'done':
        reply.status = event.reason === 'length' ? 'cut' : 'done';
        break;
      case 'failed':
        // Without a second answer the first is not explained by it.
        if (reply.again === 'asking') delete reply.again;
        // Half of a second answer may be less than what it took the place of.
        if (reply.replaced !== undefined) {
          reply.versions = { original: reply.replaced, later: reply.text, running: false };
        }
        reply.status = event.error.reason === 'aborted' ? 'stopped' : 'failed';
        if (reply.status === 'failed') reply.failure = event.error;
        break;
      case 'usage':
        break;
    }
  }

  /** What the person wrote, without the words of commands. */
  private get written(): readonly string[] {
    return this.list.flatMap((message) =>
      message.role !== 'user' ? [] : message.command === undefined ? [message.text] : (message.more ?? []),
    );
  }

  private mannerOf(questions: readonly string[]): AnswerManner {
    return chooseManner(this.parts.settings(), questions, this.choice);
  }

  /** What was said before the question at `end`. A question without an answer is left out. */
  private history(end: number): Exchange[] {
    const exchanges: (Asked & { answer: string })[] = [];
    for (const message of this.list.slice(0, end)) {
      const last = exchanges.at(-1);
      if (message.role === 'user')
        exchanges.push({ text: message.text, attachments: message.attachments, answer: '' });
      else if (last !== undefined && message.local !== true) last.answer += message.text;
    }
    return exchanges.filter(({ answer }) => answer !== '');
  }

  private nextId(): string {
    this.count += 1;
    return `m${this.count}`;
  }
}
