import type { ChatMessage } from '../endpoint/endpoint';
import { Emitter } from '../emitter';
import type { Disposable } from '../disposable';

/** One request as it left, after masking. */
export interface SentRequest {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Host and port. */
  readonly host: string;
  readonly model: string | undefined;
  readonly content:
    | {
        readonly route: 'chat';
        readonly messages: readonly ChatMessage[];
        /** Names of the tools that went along. */
        readonly tools?: readonly string[];
      }
    | { readonly route: 'complete'; readonly prompt: string };
}

/** How many requests are kept. */
const most = 50;

/** The last requests, for the person to see. In memory only: they go with the program. */
export class SentList {
  private readonly emitter = new Emitter<void>();
  private list: readonly SentRequest[] = [];

  readonly onChange = (listener: () => void): Disposable => this.emitter.on(listener);

  /** The newest first. */
  get requests(): readonly SentRequest[] {
    return this.list;
  }

  add(request: SentRequest): void {
    this.list = [request, ...this.list].slice(0, most);
    this.emitter.emit();
  }

  clear(): void {
    this.list = [];
    this.emitter.emit();
  }
}
