import type { ChatCall, CompletionCall, Endpoint, StreamEvent } from '../../src/core/endpoint/endpoint';
import { EndpointError } from '../../src/core/endpoint/errors';
import type { Capabilities, EndpointProfile } from '../../src/core/endpoint/profile';
import { estimateTokens } from '../../src/core/models/budget';
import { recognise } from '../../src/core/models/catalogue';

const host = 'fed.example';

/** One request: the test says by hand what comes back. */
export class FedCall {
  /** The client closed the connection before the answer had ended. */
  left = false;
  private readonly waiting: (StreamEvent | Error | 'end')[] = [];
  private wake: () => void = () => undefined;

  constructor(
    readonly route: 'complete' | 'chat',
    readonly call: CompletionCall | ChatCall,
  ) {}

  /** What the model is to continue; of a conversation, all turns, each behind its role. */
  get prompt(): string {
    if ('prompt' in this.call) return this.call.prompt;
    return this.call.messages.map(({ role, content }) => `[${role}] ${content}`).join('\n');
  }

  say(...texts: readonly string[]): this {
    return this.push(...texts.map((text) => ({ type: 'text', text }) as const));
  }

  /** The model's own end, or that of the tokens it was granted. */
  finish(reason: 'stop' | 'length' = 'stop'): this {
    return this.push({ type: 'finish', reason }, 'end');
  }

  usage(promptTokens: number): this {
    return this.push({ type: 'usage', promptTokens, completionTokens: 1 });
  }

  fail(reason: EndpointError['reason'], retryAfterMs?: number): this {
    return this.push(new EndpointError(reason, { host, retryAfterMs }));
  }

  /** The connection ends without a word. */
  cut(): this {
    return this.push('end');
  }

  async *stream(signal: AbortSignal): AsyncGenerator<StreamEvent> {
    const leave = (): void => this.wake();
    signal.addEventListener('abort', leave, { once: true });
    let ended = false;
    try {
      for (;;) {
        if (signal.aborted) throw new EndpointError('aborted', { host });
        const next = this.waiting.shift();
        if (next === undefined) await new Promise<void>((resolve) => (this.wake = resolve));
        else if (next === 'end' || next instanceof Error) {
          ended = true;
          if (next === 'end') return;
          throw next;
        } else yield next;
      }
    } finally {
      signal.removeEventListener('abort', leave);
      this.left = !ended;
    }
  }

  private push(...events: readonly (StreamEvent | Error | 'end')[]): this {
    this.waiting.push(...events);
    this.wake();
    return this;
  }
}

export interface FedOptions {
  readonly model?: string;
  readonly host?: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly contextTokens?: number;
}

/** A model server whose answers a test feeds by hand. */
export class FedEndpoint implements Endpoint {
  readonly id = 'fed';
  readonly host: string;
  readonly model: string;
  /** All requests so far, the newest last. */
  readonly calls: FedCall[] = [];
  /** The most that ever ran at once. */
  mostAtOnce = 0;
  capabilities: Capabilities;
  /** Why the server cannot be asked what it is. */
  profileFailure: Error | undefined;
  private running = 0;
  private readonly watchers: (() => void)[] = [];

  constructor(private readonly options: FedOptions = {}) {
    this.host = options.host ?? host;
    this.model = options.model ?? 'salamandra-7b';
    this.capabilities = {
      chat: true,
      rawCompletion: true,
      suffix: false,
      prefill: 'none',
      tokenCount: false,
      tools: false,
      usageInStream: true,
      ...options.capabilities,
    };
  }

  /** The request of this number, from 0, once it has come. */
  async asked(number = this.calls.length): Promise<FedCall> {
    for (;;) {
      const call = this.calls[number];
      if (call !== undefined) return call;
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
  }

  readonly complete = (call: CompletionCall, signal: AbortSignal): AsyncGenerator<StreamEvent> =>
    this.begin(new FedCall('complete', call), signal);

  readonly chat = (call: ChatCall, signal: AbortSignal): AsyncGenerator<StreamEvent> =>
    this.begin(new FedCall('chat', call), signal);

  contextWindow(): Promise<number> {
    return Promise.resolve(this.options.contextTokens ?? 8_192);
  }

  models(): Promise<readonly string[]> {
    return Promise.resolve([this.model]);
  }

  profile(): Promise<EndpointProfile> {
    if (this.profileFailure !== undefined) return Promise.reject(this.profileFailure);
    const { contextTokens } = this.options;
    return Promise.resolve({
      dialect: 'openai-compatible',
      models: [{ name: this.model, facts: recognise(this.model) }],
      ...(contextTokens === undefined ? {} : { contextTokens }),
      maxStops: 4,
      capabilities: this.capabilities,
      refused: [],
    });
  }

  countTokens(text: string): Promise<number> {
    return Promise.resolve(estimateTokens(text));
  }

  private async *begin(call: FedCall, signal: AbortSignal): AsyncGenerator<StreamEvent> {
    this.calls.push(call);
    // One that was left is gone already, even where it has not been told yet.
    this.running += 1;
    const gone = (): void => void (this.running -= 1);
    signal.addEventListener('abort', gone, { once: true });
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    for (const watcher of this.watchers.splice(0)) watcher();
    yield* call.stream(signal);
  }
}

/** All that needs no time has happened: streams were read, requests sent or left. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
