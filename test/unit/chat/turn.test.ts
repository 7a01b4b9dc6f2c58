import assert from 'node:assert/strict';
import type { CodeAttachment } from '../../../src/core/chat/attachment';
import { renderAttachment } from '../../../src/core/chat/attachment';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import type { Question } from '../../../src/core/chat/question';
import { answer as answerTurn, relay } from '../../../src/core/chat/turn';
import type { TurnEvent } from '../../../src/core/chat/turnEvent';
import { turnPrompt } from '../../../src/core/chat/turnPrompt';
import type { ChatMessage } from '../../../src/core/endpoint/endpoint';
import { answerLanguages } from '../../../src/core/language/spoken/languages';
import { estimateTokens } from '../../../src/core/models/budget';
import { never, openEndpoint } from '../../support/endpoint';
import { contextTooLong, resetAfter } from '../../support/failures';
import { answer, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const code: CodeAttachment = {
  kind: 'code',
  path: 'src/suma.py',
  languageId: 'python',
  text: 'def suma(a, b):\n    return a + b\n',
  firstLine: 3,
  lastLine: 4,
};

function question(changes: Partial<Question> = {}): Question {
  return { text: 'Què fa?', attachments: [code], history: [], ...changes };
}

async function eventsOf(events: AsyncIterable<TurnEvent>): Promise<TurnEvent[]> {
  const all: TurnEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('a turn of the chat', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.stop());

  for (const language of answerLanguages) {
    it(`speaks ${language} to the model: system text and the reminder at the end`, async () => {
      server.script(answer('x'));
      await eventsOf(answerTurn(question(), openEndpoint(server.url), language, never));
      const messages = server.asked[0]?.body.messages ?? [];
      const prompts = promptsFor(language);
      assert.deepEqual(
        messages.map(({ role }) => role),
        ['system', 'user'],
      );
      assert.equal(messages[0]?.content, prompts.system);
      const asked = messages[1]?.content ?? '';
      assert.ok(asked.startsWith(renderAttachment(code, prompts)));
      assert.ok(asked.includes('```python\ndef suma(a, b):\n    return a + b\n```'));
      assert.ok(asked.endsWith(`Què fa?\n\n${prompts.reminder}`));
    });
  }

  it('names the terms to use between the question and the reminder, and only for the last question', () => {
    const terms = 'Fes servir aquests termes: loop → bucle.';
    const prompts = promptsFor('ca');
    const history = [{ text: 'Hola', attachments: [], answer: 'Bon dia' }];
    const { messages } = turnPrompt(question({ terms, history }), prompts);
    assert.ok(messages.at(-1)?.content.endsWith(`Què fa?\n\n${terms}\n${prompts.reminder}`));
    assert.equal(messages.filter(({ content }) => content.includes(terms)).length, 1);
    assert.equal(messages[0]?.content, prompts.system);
  });

  it('streams text and ends with done, saying whether the answer was cut', async () => {
    server.script(answer('Suma dos nombres.', { finishReason: 'length' }));
    const events = await eventsOf(answerTurn(question(), openEndpoint(server.url), 'ca', never));
    assert.equal(
      events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
      'Suma dos nombres.',
    );
    assert.deepEqual(events.at(-1), { type: 'done', reason: 'length' });
  });

  it('ends with failed, after the text that came', async () => {
    server.script(resetAfter('Suma'));
    const events = await eventsOf(answerTurn(question(), openEndpoint(server.url), 'ca', never));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['text', 'failed'],
    );
  });

  it('shortens what is too long to the server’s own figure, says so, and asks once more', async () => {
    server.scriptNext(contextTooLong('llamaServer', 4_096, 7_000));
    server.script(answer('Suma.'));
    const long = { ...code, text: 'valor = 1\n'.repeat(1_500) };
    const events = await eventsOf(
      answerTurn(question({ attachments: [long] }), openEndpoint(server.url), 'ca', never),
    );
    assert.deepEqual(
      events.filter(({ type }) => type !== 'usage'),
      [
        { type: 'notice', notice: 'shortened' },
        { type: 'text', text: 'Suma.' },
        { type: 'done', reason: 'stop' },
      ],
    );
    const [first, second] = server.asked;
    assert.ok((second?.text.length ?? 0) < (first?.text.length ?? 0) * 0.6);
    assert.ok((second?.body.max_tokens ?? 0) <= 1_024);
  });

  it('fails when it is still too long, or nothing can be left out', async () => {
    server.script(contextTooLong('vllm', 4_096, 7_000));
    const long = { ...code, text: 'valor = 1\n'.repeat(1_500) };
    const tries = [question({ attachments: [long] }), question({ attachments: [] })];
    for (const [index, asked] of tries.entries()) {
      server.forget();
      const events = await eventsOf(answerTurn(asked, openEndpoint(server.url), 'ca', never));
      assert.equal(events.at(-1)?.type, 'failed');
      assert.equal(server.asked.length, index === 0 ? 2 : 1);
    }
  });

  it('uses all the context that the server has', async () => {
    const large = await startScriptedServer({ contextSize: 32_768 });
    large.script(answer('x'));
    const long = { ...code, text: 'valor = 1\n'.repeat(5_000) };
    const asked = question({ attachments: [long] });
    const events = await eventsOf(answerTurn(asked, openEndpoint(large.url), 'ca', never));
    assert.ok(events.every(({ type }) => type !== 'notice'));
    assert.ok(large.asked[0]?.body.messages?.[1]?.content.includes(long.text.trim()));
    await large.stop();
  });

  it('is short enough at once after one that was too long', async () => {
    server.scriptNext(contextTooLong('llamaServer', 4_096, 7_000));
    server.script(answer('Suma.'));
    const endpoint = openEndpoint(server.url);
    const long = { ...code, text: 'valor = 1\n'.repeat(1_500) };
    const asked = question({ attachments: [long] });
    await eventsOf(answerTurn(asked, endpoint, 'ca', never));
    server.forget();
    const events = await eventsOf(answerTurn(asked, endpoint, 'ca', never));
    assert.deepEqual(
      events.filter(({ type }) => type === 'notice'),
      [{ type: 'notice', notice: 'attachmentCut' }],
    );
    assert.equal(server.asked.length, 1);
    const size = server.asked[0]!.body.messages!.reduce((sum, { content }) => sum + content.length, 0);
    assert.ok(size / 3 + server.asked[0]!.body.max_tokens! <= 4_096, String(size));
  });

  for (const [name, failure] of [
    ['llama-server', contextTooLong('llamaServer', 4_096, 9_000)],
    ['a server without figures', json({ error: { message: 'prompt too long', code: 400 } }, 400)],
  ] as const) {
    it(`leaves out the middle of another extension’s conversation once, and says so: ${name}`, async () => {
      server.scriptNext(failure);
      server.script(answer('x'));
      const said = 'una paraula '.repeat(100);
      const theirs: ChatMessage[] = [{ role: 'user', content: 'Instructions.' }];
      for (let turn = 0; turn < 6; turn += 1) {
        theirs.push({ role: 'assistant', content: `${turn} ${said}` });
        theirs.push({ role: 'user', content: `${turn}? ${said}` });
      }
      const events = await eventsOf(relay(theirs, openEndpoint(server.url), never));
      assert.deepEqual(events[0], { type: 'notice', notice: 'shortened' });
      assert.equal(events.at(-1)?.type, 'done');
      const [whole, shorter] = server.asked.map(({ body }) => body.messages ?? []);
      assert.deepEqual(whole, theirs);
      assert.ok(shorter!.length > 1 && shorter!.length < theirs.length);
      assert.ok(shorter![0]!.content.startsWith('Instructions.'));
      assert.deepEqual(shorter!.at(-1), theirs.at(-1));
    });
  }

  it('never takes anything from a single message of another extension', async () => {
    server.script(contextTooLong('vllm', 4_096, 9_000));
    const theirs: ChatMessage[] = [{ role: 'user', content: 'una paraula '.repeat(3_000) }];
    const events = await eventsOf(relay(theirs, openEndpoint(server.url), never));
    assert.deepEqual(
      events.map(({ type }) => type),
      ['failed'],
    );
    assert.equal(server.asked.length, 1);
  });

  it('passes another extension’s conversation on without adding to it', async () => {
    server.script(answer('x'));
    await eventsOf(relay([{ role: 'user', content: 'theirs' }], openEndpoint(server.url), never));
    assert.deepEqual(server.asked[0]?.body.messages, [{ role: 'user', content: 'theirs' }]);
  });
});

