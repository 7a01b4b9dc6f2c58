import assert from 'node:assert/strict';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { answer as answerTurn, relay, type Face } from '../../../src/core/chat/turn';
import type { TurnEvent } from '../../../src/core/chat/turnEvent';
import { pieces } from '../../bench/answers/texts';
import { never, openEndpoint, sayingEndpoint } from '../../support/endpoint';
import { internalError, resetAfter } from '../../support/failures';
import { answer, endlessAnswer, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const { ca, en, es } = pieces;
const more = ca.middles[1]!;
const right = `${ca.openings[0]} ${ca.middles[0]}`;
const wrong = `${en.openings[0]} ${en.middles[0]} ${en.middles[1]}`;
const good = `${right}\n\n\`\`\`python\nx = 1\n\`\`\`\n\n`;

/** What a face shows in the end, and which events it was told of beside text. */
interface Shown {
  text: string;
  seen: string[];
  last: TurnEvent | undefined;
}

describe('an answer in the wrong language', () => {
  let server: ScriptedServer;
  beforeEach(async () => (server = await startScriptedServer()));

  /** Makes the server one that says nothing of itself; as it is, it goes on from an answer that was begun. */
  const unableToGoOn = (): void => server.route('GET /v1/models', json({ data: [{ id: 'salamandra' }] }));

  afterEach(() => server.stop());

  async function ask(face: Face = {}, { text = 'Què fa?', signal = never } = {}): Promise<Shown> {
    const shown: Shown = { text: '', seen: [], last: undefined };
    const question = { text, attachments: [], history: [] };
    for await (const event of answerTurn(question, openEndpoint(server.url), 'ca', signal, face)) {
      if (event.type === 'text') shown.text += event.text;
      else if (event.type !== 'usage' && event.type !== 'source') shown.seen.push(event.type);
      if (event.type === 'rewind') shown.text = shown.text.slice(0, event.to);
      shown.last = event;
    }
    return shown;
  }

  /** The messages of the request number `index`, as role and text. */
  const sent = (index: number): [string, string][] =>
    (server.asked[index]?.body.messages ?? []).map(({ role, content }) => [role, content]);

  /** The pieces that a face is shown of an answer that comes in these. */
  async function textsOf(pieces: readonly string[], face: Face): Promise<readonly string[]> {
    const question = { text: '?', attachments: [], history: [] };
    const texts: string[] = [];
    for await (const event of answerTurn(question, sayingEndpoint(...pieces), 'ca', never, face)) {
      if (event.type === 'text') texts.push(event.text);
    }
    return texts;
  }

  it('is broken off and asked for once more, insisting; nothing of it stays', async () => {
    unableToGoOn();
    server.scriptNext(answer(wrong.repeat(50), { msPerChunk: 1 }));
    server.script(answer(right));
    const shown = await ask();
    assert.equal(shown.text, right);
    assert.deepEqual(shown.seen, ['retrying', 'rewind', 'done']);
    assert.equal(await server.asked[0]?.closed, 'closedByClient');
    assert.ok(sent(1).at(-1)?.[1].endsWith(promptsFor('ca').insist));
    assert.deepEqual(
      sent(1).map(([role]) => role),
      ['system', 'user'],
    );
  });

  it('is begun in the right language where the server goes on from there', async () => {
    server.scriptNext(answer(wrong));
    server.script(answer(`\n\n${right}`));
    const shown = await ask();
    assert.deepEqual(sent(1).at(-1), ['assistant', promptsFor('ca').opening]);
    assert.equal(shown.text, right);
  });

  it('keeps a good beginning and goes on from there', async () => {
    unableToGoOn();
    server.scriptNext(answer(good + wrong));
    server.script(answer(more));
    const shown = await ask();
    assert.equal(shown.text, good + more);
    assert.deepEqual(shown.seen, ['retrying', 'rewind', 'done']);
    const [, , begun, goOn] = sent(1);
    assert.deepEqual(begun, ['assistant', good.trimEnd()]);
    assert.equal(goOn?.[0], 'user');
    assert.ok(goOn[1].startsWith(promptsFor('ca').goOn));
  });

  it('goes on from a good beginning in the assistant’s own turn where the server can', async () => {
    server.scriptNext(answer(good + wrong));
    server.script(answer(`\n\n${more}`));
    const shown = await ask();
    assert.equal(shown.text, good + more);
    assert.deepEqual(sent(1).at(-1), ['assistant', good.trimEnd()]);
  });

  it('still wrong, stays and is marked; it is not asked for a third time', async () => {
    server.scriptNext(answer(wrong));
    server.script(answer(es.middles.join(' ')));
    const shown = await ask();
    assert.equal(shown.text, es.middles.join(' '));
    assert.deepEqual(shown.seen, ['retrying', 'rewind', 'drifted', 'done']);
    assert.equal(server.asked.length, 2);
  });

  it('drifting after the second try began well, is marked', async () => {
    server.scriptNext(answer(wrong));
    server.script(answer(good + wrong));
    const shown = await ask();
    assert.equal(shown.text, good + wrong);
    assert.deepEqual(shown.seen, ['retrying', 'rewind', 'drifted', 'done']);
  });

  it('is seen although it is short', async () => {
    server.scriptNext(answer('It is the sum of all the values in the list.'));
    server.script(answer(right));
    assert.equal((await ask()).text, right);
  });

  describe('loses nothing', () => {
    it('when the second try fails before it says anything', async () => {
      server.scriptNext(answer(wrong));
      server.script(internalError());
      const shown = await ask();
      assert.ok(wrong.startsWith(shown.text) && shown.text.length > 40, shown.text);
      assert.deepEqual(shown.seen, ['retrying', 'drifted', 'failed']);
    });

    it('when the second try is empty', async () => {
      server.scriptNext(answer(wrong.repeat(20), { msPerChunk: 1 }));
      server.script(answer(''));
      const shown = await ask();
      assert.ok(wrong.startsWith(shown.text) && shown.text.length > 40, shown.text);
      assert.deepEqual(shown.seen, ['retrying', 'drifted', 'failed']);
    });

    it('when the first was whole and the second try is empty', async () => {
      const short = 'It is the sum of all the values in the list.';
      server.scriptNext(answer(short));
      server.script(answer(' \n'));
      const shown = await ask();
      assert.deepEqual([shown.text, shown.seen], [short, ['retrying', 'drifted', 'done']]);
    });

    it('when the second try breaks off: what came of it stays', async () => {
      server.scriptNext(answer(good + wrong));
      server.script(resetAfter('Primer comprova'));
      const shown = await ask();
      assert.equal(shown.text, `${good}Primer comprova`);
      assert.equal(shown.last?.type, 'failed');
    });

    it('when the person stops during the second try', async () => {
      server.scriptNext(answer(good + wrong));
      server.script(endlessAnswer('paraula '));
      const stop = new AbortController();
      void server.waitForRequest(() => server.asked.length === 2).then(() => stop.abort());
      const shown = await ask({}, { signal: stop.signal });
      assert.ok(shown.text.startsWith(good));
      assert.ok(shown.last?.type === 'failed' && shown.last.error.reason === 'aborted');
      assert.equal(server.asked.length, 2);
    });
  });

  describe('where what was shown cannot be taken back', () => {
    const face = { canReplace: false };

    it('is replaced before any of it is shown', async () => {
      server.scriptNext(answer(wrong));
      server.script(answer(right));
      const shown = await ask(face);
      assert.equal(shown.text, right);
      assert.deepEqual(shown.seen, ['retrying', 'done']);
    });

    it('is shown after all when the second try brings nothing', async () => {
      server.scriptNext(answer(wrong));
      server.script(answer(''));
      const shown = await ask(face);
      assert.ok(wrong.startsWith(shown.text) && shown.text.length > 40, shown.text);
      assert.deepEqual(shown.seen, ['retrying', 'drifted', 'failed']);
    });

    it('is only marked when it drifts later', async () => {
      server.script(answer(good + wrong));
      const shown = await ask(face);
      assert.equal(shown.text, good + wrong);
      assert.deepEqual(shown.seen, ['drifted', 'done']);
      assert.equal(server.asked.length, 1);
    });

    it('holds back no more than 80 characters of a right one, nor an answer that is shorter', async () => {
      const code = ['```text\n', ...Array.from({ length: 100 }, () => '=#=#'), '\n```'];
      const [first = '', ...others] = await textsOf(code, face);
      assert.ok(first.length >= 80 && first.length < 84, `${first.length} characters`);
      assert.equal(others.length, code.length - Math.ceil((80 - 8) / 4) - 1);
      server.script(answer('Sí.'));
      assert.equal((await ask(face)).text, 'Sí.');
    });
  });

  it('tells once of each answer whether the model drifted', async () => {
    const told: unknown[] = [];
    const onJudged: Face['onJudged'] = (...judged) => told.push(judged);
    server.scriptNext(answer(wrong), answer(right), answer(right), answer('```\nx\n```'));
    await ask({ onJudged });
    await ask({ onJudged });
    await ask({ onJudged });
    assert.deepEqual(told, [
      ['salamandra', 'ca', true],
      ['salamandra', 'ca', false],
    ]);
  });

  it('leaves alone what the question wanted so, and what other extensions relay', async () => {
    server.script(answer(wrong));
    const shown = await ask({}, { text: "Tradueix-ho a l'anglès" });
    assert.deepEqual([shown.text, shown.seen], [wrong, ['done']]);
    let relayed = '';
    for await (const event of relay([{ role: 'user', content: 'Hola' }], openEndpoint(server.url), never)) {
      if (event.type === 'text') relayed += event.text;
    }
    assert.equal(relayed, wrong);
    assert.equal(server.asked.length, 2);
  });

  it('shows each piece of a right answer as it comes', async () => {
    const words = right.split(/(?<= )/);
    assert.deepEqual(await textsOf(words, {}), words);
  });
});
