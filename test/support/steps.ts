/**
 * What a reply of the scripted server is made of: plain steps that `playSteps` carries out one by one.
 */
import { markCut } from './recordedRequest';
import type { ServerResponse } from 'node:http';

export type Step =
  /** Status line and headers. */
  | { readonly do: 'head'; readonly status: number; readonly headers: Readonly<Record<string, string>> }
  /** Bytes of the body, sent at once as one piece. */
  | { readonly do: 'send'; readonly bytes: string | Uint8Array }
  | { readonly do: 'wait'; readonly ms: number }
  /** Waits until the gate lets one more step through. */
  | { readonly do: 'gate'; readonly gate: Gate }
  /** Sends nothing more and keeps the connection open until the client closes it. */
  | { readonly do: 'hang' }
  /** Ends the connection in the middle, as a crash of the server does. */
  | { readonly do: 'reset' }
  /** Goes back to the first of the last `steps` steps, for ever. */
  | { readonly do: 'repeat'; readonly steps: number };

/** Holds a reply back until the test lets pieces of it go. */
export class Gate {
  #open = 0;
  #waiting: (() => void)[] = [];

  /** Lets `count` more pieces through; without a count all that is still to come. */
  release(count = Number.POSITIVE_INFINITY): void {
    this.#open += count;
    while (this.#open > 0) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#open--;
      next();
    }
  }

  /** Resolves when the test has released a piece for this caller. */
  async pass(): Promise<void> {
    if (this.#open > 0) {
      this.#open--;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** Plays steps to the end, or until `closed` resolves because the client has gone. */
export async function playSteps(
  steps: readonly Step[],
  response: ServerResponse,
  closed: Promise<unknown>,
): Promise<void> {
  const client = new AbortController();
  const leave = closed.then(() => client.abort());
  for (let at = 0; at < steps.length && !client.signal.aborted; at++) {
    const step = steps[at]!;
    if (step.do === 'repeat') at -= step.steps + 1;
    else await Promise.race([play(step, response), leave]);
  }
  if (!client.signal.aborted) response.end();
}

async function play(step: Exclude<Step, { do: 'repeat' }>, response: ServerResponse): Promise<void> {
  switch (step.do) {
    case 'head':
      response.writeHead(step.status, step.headers);
      response.flushHeaders();
      return;
    case 'send':
      // Waiting for the flush keeps two pieces from leaving in one packet.
      await new Promise<void>((resolve) => response.write(step.bytes, () => resolve()));
      return;
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, step.ms));
      return;
    case 'gate':
      await step.gate.pass();
      return;
    case 'hang':
      await new Promise(() => undefined);
      return;
    case 'reset':
      markCut(response);
      response.socket?.resetAndDestroy();
  }
}
