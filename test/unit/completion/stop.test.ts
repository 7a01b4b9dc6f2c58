import assert from 'node:assert/strict';
import { stopAt } from '../../../src/core/completion/stop';
import { placeAt } from '../../support/place';

/** What of `output` is kept, whole or still growing; undefined while nothing proves that it is whole. */
function kept(text: string, languageId: string, output: string, ended = true): string | undefined {
  const end = stopAt(output, placeAt(text, languageId), { ended });
  return end === undefined ? undefined : output.slice(0, end);
}

describe('the stop rules', () => {
  it('end where the lines below are reached, though they stand deeper in the text', () => {
    const text = 'void f() {\n  |\n  first_of(all);\n  second_of(all);\n}\n';
    assert.equal(kept(text, 'c', 'a();\n    first_of(all);\n    second_of(all);\n'), 'a();');
    assert.equal(kept(text, 'c', 'if (a) {\n    first_of(all);\n  }'), undefined);
  });

  it('end before the rest of the line, whatever the text goes on with', () => {
    assert.equal(kept('n = cap|);\nm = 1;\n', 'c', '(all);\nint other;'), '(all');
  });

  it('keep a text that only goes on after the block, and opens what follows', () => {
    const text = 'message A {\n  int32 a = 1;\n|\n}\n\nmessage C {\n}\n';
    assert.equal(kept(text, 'proto3', '}\n\nmessage B {\n  int32 b = 1;'), undefined);
  });

  it('end where the line below is reached', () => {
    const text = 'int sum(int a) {\n  |\n  return total;\n}\n';
    assert.equal(
      kept(text, 'c', 'int total = a;\n  return total;\n}\nint other;\n', false),
      'int total = a;',
    );
  });

  it('do not take the closing brace of an inner block for the one below', () => {
    const text = 'function f() {\n  |\n}\n';
    assert.equal(
      kept(text, 'javascript', 'if (a) {\n    b();\n  }\n  c();\n}\n'),
      'if (a) {\n    b();\n  }\n  c();',
    );
  });

  it('end before a closer that has no opener, be it a bracket or a word', () => {
    assert.equal(kept('f(|)\n', 'python', 'a, g(b))'), 'a, g(b)');
    assert.equal(kept('def f\n  |\nend\n', 'ruby', 'g\nend\n\ndef h\n  i\nend'), 'g');
    assert.equal(
      kept('for i in a; do\n  |\ndone\n', 'shellscript', 'echo "$i"\ndone\necho other'),
      'echo "$i"',
    );
  });

  it('leave a closer to the text where nothing below closes the block', () => {
    assert.equal(kept('void f() {\n  |\n\nvoid g();\n', 'c', 'h();\n}\n'), undefined);
  });

  it('end with the block that the text has to close, where something else follows after a blank line', () => {
    assert.equal(kept('void f() {\n  |\n\nvoid g();\n', 'c', 'h();\n}\n\nvoid other() {\n'), 'h();\n}');
  });

  it('end with the block that indentation makes', () => {
    const text = 'class A:\n    def f(self):\n        |\n\n    def g(self):\n        pass\n';
    assert.equal(kept(text, 'python', 'return 1\n\ndef other():\n    return 2\n'), 'return 1');
  });

  it('do not judge a line that still grows', () => {
    const text = 'if (a) {\n  |\n}\n';
    assert.equal(kept(text, 'javascript', 'b();\n}', false), undefined);
    assert.equal(kept(text, 'javascript', 'b();\n} else {\n  c();\n', false), undefined);
    assert.equal(kept(text, 'javascript', 'b();\n}\n', false), 'b();');
  });

  it('end a statement that has text behind it with its line', () => {
    assert.equal(kept('total = suma(|) + 1\n', 'python', '2, 3\nprint(total)'), '2, 3');
  });

  it('end where the text begins to repeat itself', () => {
    const line = '  print(valores[indice])\n';
    assert.equal(kept('def f():\n|', 'python', line.repeat(9)), line.trimEnd());
    const block = 'add(first)\nadd(second)\n';
    assert.equal(kept('|', 'python', block.repeat(5)), block.trimEnd());
  });

  it('take equal rows of figures for no loop', () => {
    assert.equal(kept('a = [\n    |\n', 'python', '0, 0,\n    0, 0,\n    0, 0,\n    0, 0,'), undefined);
  });

  it('see no bracket in strings and comments', () => {
    assert.equal(kept('f(|)\n', 'python', '"a)", b'), undefined);
    assert.equal(kept('{\n  |\n}\n', 'c', '/* } */ a();\n  b(); // }'), undefined);
    assert.equal(kept("fn f<'a>() {\n    |\n}\n", 'rust', "let c = '}';\n    g(c);"), undefined);
  });
});