describe('the prompt of a turn', () => {
  const prompts = promptsFor('eu');
  const size = (messages: readonly { content: string }[]): number =>
    messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);

  it('keeps the newest of a long conversation, and begins it with a question', () => {
    const history = Array.from({ length: 100 }, (_, index) => ({
      text: `${index} `.repeat(200),
      attachments: [],
      answer: `${index}! `.repeat(200),
    }));
    const { messages } = turnPrompt(question({ history }), prompts);
    assert.ok(size(messages) <= 6_144, String(size(messages)));
    assert.ok(messages.length > 6);
    assert.equal(messages[1]?.role, 'user');
    assert.ok(messages.at(-2)?.content.startsWith('99! '));
  });

  it('cuts an attachment that is too long at a line end, and says so', () => {
    const text = 'valor = 1\n'.repeat(5_000);
    const { messages, attachmentCut } = turnPrompt(
      question({ attachments: [{ ...code, text, firstLine: 1, lastLine: 5_000 }] }),
      prompts,
    );
    assert.ok(attachmentCut);
    assert.ok(size(messages) <= 6_144, String(size(messages)));
    const asked = messages.at(-1)?.content ?? '';
    const lines = asked.split('\n').filter((line) => line === 'valor = 1').length;
    assert.ok(asked.includes(String(lines)), 'the line numbers say what is really there');
    assert.ok(asked.includes('Què fa?'));
  });

  it('cuts even one long line, and never to nothing', () => {
    const text = 'x'.repeat(60_000);
    const { messages } = turnPrompt(question({ attachments: [{ ...code, text }] }), prompts);
    assert.ok((messages.at(-1)?.content ?? '').includes('x'.repeat(10_000)));
    assert.ok(size(messages) <= 6_144);
  });

  it('keeps the code that the conversation is about, cut where it must be, and says it once', () => {
    const long = { ...code, text: 'valor = 1\n'.repeat(1_850) };
    const history = [{ text: 'Què fa?', attachments: [long], answer: 'Res.' }];
    const asked = turnPrompt(question({ attachments: [], history }), prompts);
    assert.ok(asked.attachmentCut);
    assert.ok(asked.messages[1]?.content.includes('valor = 1'));
    assert.ok(size(asked.messages) <= 6_144, String(size(asked.messages)));
    const again = turnPrompt(
      question({ history: [{ text: 'Una?', attachments: [code], answer: 'Sí.' }] }),
      prompts,
    );
    const said = again.messages.map(({ content }) => content).join('\n');
    assert.equal(said.split('def suma').length - 1, 1);
  });

  it('fences code that holds fences itself', () => {
    const rendered = renderAttachment({ ...code, languageId: 'markdown', text: '```js\nx\n```' }, prompts);
    assert.ok(rendered.includes('````markdown\n```js\nx\n```\n````'));
  });
});
