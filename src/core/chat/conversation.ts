import { languageTag } from '../language/spoken/choose';
import type { AnswerLanguage } from '../language/spoken/languages';
import { goOnWriting, writeAnswer, type Writing } from './answerWriter';
import type { Attachment } from './attachment';
import type { ConversationParts } from './conversationParts';
import { chooseManner, type AnswerManner, type ConversationChoice } from './manner';
import { canContinue, type AnswerMessage, type Message, type QuestionMessage } from './message';
import { MessageTree } from './messageTree';
import { ownWords, writtenIn } from './ownWords';
import { commandText } from './prompts/inWords';
import type { CommandName } from './prompts/prompts';
import type { AnswerStyle } from './question';
import { translateReply } from './translateReply';

/** All that there is to a conversation; what is kept of it, and what it is shown from again. */
export interface ConversationContent {
  /** Every message, the shown and the others, oldest first. */
  readonly messages: readonly Message[];
  /** The last message that is shown. */
  readonly head?: string | undefined;
  readonly choice: ConversationChoice;
}

/**
 * The conversation behind the chat view. Nothing in it is lost by a failure or a stop: the question and
 * what came of the answer stay. One answer at a time: whatever is asked for next first ends the one before.
 */
export class Conversation {
  private tree = new MessageTree();
  private choice: ConversationChoice = {};
  private current: AbortController | undefined;
  /** What was asked for, one after the other. */
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly parts: ConversationParts) {}

  /** What is shown. */
  get messages(): readonly Message[] {
    return this.tree.path;
  }

  get busy(): boolean {
    return this.current !== undefined;
  }

  get content(): ConversationContent {
    return { messages: this.tree.all, head: this.tree.head, choice: this.choice };
  }

  /** How the next answer will be, as far as is known before it is asked for. */
  get manner(): AnswerManner {
    return this.mannerOf(writtenIn(this.messages));
  }

  /** The messages that stand in the place of this one, and it among them, oldest first. */
  alternatives(message: Message): readonly Message[] {
    return this.tree.alternatives(message);
  }

  /** Chooses for this conversation. What is not named stays; what is `undefined` is the settings' again. */
  choose(choice: ConversationChoice): void {
    this.choice = { ...this.choice, ...choice };
    this.parts.changed();
  }

  /** Id of the model that was chosen for this conversation; without one, the settings decide. */
  get chosenModel(): string | undefined {
    return this.choice.model;
  }

  /** True where the last question has its answer, whole. */
  get isAnswered(): boolean {
    const last = this.messages.at(-1);
    return last?.role === 'assistant' && last.status === 'done';
  }

  /** What went along with the question that this answer is for. */
  attachedTo(answer: string): readonly Attachment[] {
    const question = this.tree.find(this.tree.find(answer)?.parent ?? '');
    return question?.role === 'user' ? question.attachments : [];
  }

  /**
   * Asks; an answer under way is stopped first. Resolves when the answer has ended, however it ended.
   * @param instead id of an earlier question that is asked in other words: it and all after it stay beside the new one.
   */
  ask(text: string, attachments: readonly Attachment[], instead?: string): Promise<void> {
    return this.next(() => this.askAfter(this.placeOf(instead), { text, attachments }));
  }

  /** Asks what was offered after an answer: words of ours, in the answer's language. */
  followUp(text: string): Promise<void> {
    return this.next(() => this.askAfter(this.tree.head, { text, attachments: [], suggested: true }));
  }

  /**
   * Asks what a command asks, in the words of the language that the answer will have.
   * @param written what the person wrote for it, where they did.
   * @param instead as for `ask`.
   */
  run(
    command: CommandName,
    attachments: readonly Attachment[],
    written: Pick<QuestionMessage, 'typed' | 'more'> = {},
    instead?: string,
  ): Promise<void> {
    return this.next(() => {
      const { more } = written;
      const place = this.placeOf(instead);
      const before = writtenIn(this.tree.pathTo(place));
      const { language, comments } = this.mannerOf(more === undefined ? before : [...before, more]);
      const asked = commandText(command, language, comments);
      const text = more === undefined ? asked : `${asked}\n\n${more}`;
      return this.askAfter(place, { text, attachments, command, ...written });
    });
  }

  /** Shows a question and an answer of Aliada's own. No model is asked, and none is told of it later. */
  tell(typed: string, text: string, language: AnswerLanguage, instead?: string): Promise<void> {
    return this.next(() => {
      const lang = languageTag(language);
      const question: QuestionMessage = {
        ...this.newMessage(this.placeOf(instead)),
        ...{ role: 'user', text: typed, typed, command: 'help', attachments: [], lang },
      };
      this.tree.add(question);
      this.tree.add({
        ...this.newMessage(question.id),
        ...{ role: 'assistant', text, lang, language, status: 'done', attachmentCut: false, local: true },
      });
      this.parts.changed();
      return Promise.resolve();
    });
  }

  /** Asks the last question again. */
  retry(): Promise<void> {
    return this.next(() => this.answerAgain(this.messages.at(-1)));
  }

  /** Asks for another answer in the place of this one, which stays beside it; one without a word does not. */
  regenerate(id: string): Promise<void> {
    return this.next(() => this.answerAgain(this.tree.find(id)));
  }

  /** Goes on with an answer that was cut, stopped or broken off, where it ends. */
  continue(id: string): Promise<void> {
    return this.next(async () => {
      const reply = this.answerAt(id);
      if (reply === undefined || !canContinue(reply)) return;
      await this.busyWith((signal) => this.goOn(reply, signal));
    });
  }

  /** Shows another of the messages in one place, with what came after it last. */
  show(id: string): Promise<void> {
    return this.next(() => {
      this.tree.show(id);
      this.parts.changed();
      return Promise.resolve();
    });
  }

  /** Translates an answer that came in another language. Stopped or failed, the answer is as it was. */
  translate(id: string): Promise<void> {
    return this.next(async () => {
      const reply = this.answerAt(id);
      if (reply?.drifted !== true || reply.versions !== undefined) return;
      await this.busyWith((signal) => translateReply(reply, this.parts, signal));
    });
  }

  /** Shows an answer as it came first, or as it is now. */
  showOriginal(id: string, original: boolean): void {
    const reply = this.answerAt(id);
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
    return this.restore(() => ({ messages: [], choice: {} }));
  }

  /**
   * Puts another content in the place of this one, once an answer under way has ended.
   * @param content asked for at that moment.
   */
  restore(content: () => ConversationContent): Promise<void> {
    return this.next(() => {
      const { messages, head, choice } = content();
      this.tree = new MessageTree(messages, head);
      this.choice = choice;
      this.parts.changed();
      return Promise.resolve();
    });
  }

  /** Takes in what another window has added to the same conversation; what is being written here stays. */
  absorb({ messages, head }: ConversationContent): void {
    this.tree.absorb(messages, head, !this.busy);
    this.parts.changed();
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

  /** The message after which something is asked: the last, or the one before the question that it takes the place of. */
  private placeOf(instead: string | undefined): string | undefined {
    const question = instead === undefined ? undefined : this.tree.find(instead);
    return question === undefined ? this.tree.head : question.parent;
  }

  private answerAt(id: string): AnswerMessage | undefined {
    const message = this.tree.find(id);
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

  private async askAfter(
    parent: string | undefined,
    asked: Omit<QuestionMessage, 'id' | 'parent' | 'at' | 'role' | 'lang'>,
  ): Promise<void> {
    const before = writtenIn(this.tree.pathTo(parent));
    const lang = languageTag(this.mannerOf([...before, ...ownWords(asked)]).language);
    const question: QuestionMessage = { ...this.newMessage(parent), role: 'user', lang, ...asked };
    this.tree.add(question);
    await this.busyWith((signal) => this.answerTo(question, signal));
  }

  private async answerAgain(last: Message | undefined): Promise<void> {
    const question = last?.role === 'assistant' ? this.tree.find(last.parent ?? '') : last;
    if (last?.role === 'assistant' && last.text === '') this.tree.drop(last);
    if (question?.role === 'user') await this.busyWith((signal) => this.answerTo(question, signal));
  }

  private async answerTo(question: QuestionMessage, signal: AbortSignal): Promise<void> {
    const { language, ...style } = this.mannerOf(writtenIn(this.tree.pathTo(question.id)));
    const reply: AnswerMessage = {
      ...this.newMessage(question.id),
      ...{ role: 'assistant', lang: languageTag(language), language, text: '', status: 'streaming' },
      attachmentCut: false,
    };
    this.tree.add(reply);
    await writeAnswer(this.writing(question, reply, style), this.parts, signal);
  }

  private async goOn(reply: AnswerMessage, signal: AbortSignal): Promise<void> {
    const question = this.tree.find(reply.parent ?? '');
    if (question?.role !== 'user') return;
    const { level, comments } = this.manner;
    await goOnWriting(this.writing(question, reply, { level, comments }), this.parts, signal);
  }

  private writing(question: QuestionMessage, reply: AnswerMessage, style: AnswerStyle): Writing {
    const before = this.tree.pathTo(question.parent);
    return { question, reply, before, style, model: this.choice.model };
  }

  private mannerOf(questions: readonly string[]): AnswerManner {
    return chooseManner(this.parts.settings(), questions, this.choice);
  }

  private newMessage(parent: string | undefined): Pick<Message, 'id' | 'parent' | 'at'> {
    const id = crypto.randomUUID();
    if (parent === undefined) return { id, at: Date.now() };
    // Later than what it follows, whatever became of the clock.
    return { id, at: Math.max(Date.now(), (this.tree.find(parent)?.at ?? 0) + 1), parent };
  }
}
