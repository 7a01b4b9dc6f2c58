import type { Endpoint, StreamEvent } from '../endpoint/endpoint';
import { EndpointError } from '../endpoint/errors';
import type { Generation } from './generation';
import type { ModelCall } from './prompt';
import { stopAt } from './stop';

/** What one request taught. */
export interface StreamReport {
  /** From the request to its first text, in milliseconds. */
  readonly onFirstText: (ms: number) => void;
  readonly onUsage: (promptTokens: number) => void;
  readonly onFailed: (error: Error) => void;
}

/** One request that writes on a generation: from the first proof that the text is whole, it is closed. */
export class Stream {
  private readonly abort = new AbortController();
  private halted = false;

  /**
   * @param silenceMs how long nothing may come before it is given up.
   * @param now milliseconds on a clock that never goes back.
   */
  constructor(
    readonly generation: Generation,
    private readonly silenceMs: number,
    private readonly now: () => number,
  ) {}

  /** Closes the connection; what has been written stays. */
  halt(): void {
    this.halted = true;
    this.abort.abort();
    this.generation.end('paused');
  }

  /** @param most lines with something on them after which it pauses. */
  async run(call: ModelCall, endpoint: Endpoint, most: number, report: StreamReport): Promise<void> {
    const { generation } = this;
    const before = generation.text;
    const started = this.now();
    let written = '';
    const silence = new AbortController();
    const giveUp = (): void => {
      silence.abort();
      this.abort.abort();
    };
    let timer = setTimeout(giveUp, this.silenceMs);
    try {
      let reason: 'stop' | 'length' | undefined;
      for await (const event of events(call, endpoint, this.abort.signal)) {
        if (this.halted) return;
        clearTimeout(timer);
        timer = setTimeout(giveUp, this.silenceMs);
        if (event.type === 'usage') report.onUsage(event.promptTokens);
        if (event.type === 'finish') reason = event.reason;
        if (event.type !== 'text') continue;
        if (written === '') report.onFirstText(this.now() - started);
        written += event.text;
        const text = before + call.read(written.replaceAll('\r\n', '\n'));
        const end = stopAt(text, generation.anchor, { ended: false });
        if (end !== undefined) {
          generation.grow(text.slice(0, end));
          generation.end('whole');
          return;
        }
        const lines = text.slice(0, text.lastIndexOf('\n') + 1);
        const isLongEnough = countLines(lines) >= most;
        // The indentation of a line that will not come may have arrived with the last line end.
        generation.grow(isLongEnough && text.trimEnd().length < lines.length ? lines : text);
        if (isLongEnough) break;
      }
      if (reason === 'stop') {
        // Only now a last line that grew no more can prove something.
        generation.grow(
          generation.text.slice(0, stopAt(generation.text, generation.anchor, { ended: true })),
        );
      }
      generation.end(reason === 'stop' ? 'whole' : 'paused');
    } catch (thrown) {
      if (this.halted) return;
      const error = silence.signal.aborted
        ? new EndpointError('timeout', { host: endpoint.host })
        : asError(thrown);
      report.onFailed(error);
      // What came before the fault can be gone on with.
      generation.end('paused', written === '' ? error : undefined);
    } finally {
      clearTimeout(timer);
      // Leaving early closes the connection, and the server stops.
      this.abort.abort();
    }
  }
}

function events(call: ModelCall, endpoint: Endpoint, signal: AbortSignal): AsyncIterable<StreamEvent> {
  return call.route === 'complete' ? endpoint.complete(call.call, signal) : endpoint.chat(call.call, signal);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** How many lines have something on them. */
function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
