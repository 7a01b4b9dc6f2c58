import assert from 'node:assert/strict';
import type { ChatCall, CompletionCall, Endpoint, StreamEvent } from '../../src/core/endpoint/endpoint';
import type { DialectId } from '../../src/core/endpoint/profile';
import { EndpointError, type EndpointFailure } from '../../src/core/endpoint/errors';
import { never, textOf } from './endpoint';

/** What is expected of a server, whether real or a stand-in. */
export interface Expected {
  readonly dialect: DialectId;
  readonly contextTokens: number | undefined;
  readonly rawCompletion: boolean;
}

export const chatCall: ChatCall = {
  messages: [{ role: 'user', content: 'Hola' }],
  temperature: 0.2,
  maxTokens: 16,
  stop: [],
};
export const completionCall: CompletionCall = {
  prompt: 'def suma(a, b):\n    ',
  temperature: 0.1,
  maxTokens: 16,
  stop: ['\n\n\n'],
};

/** The assertions that need nothing but the server itself, the same for all, real ones included. */
export function itConforms(open: () => Endpoint, expect: () => Expected): void {
  it('is recognised, with its models and its context', async () => {
    const expected = expect();
    const profile = await open().profile(never);
    assert.equal(profile.dialect, expected.dialect);
    assert.ok(profile.models.length > 0);
    assert.equal(profile.contextTokens, expected.contextTokens);
    assert.equal(profile.capabilities.rawCompletion, expected.rawCompletion);
  });

  it('streams a chat to its end, with the usage', async () => {
    const events = await eventsOf(open().chat(chatCall, never));
    assert.ok(events.some((event) => event.type === 'text' && event.text !== ''));
    assert.equal(events.filter(({ type }) => type === 'finish').length, 1);
    const usage = events.find((event) => event.type === 'usage');
    assert.ok(usage?.type === 'usage' && usage.promptTokens > 0 && usage.completionTokens > 0);
  });

  it('streams a raw completion, or is known to have none', async () => {
    const events = open().complete(completionCall, never);
    if (expect().rawCompletion) assert.notEqual(await textOf(events), '');
    else await assert.rejects(textOf(events), failsWith('notFound'));
  });

  it('takes text behind the gap without failing for it', async () => {
    if (!expect().rawCompletion) return;
    const call = { ...completionCall, suffix: '\nprint(suma(1, 2))' };
    assert.notEqual(await textOf(open().complete(call, never)), '');
  });

  it('counts tokens, by itself or by estimate', async () => {
    const count = await open().countTokens('una frase amb unes quantes paraules', never);
    assert.ok(Number.isInteger(count) && count > 4 && count < 40, String(count));
  });

  it('says that a prompt is too long', async () => {
    const long = 'una paraula i una altra; '.repeat(20_000);
    const call = { ...chatCall, messages: [{ role: 'user' as const, content: long }] };
    await assert.rejects(textOf(open().chat(call, never)), failsWith('contextTooLong'));
  });
}

async function eventsOf(events: AsyncIterable<StreamEvent>): Promise<readonly StreamEvent[]> {
  const all: StreamEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

export function failsWith(expected: EndpointFailure): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof EndpointError, String(error));
    assert.equal(error.reason, expected, `${error.reason} ${error.status} ${error.serverMessage}`);
    return true;
  };
}
