// Words of all the languages that Aliada speaks. cspell:disable
import assert from 'node:assert/strict';
import { CompletionEngine, type EngineParts } from '../../../src/core/completion/engine';
import { promptBudget } from '../../../src/core/completion/promptBudget';
import type { CompletionRequest } from '../../../src/core/completion/request';
import { TokenRate } from '../../../src/core/completion/tokenRate';
import { steppedWindow } from '../../../src/core/completion/window';
import { FedEndpoint, settled, type FedCall, type FedOptions } from '../../support/handFedEndpoint';
import { never } from '../../support/endpoint';
import { at, Typist } from '../../support/typing';

const raw: FedOptions = { model: 'salamandra-7b' };
const prefill: FedOptions = {
  model: 'salamandra-7b-instruct',
  capabilities: { prefill: 'continueFinalMessage' },
};
const hole: FedOptions = { model: 'salamandra-7b-instruct', capabilities: { rawCompletion: false } };

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, line) => `valor_${line} = ${line}\n`).join('');

/** What is sent for the place marked by `|`. */
async function sent(
  text: string,
  options: FedOptions,
  changes: Partial<CompletionRequest> = {},
  parts: EngineParts = {},
): Promise<FedCall> {
  const endpoint = new FedEndpoint(options);
  const engine = new CompletionEngine(parts);
  void engine.suggest(at(text, changes), endpoint, never);
  const call = await endpoint.asked(0);
  call.finish();
  await settled();
  return call;
}

/** What is offered at the place marked by `|` when the model writes this. */
async function offered(
  text: string,
  options: FedOptions,
  ...generated: readonly string[]
): Promise<string | undefined> {
  const person = new Typist(new CompletionEngine(), new FedEndpoint(options));
  return person.receives(text, ...generated);
}

const snippet = { path: 'b.py', text: 'def suma(a, b):\n    return a + b' };
const fillInTheMiddle = /<\|?fim|<PRE>|<MID>|<SUF>|<\|?hole/i;

describe('a base model', () => {
  it('continues pieces from elsewhere, the path and the text before the cursor, in this order', async () => {
    const parts = { context: () => [snippet] };
    const call = await sent('a = 1\nb = |\nc = 3\n', raw, { path: 'src/a.py' }, parts);
    assert.equal(call.route, 'complete');
    assert.equal(call.prompt, '# b.py:\n# def suma(a, b):\n#     return a + b\n# src/a.py\na = 1\nb = ');
  });

  it('never sees what stands behind the cursor, nor a fill-in-the-middle token', async () => {
    const call = await sent('abans|després\n', raw);
    assert.doesNotMatch(JSON.stringify(call.call), /després/);
    assert.doesNotMatch(JSON.stringify(call.call), fillInTheMiddle);
  });

  it('gets the text alone in a language without comments, or without a path', async () => {
    assert.equal((await sent('abans|\n', raw, { path: 'a.txt', languageId: 'plaintext' })).prompt, 'abans');
    assert.equal((await sent('abans|\n', raw)).prompt, 'abans');
  });

  it('is told to stop where the answer cannot go on', async () => {
    assert.deepEqual((await sent('f(|)\n', raw)).call.stop, ['\n']);
    assert.deepEqual((await sent('a = |\n', raw)).call.stop, ['\n\n\n']);
  });
});

