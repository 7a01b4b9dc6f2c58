import assert from 'node:assert/strict';
import { applied } from '../../support/place';

describe('indentation', () => {
  it('that a text has lost below its first line comes back', () => {
    const text = 'subroutine f(n)\n  integer :: n\n  integer :: m\n  |\n  print *, m\nend subroutine\n';
    assert.equal(
      applied(text, 'fortran-modern', 'm = n\nm = m + 1\nm = m * 2'),
      text.replace('|', '«m = n\n  m = m + 1\n  m = m * 2»'),
    );
  });

  it('counts from the line on which a statement begins', () => {
    const text = 'int sum(int first,\n        int second) {\n  |\n}\n';
    assert.equal(
      applied(text, 'c', 'int a = first;\n  return a;'),
      text.replace('|', '«int a = first;\n  return a;»'),
    );
  });

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
