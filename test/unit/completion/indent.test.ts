import assert from 'node:assert/strict';
import { applied } from '../../support/place';

describe('indentation', () => {
  it('that the cursor’s line has already is not repeated', () => {
    assert.equal(applied('if a:\n    |\n', 'python', '    b()\n    c()'), 'if a:\n    «b()\n    c()»\n');
  });

  it('that was lost comes back', () => {
    assert.equal(
      applied('void f() {\n    int a;\n    |\n}\n', 'c', 'if (a) {\n    b();\n}\nc();'),
      'void f() {\n    int a;\n    «if (a) {\n        b();\n    }\n    c();»\n}\n',
    );
  });

  it('that is too deep is mended', () => {
    assert.equal(
      applied('class A {\n  void f() {\n    |\n  }\n}\n', 'java', 'a();\n       b();\n       c();'),
      'class A {\n  void f() {\n    «a();\n    b();\n    c();»\n  }\n}\n',
    );
  });

  it('is of tabs where the file has tabs, and of spaces where it has those', () => {
    assert.equal(
      applied('func f() {\n\tif a {\n\t\tb()\n\t}\n\t|\n}\n', 'go', 'for {\n        c()\n    }'),
      'func f() {\n\tif a {\n\t\tb()\n\t}\n\t«for {\n\t\tc()\n\t}»\n}\n',
    );
    assert.equal(
      applied('def f():\n  if a:\n    b()\n  |\n', 'python', 'while c:\n\t\td()'),
      'def f():\n  if a:\n    b()\n  «while c:\n    d()»\n',
    );
  });

  it('that is odd but the file’s own stays', () => {
    const odd = 'a();\n     b(c,\n       d);\n     if (e)\n        f();';
    assert.equal(applied('{\n     |\n}\n', 'c', odd), `{\n     «${odd}»\n}\n`);
    const columns = 'x    = 1\n    long = 2';
    assert.equal(applied('if a:\n    |\n', 'python', columns), `if a:\n    «${columns}»\n`);
  });
});