describe('an instruct model that goes on with what it is made to begin', () => {
  const lines = numbered(30);

  it('begins with the last lines before the cursor', async () => {
    const call = await sent(`${lines}total = |\nprint(total)\n`, prefill, { path: 'src/a.py' });
    assert.equal(call.route, 'chat');
    assert.ok('messages' in call.call);
    const [system, user, assistant, ...more] = call.call.messages;
    assert.deepEqual(more, []);
    assert.deepEqual([system?.role, user?.role, assistant?.role], ['system', 'user', 'assistant']);
    assert.match(assistant?.content ?? '', /^valor_19 = 19\n[^]*\nvalor_29 = 29\ntotal =$/);
    assert.match(user?.content ?? '', /^The file src\/a\.py \(Python\):\nvalor_0 = 0\n[^]*valor_18 = 18\n/);
    assert.match(user?.content ?? '', /print\(total\)/);
    assert.doesNotMatch(user?.content ?? '', /total =/);
    assert.doesNotMatch(JSON.stringify(call.call), fillInTheMiddle);
  });

  it('has the white space taken off that was withheld and that it writes itself', async () => {
    assert.equal(await offered('total = |\n', prefill, ' ', 'suma(a)'), 'suma(a)');
    assert.equal(await offered('total = |\n', prefill, 'suma(a)'), 'suma(a)');
    assert.equal(await offered('def f(a):\n    |\n', prefill, '\n', '    ret', 'urn a'), 'return a');
    assert.equal(await offered('def f(a):\n    |\n', prefill, '\n  return a'), 'return a');
    assert.equal(await offered('total =|\n', prefill, ' suma(a)'), ' suma(a)');
  });

  it('is not stopped at line ends that it has to write first', async () => {
    assert.deepEqual((await sent('a = 1\n\n\n|\n', prefill)).call.stop, []);
    assert.deepEqual((await sent('f(\n    |)\n', prefill)).call.stop, []);
    assert.deepEqual((await sent('f(|)\n', prefill)).call.stop, ['\n']);
    assert.equal(await offered('a = 1\n\n\n|\n', prefill, '\n\n\n', 'def f():\n    pass'), 'def f():');
  });

  it('begins with nothing in an empty file, however many blank lines it has', async () => {
    for (const text of ['|\n', '\n\n  |\n', `${lines}${'\n'.repeat(20)}|\n`]) {
      const call = await sent(text, prefill);
      assert.ok('messages' in call.call);
      assert.deepEqual(
        call.call.messages.map(({ role }) => role),
        ['system', 'user'],
      );
    }
  });
});

describe('a host that only chats', () => {
  it('is shown a marked hole after words that never change', async () => {
    const first = await sent('total = |\nprint(total)\n', hole, { path: 'src/a.py' });
    const second = await sent('other = 1\nx = |\n', hole);
    assert.ok('messages' in first.call && 'messages' in second.call);
    assert.deepEqual(first.call.messages[0], second.call.messages[0]);
    assert.equal(first.call.messages.length, 2);
    assert.equal(
      first.call.messages[1]?.content,
      'The file src/a.py (Python):\ntotal = <hole>\nprint(total)\n',
    );
  });

  it('ends its answer at the closing tag, and not at a line end that may stand before it', async () => {
    assert.deepEqual((await sent('total = |\n', hole)).call.stop, ['</completion>', '\n\n\n']);
    assert.deepEqual((await sent('f(|)\n', hole)).call.stop, ['</completion>']);
  });

  it('is read between the tags, while it writes', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint(hole));
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('<comp', 'letion>', 'b = a\n', '    ret');
    assert.equal((await answer)?.text, 'b = a');
    call.say('urn b', '</compl', 'etion>', '\nI have completed it.').finish();
    await settled();
    assert.equal(await person.reads('def f(a):\n    |\n'), 'b = a\n    return b');
  });

  it('is understood without the tags too', async () => {
    assert.equal(await offered('total = |\n', hole, 'suma(a)'), 'suma(a)');
    assert.equal(await offered('total = |\n', hole, '<completion>suma(a)'), 'suma(a)');
    assert.equal(await offered('total = |\n', hole, '\n<completion>suma(a)</completion>'), 'suma(a)');
  });

  it('with nothing between the tags offers nothing', async () => {
    assert.equal(await offered('total = |\n', hole, '<completion></completion>'), undefined);
  });
});

