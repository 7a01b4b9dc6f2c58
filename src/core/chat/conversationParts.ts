import type { Endpoint } from '../endpoint/endpoint';
import type { AnswerLanguage } from '../language/spoken/languages';
import type { AnswerSettings } from './manner';
import type { Asked } from './question';

/** What a conversation needs from the world around it. */
export interface ConversationParts {
  /**
   * The endpoint to ask, or `undefined` where there is none and none was chosen. May ask the person.
   * @param model id of the one that was chosen for the conversation; where it is gone, the settings decide.
   */
  endpoint(signal: AbortSignal, model?: string): Promise<Endpoint | undefined>;
  /** The same for translating: the one made for it where there is one, else the chat's. */
  translator(signal: AbortSignal): Promise<Endpoint | undefined>;
  /** What the settings say of answers, now. */
  settings(): AnswerSettings;
  /** The line of the prompt that names the terms to use, or an empty text. */
  termsLine?(asked: Asked, language: AnswerLanguage): Promise<string>;
  /** Something other than the growing text of an answer changed. */
  changed(): void;
  /** The answer `id` grew by `text`. */
  appended(id: string, text: string): void;
  /** An answer's language could be seen: whether the model had drifted to another. */
  judged(model: string, language: AnswerLanguage, drifted: boolean): void;
  /** Something failed that should not have. For the log. */
  unexpected(error: unknown): void;
}
