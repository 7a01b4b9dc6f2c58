// Questions in Catalan. cspell:disable
import assert from 'node:assert/strict';
import { Conversation } from '../../../src/core/chat/conversation';
import { viewModels } from '../../../src/core/chat/viewModels';
import type { Endpoint } from '../../../src/core/endpoint/endpoint';
import { fallback } from '../../../src/core/endpoint/fallback';
import { openEndpoint, sayingEndpoint } from '../../support/endpoint';
import { answer, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

describe('who wrote an answer, and what it took of the context', () => {
  let server: ScriptedServer;
  let endpoint: Endpoint;
  let asked: (string | undefined)[];
  let conversation: Conversation;

  beforeEach(async () => {
    server = await startScriptedServer({ contextSize: 4_096 });
    server.script(answer('Suma dos nombres i en torna el resultat.'));
    endpoint = openEndpoint(server.url, { model: 'first' });
    asked = [];
    conversation = new Conversation({
      endpoint: (_signal, model) => {
        asked.push(model);
        return Promise.resolve(endpoint);
      },
      translator: () => Promise.resolve(endpoint),
      settings: () => ({
        ...{ language: 'ca', displayLanguage: 'ca', comments: 'same', commitMessages: 'same' },
        level: 'standard',
      }),
      changed: () => undefined,
      appended: () => undefined,
      judged: () => undefined,
      unexpected: assert.ifError,
    });
  });
  afterEach(() => server.stop());

  const last = (): Extract<Conversation['messages'][number], { role: 'assistant' }> => {
    const message = conversation.messages.at(-1);
    assert.ok(message?.role === 'assistant');
    return message;
  };

  it('is the one that took over, where the first is away', async () => {
    const away = openEndpoint('http://127.0.0.1:9/v1', { model: 'away' });
    endpoint = fallback([away, openEndpoint(server.url, { model: 'second' })]);
    await conversation.ask('Què fa?', []);
    assert.deepEqual(last().source, { model: 'second', host: new URL(server.url).host });
  });

  it('is told of each of two answers at once, whoever answers first', async () => {
    const slow = fallback([
      openEndpoint(server.url, { model: 'one' }),
      openEndpoint('http://127.0.0.1:9/v1'),
    ]);
    endpoint = slow;
    server.scriptNext(answer('U.', { msBefore: 30 }), answer('Dos.'));
    const other = slow.chat(
      { messages: [], temperature: 0, maxTokens: 9, stop: [] },
      new AbortController().signal,
    );
    const reading = (async () => {
      const events: string[] = [];
      for await (const event of other) if (event.type === 'source') events.push(String(event.model));
      return events;
    })();
    await conversation.ask('Què fa?', []);
    assert.equal(last().source?.model, 'one');
    assert.deepEqual(await reading, ['one']);
  });

  it('is counted by the server against the context that the server has', async () => {
    await conversation.ask('Què fa?', []);
    const { use } = last();
    const prompt = (server.asked[0]?.body.messages ?? []).map(({ content }) => content).join('');
    // As the scripted server counts.
    assert.deepEqual(use, {
      promptTokens: Math.ceil(prompt.length / 4),
      completionTokens: 10,
      contextTokens: 4_096,
      estimated: false,
    });
  });

  it('is estimated, and marked so, where the server does not count', async () => {
    endpoint = sayingEndpoint('Suma dos nombres.');
    await conversation.ask('Què fa?', []);
    assert.equal(last().use?.estimated, true);
    assert.equal(last().use?.completionTokens, Math.ceil('Suma dos nombres.'.length / 3));
    const address = { base: 'http://a/v1', origin: 'http://a', host: 'a', model: 'm' };
    const facts = {
      family: 'other',
      role: 'instruct',
      tools: false,
      mayThink: false,
      sampling: { temperature: 0 },
    } as const;
    const models = [{ id: 'a', address, model: 'm', facts, contextTokens: 8_192, tools: false }];
    const shown = viewModels(
      { models, chosen: undefined, failures: new Map(), asking: false, lang: 'en' },
      conversation.messages,
    );
    assert.match(shown?.context?.label ?? '', /^≈ \d+%$/);
    assert.match(shown?.context?.description ?? '', /estimates/);
  });

  it('is asked of the model that was chosen for the conversation, and a new one forgets it', async () => {
    conversation.choose({ model: 'host/other' });
    await conversation.ask('Què fa?', []);
    await conversation.clear();
    await conversation.ask('I això?', []);
    assert.deepEqual(asked, ['host/other', undefined]);
  });

  it('fails in words where the server refuses all of it', async () => {
    server.script(json({ error: 'Unauthorized' }, 401));
    await conversation.ask('Què fa?', []);
    assert.equal(last().status, 'failed');
    assert.equal(last().source, undefined, 'nobody has written anything');
  });
});