describe('every form', () => {
  for (const [name, options] of Object.entries({ raw, prefill, hole })) {
    it(`says how the answer is drawn: ${name}`, async () => {
      const { call } = await sent('total = |\n', options);
      assert.equal(call.temperature, 0);
      assert.equal(call.maxTokens, 96);
      assert.equal(call.automatic, true);
      const block = await sent('def f(a):\n    |\n', options, { trigger: 'invoke' });
      assert.equal(block.call.maxTokens, 192);
      assert.equal(block.call.automatic, false);
    });

    it(`keeps to the budget in a long file, whatever stands around: ${name}`, async () => {
      const long = `${numbered(5_000)}|\n${numbered(5_000)}`;
      const usual = await sent(long, options);
      // 2,048 tokens of 3 characters, and the words of ours.
      assert.ok(usual.prompt.length <= 6_144 + 600, String(usual.prompt.length));
      const small = await sent(long, { ...options, contextTokens: 1_024 });
      assert.ok(small.prompt.length <= (1_024 - 96 - 160) * 3 + 600, String(small.prompt.length));
      assert.ok(small.prompt.includes('valor_4999 = 4999'));
    });

    it(`begins alike from key to key: ${name}`, async () => {
      const lines = numbered(2_000).split('\n').slice(0, -1);
      const prompts: string[] = [];
      for (let line = 500; line < 600; line += 1) {
        const whole = lines[line] ?? '';
        const before = `${lines.slice(0, line).join('\n')}\n`;
        for (let typed = 0; typed < whole.length; typed += 3) {
          prompts.push((await sent(`${before}${whole.slice(0, typed)}|\n`, options)).prompt);
        }
      }
      assert.ok(prompts.length > 400);
      const shares = prompts.slice(1).map((prompt, index) => shared(prompts[index] ?? '', prompt));
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      assert.ok(mean >= 0.9, String(mean));
    }).timeout(30_000);
  }
});

/** The share of a prompt that a server has read already. */
function shared(before: string, now: string): number {
  let length = 0;
  while (length < now.length && before[length] === now[length]) length += 1;
  return length / now.length;
}

describe('the window of a long text', () => {
  it('is all of a text that fits', () => {
    assert.equal(steppedWindow('abc\ndef', 7), 'abc\ndef');
    assert.equal(steppedWindow('', 7), '');
  });

  it('is its end, never longer than it may be, from the start of a line', () => {
    const text = numbered(500);
    for (let length = 300; length <= text.length; length += 7) {
      const window = steppedWindow(text.slice(0, length), 300);
      assert.ok(window.length <= 300 && window.length >= 150, String(window.length));
      assert.ok(text.slice(0, length).endsWith(window));
      assert.match(window, /^valor_/);
    }
  });

  it('moves in steps', () => {
    const text = numbered(500);
    const starts = new Set<number>();
    for (let length = 300; length < 1_300; length += 1) {
      starts.add(length - steppedWindow(text.slice(0, length), 300).length);
    }
    assert.ok(starts.size <= 12, String(starts.size));
  });

  it('is cut inside of a line that is longer than it', () => {
    assert.equal(steppedWindow('x'.repeat(1_000), 300).length <= 300, true);
    assert.ok(steppedWindow('x'.repeat(1_000), 300).length > 0);
  });
});

describe('the budget of a prompt', () => {
  it('is shared out among its parts', () => {
    assert.deepEqual(promptBudget(32_768, 96, 3), { before: 3_380, behind: 1_228, context: 1_536 });
    const { before, behind, context } = promptBudget(1_024, 96, 2);
    assert.equal(before + behind + context, (1_024 - 96 - 160) * 2);
  });

  it('leaves something even of the smallest context', () => {
    assert.ok(promptBudget(10, 192, 3).before > 100);
    assert.deepEqual(promptBudget(undefined, 96, 3), promptBudget(8_192, 96, 3));
  });

  it('follows how many characters the server makes a token of', async () => {
    const rate = new TokenRate();
    assert.equal(rate.of('a', 'python'), 3);
    rate.note('a', 'python', 8_000, 2_000);
    assert.equal(rate.of('a', 'python'), 4);
    assert.equal(rate.of('a', 'fortran'), 3);
    assert.equal(rate.of('b', 'python'), 3);
    rate.note('a', 'python', 100, 10);
    assert.equal(rate.of('a', 'python'), 4);
    rate.note('a', 'python', 100_000, 60);
    assert.equal(rate.of('a', 'python'), 6);

    const person = new Typist(new CompletionEngine(), new FedEndpoint(raw));
    const lines = numbered(5_000);
    void person.write(`${lines}|\n`);
    const first = await person.endpoint.asked(0);
    first.usage(first.prompt.length).say('a').finish();
    await settled();
    void person.write(`${lines}x|\n`);
    const second = await person.endpoint.asked(1);
    // One character a token: 2,048 tokens are 2,048 characters.
    assert.ok(second.prompt.length <= 2_048, String(second.prompt.length));
    second.finish();
  });
});

