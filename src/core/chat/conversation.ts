import type { ChatMessage, Endpoint } from '../endpoint/endpoint';
import type { EndpointError } from '../endpoint/errors';
import { languageTag } from '../language/spoken/choose';
import type { AnswerLanguage } from '../language/spoken/languages';
import { contextTokens } from '../models/budget';
import { attachmentLabel, type Attachment } from './attachment';
import { promptsFor } from './prompts/forLanguage';
import type { MessageStatus } from './protocol';
import { answer, type TurnEvent } from './turn';
import { userTurn } from './turnPrompt';

/** Why an answer failed: the server, or that there is none. */
export type AnswerFailure = EndpointError | 'noEndpoint';

interface QuestionMessage {
  readonly id: string;
  readonly role: 'user';
  readonly text: string;
  readonly lang: string;
  readonly attachments: readonly Attachment[];
}

export interface AnswerMessage {
  readonly id: string;
  readonly role: 'assistant';
  readonly lang: string;
  text: string;
  status: MessageStatus;
  attachmentCut: boolean;
  source?: { readonly model: string; readonly host: string };
  failure?: AnswerFailure;
}

export type Message = QuestionMessage | AnswerMessage;

/** What a conversation needs from the world around it. */
export interface ConversationParts {
  /** The endpoint to ask, or `undefined` where there is none and none was chosen. May ask the person. */
  endpoint(signal: AbortSignal): Promise<Endpoint | undefined>;
  /** The language of the next answer. */
  language(): AnswerLanguage;
  /** Something other than the growing text of an answer changed. */
  changed(): void;
  /** The answer `id` grew by `text`. */
  appended(id: string, text: string): void;
}

/**
 * The conversation behind the chat view. Nothing in it is lost by a failure or a stop: the question and
 * what came of the answer stay. One answer at a time.
 */
export class Conversation {
  private list: Message[] = [];
  private count = 0;
  private current: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(private readonly parts: ConversationParts) {}

  get messages(): readonly Message[] {
    return this.list;
  }

  get busy(): boolean {
    return this.current !== undefined;
  }

  /** Asks; an answer under way is stopped first. Resolves when the answer has ended, however it ended. */
  async ask(text: string, attachments: readonly Attachment[]): Promise<void> {
    await this.stop();
    const language = this.parts.language();
    this.list.push({ id: this.nextId(), role: 'user', text, attachments, lang: languageTag(language) });
    await this.run();
  }

  /** Asks the last question again. What had come of a failed answer stays above the new one. */
  async retry(): Promise<void> {
    await this.stop();
    const last = this.list.at(-1);
    if (last?.role === 'assistant') {
      if (last.text === '') this.list.pop();
      else delete last.failure;
    }
    if (this.list.some(({ role }) => role === 'user')) await this.run();
  }

  /** Ends the answer under way, if there is one; its text so far stays. */
  async stop(): Promise<void> {
    this.current?.abort.abort();
    await this.current?.ended;
  }

  /** Begins anew. */
  async clear(): Promise<void> {
    await this.stop();
    this.list = [];
    this.parts.changed();
  }

  private async run(): Promise<void> {
    const abort = new AbortController();
    const ended = this.answerLast(abort.signal).finally(() => {
      this.current = undefined;
      this.parts.changed();
    });
    this.current = { abort, ended };
    this.parts.changed();
    await ended;
  }

  private async answerLast(signal: AbortSignal): Promise<void> {
    const at = this.list.findLastIndex(({ role }) => role === 'user');
    const question = this.list[at];
    if (question?.role !== 'user') return;
    const language = this.parts.language();
    const reply: AnswerMessage = {
      id: this.nextId(),
      role: 'assistant',
      lang: languageTag(language),
      text: '',
      status: 'streaming',
      attachmentCut: false,
    };
    const history = this.history(at, language);
    this.list.push(reply);
    const endpoint = await this.parts.endpoint(signal);
    if (endpoint === undefined) {
      reply.status = signal.aborted ? 'stopped' : 'failed';
      if (!signal.aborted) reply.failure = 'noEndpoint';
      return;
    }
    const asked = { text: question.text, attachments: question.attachments, history };
    for await (const event of answer(asked, endpoint, language, signal)) this.apply(event, reply, endpoint);
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
        reply.attachmentCut = true;
        break;
      case 'done':
        reply.status = event.reason === 'length' ? 'cut' : 'done';
        break;
      case 'failed':
        reply.status = event.error.reason === 'aborted' ? 'stopped' : 'failed';
        if (reply.status === 'failed') reply.failure = event.error;
        break;
      case 'usage':
        break;
    }
  }

  /** What was said before the question at `end`, as the model reads it. Empty answers are left out. */
  private history(end: number, language: AnswerLanguage): ChatMessage[] {
    const prompts = promptsFor(language);
    return this.list
      .slice(0, end)
      .map((message): ChatMessage =>
        message.role === 'user'
          ? { role: 'user', content: userTurn(message, prompts, contextTokens).content }
          : { role: 'assistant', content: message.text },
      );
  }

  private nextId(): string {
    this.count += 1;
    return `m${this.count}`;
  }
}

/** Names of what went along with a message. */
export function attachmentLabels(message: Message): readonly string[] {
  return message.role === 'user' ? message.attachments.map(attachmentLabel) : [];
}
