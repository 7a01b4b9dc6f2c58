import assert from 'node:assert/strict';
import { CompletionEngine } from '../../../src/core/completion/engine';
import { firstLine, settledLines, wholeWords } from '../../../src/core/completion/sure';
import { FedEndpoint, settled } from '../../support/handFedEndpoint';
import { Typist } from '../../support/typing';

interface Scene {
  readonly person: Typist;
  /** Documents of which was told that there is more. */
  readonly grown: string[];
}

function scene(base = {}): Scene {
  const grown: string[] = [];
  const engine = new CompletionEngine({ onGrown: ({ document }) => grown.push(document) });
  return { person: new Typist(engine, new FedEndpoint(), base), grown };
}

describe('what is on offer while the model writes', () => {
  it('is no half line', async () => {
    const { person } = scene();
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    let answered = false;
    void answer.then(() => (answered = true));
    call.say('return ', 'a + ', 'b');
    await settled();
    assert.ok(!answered);
    call.say('eta\n');
    assert.equal((await answer)?.text, 'return a + beta');
    call.finish();
  });

  it('is a statement of a language of braces as soon as it ends, unless it may be what follows', () => {
    const at = (suffix: string, languageId = 'c') => ({ languageId, prefix: 'void f() {\n  ', suffix });
    assert.equal(settledLines('a();\n  b();', at('\n}\n')), 'a();\n  b();');
    assert.equal(settledLines('if (a) {', at('\n}\n')), 'if (a) {');
    assert.equal(settledLines('a();\n  b();', at('\n  b();\n}\n')), 'a();\n');
    assert.equal(settledLines('for (i = 0;', at('\n}\n')), '');
    assert.equal(settledLines('s = ";', at('\n}\n')), '');
    assert.equal(settledLines('a = {', at('\n', 'python')), '');
  });

  it('is the line that is there, once one is', async () => {
    const { person } = scene();
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('b = a\n    ret');
    assert.equal((await answer)?.text, 'b = a');
    call.finish();
  });

  it('is all that came in the same breath', async () => {
    const { person } = scene();
    const answer = person.write('def f(a):\n    |\n');
    (await person.endpoint.asked(0)).say('b = a\n', '    c = b\n', '    return c').finish();
    assert.equal((await answer)?.text, 'b = a\n    c = b\n    return c');
  });

  it('goes on from all of the breath, not from its first line', async () => {
    const { person } = scene();
    const answer = person.write('x = 1\n|\n');
    (await person.endpoint.asked(0)).say('a\n', 'b\n', 'c\n', 'd\n');
    assert.equal((await answer)?.text, 'a');
    await settled();
    for (const { prompt } of person.endpoint.calls.slice(1))
      assert.ok(prompt.endsWith('a\nb\nc\nd\n'), prompt);
    assert.equal(await person.reads('x = 1\na\nb\n|\n'), 'c');
  });

  it('is no half word of a text that was cut off', async () => {
    const { person } = scene();
    const answer = person.write('total = |\n');
    (await person.endpoint.asked(0)).say('suma(uno, do').finish('length');
    assert.equal((await answer)?.text, 'suma(uno,');
  });

  it('is the whole of a text that the model ended', async () => {
    const { person } = scene();
    assert.equal(await person.receives('total = |\n', 'suma(uno, dos'), 'suma(uno, dos');
  });

  it('is one line where a line was asked for, and the block where a block was', async () => {
    const text = 'b = 1\n    c = 2\n    d = 3';
    assert.equal(await scene().person.receives('def f(a):\n    a = 0\n    |\n', text), 'b = 1');
    assert.equal(await scene().person.receives('def f(a):\n    |\n', text), text);
  });
});

describe('that there is more now', () => {
  it('is told once, when the block on offer is complete', async () => {
    const { person, grown } = scene();
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('b = a\n');
    assert.equal((await answer)?.text, 'b = a');
    call.say('    c = b\n');
    await settled();
    assert.deepEqual(grown, []);
    call.say('    return c').finish();
    await settled();
    assert.deepEqual(grown, ['file:///a.py']);
    assert.equal(await person.reads('def f(a):\n    |\n'), 'b = a\n    c = b\n    return c');
    await settled();
    assert.deepEqual(grown, ['file:///a.py']);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('is not told where nothing was added to what is on offer', async () => {
    const { person, grown } = scene();
    const block = person.write('def f(a):\n    |\n');
    const first = await person.endpoint.asked(0);
    first.say('return a\n');
    await block;
    first.finish();
    const line = person.write('a = 1\nb = 2\n|\n');
    const second = await person.endpoint.asked(1);
    second.say('c = 3\nd');
    assert.equal((await line)?.text, 'c = 3');
    second.say(' = 4\n').finish();
    await settled();
    assert.deepEqual(grown, []);
  });

  it('is not told after a fault', async () => {
    const { person, grown } = scene();
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('b = a\n');
    await answer;
    person.engine.forget();
    call.say('    return b\n');
    await settled();
    assert.deepEqual(grown, []);
  });
});

describe('a cut text', () => {
  it('loses the word at its end, in any script', () => {
    assert.equal(wholeWords('a = fun'), 'a = ');
    assert.equal(wholeWords('niño_1'), '');
    assert.equal(wholeWords('a + $b'), 'a + ');
    assert.equal(wholeWords('f(a, '), 'f(a, ');
    assert.equal(wholeWords(''), '');
  });

  it('of which one line is wanted ends with the first that says something new', () => {
    assert.equal(firstLine('a\nb', ''), 'a');
    assert.equal(firstLine('\n\n  a\nb', ''), '\n\n  a');
    assert.equal(firstLine(')\n  a\nb', ')'), ')\n  a');
    assert.equal(firstLine(') + b\nc', ')'), ') + b');
    assert.equal(firstLine('a', ''), 'a');
    assert.equal(firstLine('\n ', ''), '\n ');
  });
});