describe('which form is asked for', () => {
  async function form(options: FedOptions): Promise<'raw' | 'prefill' | 'hole'> {
    const call = await sent('a = |\n', options);
    if (call.route === 'complete') return 'raw';
    return call.prompt.includes('<hole>') ? 'hole' : 'prefill';
  }
  const able = { prefill: 'trailingAssistant' } as const;

  it('follows from the model and from what the server can do', async () => {
    const base = 'BSC-LT/salamandra-7b';
    const instruct = 'BSC-LT/ALIA-40b-instruct-2606';
    const unknown = 'some-model';
    const noRaw = { rawCompletion: false };
    assert.equal(await form({ model: base }), 'raw');
    assert.equal(await form({ model: base, capabilities: able }), 'raw');
    assert.equal(await form({ model: base, capabilities: { ...able, ...noRaw } }), 'prefill');
    assert.equal(await form({ model: base, capabilities: noRaw }), 'hole');
    assert.equal(await form({ model: instruct }), 'raw');
    assert.equal(await form({ model: instruct, capabilities: able }), 'prefill');
    assert.equal(await form({ model: instruct, capabilities: noRaw }), 'hole');
    assert.equal(await form({ model: instruct, capabilities: { ...able, chat: false } }), 'raw');
    assert.equal(await form({ model: unknown, capabilities: able }), 'raw');
    assert.equal(await form({ model: unknown, capabilities: noRaw }), 'hole');
  });

  it('changes at once when a server turns out to have no raw completion', async () => {
    const endpoint = new FedEndpoint(raw);
    const person = new Typist(new CompletionEngine(), endpoint);
    const answer = person.write('total = |\n');
    const first = await endpoint.asked(0);
    endpoint.capabilities = { ...endpoint.capabilities, rawCompletion: false };
    first.fail('notFound');
    const second = await endpoint.asked(1);
    assert.match(second.prompt, /<hole>/);
    second.say('<completion>suma(a)').finish();
    assert.equal((await answer)?.text, 'suma(a)');
    assert.equal(await person.receives('total = m|\n', '<completion>ax(a)'), 'ax(a)');
  });

  it('does not change where the server has no other', async () => {
    const endpoint = new FedEndpoint(raw);
    const person = new Typist(new CompletionEngine(), endpoint);
    const answer = person.write('total = |\n');
    (await endpoint.asked(0)).fail('notFound');
    await assert.rejects(answer, { reason: 'notFound' });
    assert.equal(endpoint.calls.length, 1);
  });
});

describe('the words for a chat model', () => {
  for (const [language, expected, foreign] of [
    ['es', /sin explicaciones/, /explanation|explicacions/],
    ['es-419', /sin explicaciones/, /explanation|explicacions/],
    ['ca', /La teva resposta/, /explanation|explicaciones|teua/],
    ['ca-valencia', /La teua resposta/, /explanation|explicaciones|teva/],
    ['gl', /A túa resposta/, /explanation|explicaciones/],
    ['eu', /Zure erantzunak/, /explanation|explica/],
    ['oc-aranes', /Era tua responsa/, /explanation|explicaciones|La /],
    ['en', /Your answer/, /explica/],
  ] as const) {
    it(`are in ${language}, with the tags that are read back`, async () => {
      const parts = { language: () => language, context: () => [snippet] };
      const began = await sent(`${numbered(30)}a = |\nb = 2\n`, prefill, { path: 'src/a.py' }, parts);
      const gap = await sent('total = |\nprint(total)\n', hole, {}, parts);
      assert.ok('messages' in began.call && 'messages' in gap.call);
      assert.match(began.call.messages[0]?.content ?? '', expected);
      const said = [...began.call.messages, ...gap.call.messages].map(({ content }) => content).join('\n');
      assert.doesNotMatch(said, foreign);
      if (language !== 'en') assert.doesNotMatch(said, /\b(?:the|text of|file|From)\b/);
      assert.match(began.call.messages[1]?.content ?? '', /src\/a\.py[^]*\(Python\):\n/);
      for (const tag of ['<hole>', '<completion>', '</completion>'])
        assert.ok(gap.call.messages[0]?.content.includes(tag), tag);
    });
  }
});
