import assert from 'node:assert/strict';
import { CompletionEngine } from '../../../src/core/completion/engine';
import type { CompletionRequest } from '../../../src/core/completion/request';
import { never } from '../../support/endpoint';
import { FedEndpoint, settled } from '../../support/handFedEndpoint';
import { at, taken, Typist } from '../../support/typing';

function typist(base: Partial<CompletionRequest> = {}): Typist {
  return new Typist(new CompletionEngine(), new FedEndpoint(), base);
}

const ts = { document: 'file:///a.ts', languageId: 'typescript' };
/** So much that a line's beginning cannot stand for the whole text. */
const far = Array.from({ length: 40 }, (_, line) => `value_${line} = ${line}\n`).join('');

describe('what was generated serves again, without another request', () => {
  it('while it is typed along', async () => {
    const person = typist();
    assert.equal(await person.receives('total = |\n', 'suma(a, b)'), 'suma(a, b)');
    for (const typed of ['s', 'su', 'sum', 'suma', 'suma(', 'suma(a, b']) {
      assert.equal(await person.reads(`total = ${typed}|\n`), 'suma(a, b)'.slice(typed.length));
    }
    assert.equal(await person.reads('total = suma(a, b)|\n'), undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('as the same suggestion, until a part of it is taken', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    const one = await person.write('total = s|\n');
    const two = await person.write('total = su|\n');
    assert.equal(one?.id, two?.id);
    person.engine.accepted();
    assert.notEqual((await person.write('total = suma|\n'))?.id, two?.id);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('after Enter, whether the editor indents as deep, deeper, shallower or not at all', async () => {
    for (const indent of ['    ', '        ', '  ', '', '\t']) {
      const person = typist();
      await person.receives('def f(a):|\n', '\n    b = a\n    return b\n');
      const text = `def f(a):\n${indent}|\n`;
      const suggestion = await person.write(text);
      assert.ok(suggestion, `nothing after ${JSON.stringify(indent)}`);
      assert.equal(
        taken(at(text), suggestion),
        'def f(a):\n    b = a\n    return b|\n',
        JSON.stringify(indent),
      );
      assert.equal(person.endpoint.calls.length, 1);
    }
  });

  it('after Enter over white space that the model left at the end of a line', async () => {
    const person = typist();
    await person.receives('def f(a):|\n', '\n    b = a  \n    return b\n');
    assert.equal(await person.reads('def f(a):\n    b = a\n    |\n'), 'return b');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('in the indentation that the person chose', async () => {
    const person = typist();
    await person.receives('def f(a):|\n', '\n    b = a\n    c = b\n    return c\n');
    assert.equal(await person.reads('def f(a):\n  b|\n'), ' = a\n  c = b\n  return c');
    const text = 'def f(a):\n  b = a\n  |\n';
    const suggestion = await person.write(text);
    assert.ok(suggestion);
    assert.equal(taken(at(text), suggestion), 'def f(a):\n  b = a\n  c = b\n  return c|\n');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('one step deeper, all lines of it', async () => {
    const person = typist();
    await person.receives('def f(a):\n    # twice\n    |\n', 'for b in a:\n        print(b)\n');
    const text = 'def f(a):\n    # twice\n        |\n';
    const suggestion = await person.write(text);
    assert.ok(suggestion);
    assert.equal(
      taken(at(text), suggestion),
      'def f(a):\n    # twice\n        for b in a:\n            print(b)|\n',
    );
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('with the bracket or quote that the editor closes', async () => {
    for (const [generated, typed, closers] of [
      ['foo(a, b) + c', 'foo(', ')'],
      ['foo([1, 2])', 'foo([', '])'],
      ['say("hola") + x', 'say("', '")'],
      ['names["a"]', 'names[', ']'],
      ["say('hola')", "say('h", "')"],
    ] as const) {
      const person = typist();
      await person.receives('x = |\ny = 2\n', generated);
      const text = `x = ${typed}|${closers}\ny = 2\n`;
      const suggestion = await person.write(text);
      assert.ok(suggestion, typed);
      assert.equal(taken(at(text), suggestion), `x = ${generated}|\ny = 2\n`);
      assert.equal(person.endpoint.calls.length, 1);
    }
  });

  it('when the closer that the editor put is typed over', async () => {
    const person = typist();
    await person.receives('x = |\ny = 2\n', 'foo(a) + c');
    assert.equal(await person.reads('x = foo(a|)\ny = 2\n'), ') + c');
    assert.equal(await person.reads('x = foo(a)|\ny = 2\n'), ' + c');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('when a closer that stood there before is typed over', async () => {
    const person = typist();
    await person.receives('x = foo(|)\ny = 2\n', 'a) + foo(b)');
    assert.equal(await person.reads('x = foo(a)|\ny = 2\n'), ' + foo(b)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('when Enter between braces adds a line with the closing one', async () => {
    const below = ['', 'other();\n', '\nexport const more = 1;\n'];
    for (const rest of below) {
      const person = typist(ts);
      await person.receives(`// Twice.\n|\n${rest}`, 'function f(a) {\n  const b = a;\n  return b;\n}\n');
      const closed = `// Twice.\nfunction f(a) {|}\n${rest}`;
      const before = await person.write(closed);
      assert.ok(before);
      assert.equal(
        taken(at(closed), before),
        `// Twice.\nfunction f(a) {\n  const b = a;\n  return b;\n}|\n${rest}`,
      );
      const text = `// Twice.\nfunction f(a) {\n  |\n}\n${rest}`;
      const suggestion = await person.write(text);
      assert.ok(suggestion);
      assert.equal(
        taken(at(text), suggestion),
        `// Twice.\nfunction f(a) {\n  const b = a;\n  return b;|\n}\n${rest}`,
      );
      assert.equal(person.endpoint.calls.length, 1);
    }
  });

  it('when a line that was completed turns out to be a header: then the whole block', async () => {
    const person = typist();
    assert.equal(await person.receives('def |\n', 'f(x):\n    y = x\n    return y\n'), 'f(x):');
    assert.equal(await person.reads('def f(x):\n    |\n'), 'y = x\n    return y');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('when Enter is pressed between two braces', async () => {
    const person = typist(ts);
    const body = await person.receives('function f() {|}\n', '\n  const a = 1;\n  return a;\n}\n');
    assert.equal(body, '\n  const a = 1;\n  return a;\n');
    assert.equal(await person.reads('function f() {\n  |\n}\n'), 'const a = 1;\n  return a;');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('after backspace, down to where it began', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    await person.write('total = suma(|)\n');
    assert.equal(await person.reads('total = su|\n'), 'ma(a, b)');
    assert.equal(await person.reads('total = |\n'), 'suma(a, b)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('after a typo is taken back', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    const wrong = person.write('total = x|\n');
    (await person.endpoint.asked(1)).finish();
    assert.equal(await wrong, undefined);
    assert.equal(await person.reads('total = s|\n'), 'uma(a, b)');
    assert.equal(person.endpoint.calls.length, 2);
  });

  it('after a word or a line of it was taken', async () => {
    const person = typist();
    await person.receives('def f(a):\n    |\n', 'b = a + 1\n    c = b\n    return c\n');
    assert.equal(await person.reads('def f(a):\n    b = a|\n'), ' + 1\n    c = b\n    return c');
    person.engine.accepted();
    assert.equal(await person.reads('def f(a):\n    b = a + 1\n|\n'), '    c = b\n    return c');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('the later part, after the line on offer was taken whole', async () => {
    const person = typist();
    assert.equal(await person.receives('a = 1\nb = |\n', '2\nc = 3\nd = 4'), '2');
    person.engine.accepted();
    assert.equal(await person.reads('a = 1\nb = 2|\n'), '\nc = 3');
    assert.equal(await person.reads('a = 1\nb = 2\n|\n'), 'c = 3');
    assert.equal(await person.reads('a = 1\nb = 2\nc = 3\n|\n'), 'd = 4');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('after the cursor was elsewhere', async () => {
    const person = typist();
    const here = `${far}total = |\n`;
    const there = `${far}total = \n\nother = |\n`;
    assert.equal(await person.receives(here, 'suma(a, b)'), 'suma(a, b)');
    assert.equal(await person.receives(there, '7'), '7');
    assert.equal(await person.reads(here), 'suma(a, b)');
    assert.equal(await person.reads(there), '7');
    assert.equal(person.endpoint.calls.length, 2);
  });

  it('after an edit far above, and one far below', async () => {
    const person = typist();
    await person.receives(`${far}total = |\n${far}`, 'suma(a, b)');
    assert.equal(await person.reads(`import os\n\n${far}total = s|\n${far}`), 'uma(a, b)');
    assert.equal(await person.reads(`${far}total = su|\n${far}import os\n`), 'ma(a, b)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('to who asks what is known already, which asks nobody', async () => {
    const person = typist();
    assert.equal(person.engine.recall(at('total = |\n')), undefined);
    await person.receives('total = |\n', 'suma(a, b)');
    assert.equal(person.engine.recall(at('total = su|\n'))?.text, 'ma(a, b)');
    assert.equal(person.engine.recall(at('total = x|\n')), undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });
});

describe('what was generated does not serve', () => {
  it('another document, nor another language', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    const { engine } = person;
    assert.equal(engine.recall(at('total = |\n', { document: 'file:///b.py' })), undefined);
    assert.equal(engine.recall(at('total = |\n', { languageId: 'ruby' })), undefined);
    assert.equal(engine.recall(at('total = |\n'))?.text, 'suma(a, b)');
  });

  it('another place with the same line', async () => {
    const person = typist();
    await person.receives('a = 1\ntotal = |\n', 'suma(a, b)');
    assert.equal(person.engine.recall(at('b = 2\ntotal = |\n')), undefined);
    assert.equal(person.engine.recall(at('a = 1\ntotal = |\nprint(total)\n')), undefined);
  });

  it('where what is typed says otherwise', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    assert.equal(await person.receives('total = m|\n', 'ax(a, b)'), 'ax(a, b)');
  });

  it('once the settings have changed', async () => {
    const person = typist();
    await person.receives('total = |\n', 'suma(a, b)');
    person.engine.forget();
    assert.equal(person.engine.recall(at('total = |\n')), undefined);
  });

  it('who asks for more than nothing', async () => {
    const person = typist();
    assert.equal(await person.receives('total = |\n', ''), undefined);
    assert.equal(await person.reads('total = |\n'), undefined);
    assert.equal(person.endpoint.calls.length, 1);
    const { engine, endpoint } = person;
    const answer = engine.suggest(at('total = |\n', { trigger: 'invoke' }), endpoint, never);
    (await endpoint.asked(1)).say('suma(a)').finish();
    assert.equal((await answer)?.text, 'suma(a)');
  });
});

describe('a stream that still runs', () => {
  it('serves what is typed along with it', async () => {
    const person = typist();
    const first = person.write('a = 1\n|\n');
    const call = await person.endpoint.asked(0);
    call.say('b = 2\nc');
    assert.equal((await first)?.text, 'b = 2');
    assert.equal(await person.reads('a = 1\nb|\n'), ' = 2');
    const further = person.write('a = 1\nb = 2\nc|\n');
    await settled();
    call.say(' = 3\nd');
    assert.equal((await further)?.text, ' = 3');
    assert.equal(person.endpoint.calls.length, 1);
    assert.ok(!call.left);
  });

  it('is kept when the one who asked goes on typing, and serves the next question', async () => {
    const person = typist();
    const abort = new AbortController();
    const first = person.write('total = |\n', abort.signal);
    const call = await person.endpoint.asked(0);
    abort.abort();
    assert.equal(await first, undefined);
    const second = person.write('total = s|\n');
    await settled();
    assert.ok(!call.left);
    call.say('suma(a, b)').finish();
    assert.equal((await second)?.text, 'uma(a, b)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('waits for a model that has written less than was typed', async () => {
    const person = typist();
    void person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    call.say('su');
    const ahead = person.write('total = suma|\n');
    await settled();
    call.say('ma(a, b)\n');
    assert.equal((await ahead)?.text, '(a, b)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('that ends short of what was typed is followed by another request at once', async () => {
    const person = typist();
    void person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    const ahead = person.write('total = suma|\n');
    call.say('su').finish();
    const next = await person.endpoint.asked(1);
    assert.ok(next.prompt.endsWith('total = suma'));
    next.say('(a)').finish();
    assert.equal((await ahead)?.text, '(a)');
  });

  it('is left at the key that contradicts it, before anything is asked', async () => {
    const person = typist();
    void person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    call.say('suma');
    await settled();
    person.engine.changed('file:///a.py', () => at('total = x|\n'));
    await settled();
    assert.ok(call.left);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('is left when the model writes otherwise than was typed meanwhile', async () => {
    const person = typist();
    void person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    const ahead = person.write('total = m|\n');
    await settled();
    call.say('suma');
    (await person.endpoint.asked(1)).say('ax(a)').finish();
    assert.equal((await ahead)?.text, 'ax(a)');
    assert.ok(call.left);
    assert.equal(person.endpoint.mostAtOnce, 1);
  });

  it('is left when the cursor goes elsewhere', async () => {
    const person = typist();
    void person.write(`${far}total = |\n`);
    const call = await person.endpoint.asked(0);
    person.engine.changed('file:///a.py', () => at(`${far}|total = \n`));
    await settled();
    assert.ok(call.left);
  });

  it('goes on when a key is pressed in another document', async () => {
    const person = typist();
    void person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    person.engine.changed('file:///b.py', () => at('x|\n', { document: 'file:///b.py' }));
    await settled();
    assert.ok(!call.left);
    call.finish();
  });

  it('serves what it wrote before a typo, once that is taken back', async () => {
    const person = typist();
    void person.write('a = 1\n|\n');
    const call = await person.endpoint.asked(0);
    call.say('b = 2\nc = ');
    await settled();
    person.engine.changed('file:///a.py', () => at('a = 1\nx|\n'));
    await settled();
    assert.ok(call.left);
    assert.equal(await person.reads('a = 1\n|\n'), 'b = 2');
    assert.equal(await person.reads('a = 1\nb =|\n'), ' 2');
  });

  it('pauses after a few lines, and is gone on with from there before they are used up', async () => {
    const person = typist();
    const first = person.write(`${far}|\n`);
    const call = await person.endpoint.asked(0);
    call.say('b = 2\nc = 3\nd = 4\ne = 5\n', 'f = 6\n');
    assert.equal((await first)?.text, 'b = 2');
    assert.ok(call.left);
    const nearlyUsed = person.write(`${far}b = 2\nc = 3\nd = 4\ne |\n`);
    const more = await person.endpoint.asked(1);
    assert.equal((await nearlyUsed)?.text, '= 5');
    assert.ok(more.prompt.endsWith('d = 4\ne = 5\n'), JSON.stringify(more.prompt.slice(-20)));
    more.say('f = 6\n').finish();
    await settled();
    assert.equal(await person.reads(`${far}b = 2\nc = 3\nd = 4\ne = 5|\n`), '\nf = 6');
    assert.equal(person.endpoint.calls.length, 2);
  });

  it('pauses after a few lines too where line ends and indentation come together', async () => {
    const person = typist();
    const first = person.write('def f():\n    a = 1\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('b = 2', '\n    ', 'c = 3', '\n    ', 'd = 4', '\n    ', 'e = 5', '\n    ', 'f = 6');
    assert.equal((await first)?.text, 'b = 2');
    assert.ok(call.left);
    void person.write('def f():\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    e = 5|\n');
    const more = await person.endpoint.asked(1);
    assert.ok(more.prompt.endsWith('    e = 5\n'), JSON.stringify(more.prompt));
    more.finish();
  });

  it('is gone on with from the end of a line that is used up', async () => {
    const person = typist();
    const first = person.write(`${far}|\n`);
    (await person.endpoint.asked(0)).say('b = 2\nc = 3\nd = 4\ne = 5\n');
    await first;
    const used = person.write(`${far}b = 2\nc = 3\nd = 4\ne = 5|\n`);
    const call = await person.endpoint.asked(1);
    assert.ok(call.prompt.endsWith('e = 5\n'), JSON.stringify(call.prompt.slice(-20)));
    call.say('f = 6\n').finish();
    assert.equal((await used)?.text, '\nf = 6');
  });

  it('is gone on with from the end of a word, where it has written no whole line', async () => {
    const person = typist();
    void person.write('total = |\n');
    (await person.endpoint.asked(0)).say('suma(uno, do');
    await settled();
    person.engine.changed('file:///a.py', () => at('total = x|\n'));
    assert.equal(await person.reads('total = |\n'), 'suma(uno,');
    const used = person.write('total = suma(uno,|)\n');
    const call = await person.endpoint.asked(1);
    assert.ok(call.prompt.endsWith('total = suma(uno,'), JSON.stringify(call.prompt));
    call.say(' dos)').finish();
    assert.equal((await used)?.text, ' dos)');
  });

  it('is gone on with in the indentation that the person chose', async () => {
    const person = typist();
    void person.write('def f(a):|\n');
    (await person.endpoint.asked(0)).say('\n    b = a\n    c = b\n    return');
    await settled();
    person.engine.changed('file:///a.py', () => at('def f(a):x|\n'));
    await person.write('def f(a):\n  b = a|\n');
    const used = person.write('def f(a):\n  b = a\n  c = b|\n');
    const call = await person.endpoint.asked(1);
    assert.ok(call.prompt.endsWith('  c = b\n'), JSON.stringify(call.prompt));
    call.say('  d = c\n  return d\n').finish();
    assert.equal((await used)?.text, '\n  d = c\n  return d');
    assert.equal(await person.reads('def f(a):\n  b = a\n  c = b\n  d|\n'), ' = c\n  return d');
  });

  it('is the only one', async () => {
    const person = typist();
    for (let number = 0; number < 8; number += 1) {
      void person.write(`${far}x = ${number}|\n`);
      (await person.endpoint.asked(number)).say('0');
      await settled();
    }
    assert.equal(person.endpoint.mostAtOnce, 1);
    assert.deepEqual(
      person.endpoint.calls.map((call) => call.left),
      [true, true, true, true, true, true, true, false],
    );
    person.engine.dispose();
    await settled();
    assert.ok(person.endpoint.calls.at(-1)?.left);
  });

  it('belongs to who asked last: the others do not ask again', async () => {
    const person = typist();
    const first = person.write('total = |\n');
    await person.endpoint.asked(0);
    const elsewhere = { document: 'file:///b.py' };
    const second = person.engine.suggest(at('x = |\n', elsewhere), person.endpoint, never);
    const call = await person.endpoint.asked(1);
    assert.equal(await first, undefined);
    await settled();
    assert.equal(person.endpoint.calls.length, 2);
    call.say('5').finish();
    assert.equal((await second)?.text, '5');
  });

  it('is not begun anew for a place that a key has left', async () => {
    const person = typist();
    const first = person.write('total = |\n');
    (await person.endpoint.asked(0)).say('su');
    await settled();
    person.engine.changed('file:///a.py', () => at('total = x|\n'));
    assert.equal(await first, undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });
});
