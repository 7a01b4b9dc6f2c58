import assert from 'node:assert/strict';
import { parseAddress } from '../../src/core/endpoint/address';
import type { Endpoint, StreamEvent } from '../../src/core/endpoint/endpoint';
import type { TlsFor } from '../../src/core/endpoint/certificates.node';
import { endpointFetch, type KeyFor } from '../../src/core/endpoint/endpointFetch';
import { EndpointError } from '../../src/core/endpoint/errors';
import { huggingFaceEndpoint } from '../../src/core/endpoint/huggingFace';
import { plainProfile } from '../../src/core/endpoint/profile';
import { Profiles } from '../../src/core/endpoint/profiles';
import { nodeFetch, type Deadlines } from '../../src/core/endpoint/transport.node';
import type { Fetch } from '../../src/core/endpoint/transport';
import { contextTokens, estimateTokens } from '../../src/core/models/budget';

export interface EndpointOptions {
  readonly model?: string;
  readonly keyFor?: KeyFor;
  readonly deadlines?: Partial<Deadlines>;
  readonly tlsFor?: TlsFor;
  readonly headers?: Readonly<Record<string, string>>;
  readonly profiles?: Profiles;
  /** In place of the real network, or in front of it. */
  readonly transport?: Fetch;
}

const noKey: KeyFor = () => Promise.resolve(undefined);

/** The endpoint as the extension opens it, over the real network. */
export function openEndpoint(url: string, options: EndpointOptions = {}): Endpoint {
  const {
    model = 'salamandra',
    keyFor = noKey,
    deadlines,
    tlsFor,
    headers,
    profiles = new Profiles(),
  } = options;
  const transport = options.transport ?? nodeFetch('Aliada/test', deadlines, tlsFor);
  const address = parseAddress(url, model);
  if (typeof address === 'string') throw new Error(address);
  const door = endpointFetch(transport, address.origin, keyFor, headers);
  return huggingFaceEndpoint(address, door, profiles);
}

/** An endpoint that only says the given texts, for what does not depend on a network. */
export function sayingEndpoint(...texts: readonly string[]): Endpoint {
  async function* say(): AsyncGenerator<StreamEvent> {
    for (const text of texts) {
      await Promise.resolve();
      yield { type: 'text', text };
    }
    yield { type: 'finish', reason: 'stop' };
  }
  return {
    id: 'saying',
    host: 'saying.example',
    model: 'saying',
    models: () => Promise.resolve(['saying']),
    chat: say,
    complete: say,
    profile: () => Promise.resolve(plainProfile),
    contextWindow: () => Promise.resolve(contextTokens),
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
}

/** All the text of a stream. */
export async function textOf(events: AsyncIterable<StreamEvent>): Promise<string> {
  let text = '';
  for await (const event of events) if (event.type === 'text') text += event.text;
  return text;
}

export const never: AbortSignal = new AbortController().signal;

/** The error with which `work` fails. */
export async function failureOf(work: Promise<unknown>): Promise<EndpointError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof EndpointError, String(error));
  return error;
}
