import assert from 'node:assert/strict';
import { extentAt } from '../../../src/core/completion/extent';
import { at } from '../../support/typing';

function extent(languageId: string, text: string): string {
  return extentAt(at(text, { languageId }));
}

/** Lines after which a block is offered, on the line below. */
const headers: readonly (readonly [languageId: string, line: string])[] = [
  ['python', 'def f(x):'],
  ['python', '    for x in y:'],
  ['python', '    # Adds the two.'],
  ['python', '    """Adds the two."""'],
  ['typescript', 'function f(x: number): number {'],
  ['typescript', 'const f = (x: number) =>'],
  ['typescript', '// Adds the two.'],
  ['typescript', ' * @returns the sum'],
  ['java', 'public class Caja'],
  ['java', '  for (int i = 0; i < n; i++) {'],
  ['csharp', 'public interface ICaja'],
  ['go', 'type Caja struct {'],
  ['rust', '    match x {'],
  ['fortran-modern', 'subroutine suma(a, b)'],
  ['fortran-modern', '  do i = 1, n'],
  ['fortran-modern', '  if (x > 0) then'],
  ['fortran-modern', '! Adds the two.'],
  ['ruby', 'def suma(a, b)'],
  ['ruby', '  if a > b'],
  ['ruby', '  list.each do |one|'],
  ['ruby', 'module Caja'],
  ['shellscript', 'if [ -f "$1" ]; then'],
  ['shellscript', 'for file in *; do'],
  ['shellscript', 'suma() {'],
  ['lua', 'local function suma(a, b)'],
  ['lua', 'for i = 1, 10 do'],
  ['lua', '-- Adds the two.'],
  ['matlab', 'function r = suma(a, b)'],
  ['matlab', 'for i = 1:10'],
  ['julia', 'function suma(a, b)'],
  ['elixir', '  def suma(a, b) do'],
  ['haskell', 'main = do'],
  ['sql', '-- All that is paid.'],
  ['vb', 'If a > b Then'],
  ['vb', 'Public Sub Suma()'],
  ['css', '.box {'],
  ['yaml', 'jobs:'],
  ['json', '  "list": ['],
  ['markdown', '## What comes'],
  ['nachvak', 'something {'],
];

/** Lines after which one line is offered. */
const statements: readonly (readonly [languageId: string, line: string])[] = [
  ['python', 'x = 1'],
  ['python', 'define(x)'],
  ['typescript', 'const x = 1;'],
  ['typescript', 'if (x) return'],
  ['typescript', 'type Name = string'],
  ['javascript', 'while (next())'],
  ['java', '    if (a > b)'],
  ['java', '    caja.cerrar();'],
  ['c', '#include <stdio.h>'],
  ['c', '  --x;'],
  ['c', '  for (i = 0; i < n; i++) s += i;'],
  ['csharp', '}'],
  ['fortran-modern', '  x = 1'],
  ['fortran-modern', '  end do'],
  ['fortran-modern', 'end subroutine suma'],
  ['ruby', '  end'],
  ['ruby', '  x = 1'],
  ['ruby', '  return a if a > b'],
  ['shellscript', 'echo done now'],
  ['shellscript', 'fi'],
  ['lua', 'local x = 1'],
  ['lua', 'end'],
  ['julia', 'x = [i for i in 1:3]'],
  ['markdown', 'Some words of a paragraph.'],
  ['nachvak', 'x = 1'],
];

describe('a block is offered', () => {
  for (const [languageId, line] of headers) {
    it(`below ${JSON.stringify(line)} in ${languageId}`, () => {
      assert.equal(extentAt({ languageId, prefix: `${line}\n    `, suffix: '\n' }), 'block');
    });
  }

  it('behind a header on its line', () => {
    assert.equal(extent('python', 'def f(x):|\n'), 'block');
    assert.equal(extent('typescript', 'function f() { |\n'), 'block');
  });

  it('between two braces', () => {
    assert.equal(extent('typescript', 'function f() {|}\n'), 'block');
    assert.equal(extent('typescript', 'f(() => {|});\n'), 'block');
  });
});

describe('one line is offered', () => {
  for (const [languageId, line] of statements) {
    it(`below ${JSON.stringify(line)} in ${languageId}`, () => {
      assert.equal(extentAt({ languageId, prefix: `${line}\n    `, suffix: '\n' }), 'line');
    });
  }

  it('while the line is still being written', () => {
    assert.equal(extent('python', 'def f(x):\n    return |\n'), 'line');
    assert.equal(extent('python', 'def f(|\n'), 'block');
  });

  it('where text stands behind the cursor', () => {
    assert.equal(extent('python', 'def f(|):\n'), 'line');
    assert.equal(extent('typescript', 'f(|) {\n'), 'line');
    assert.equal(extent('typescript', 'const {|} = given;\n'), 'line');
  });

  it('after a blank line, and at the very beginning', () => {
    assert.equal(extent('python', 'def f(x):\n\n    |\n'), 'line');
    assert.equal(extent('python', '|\n'), 'line');
    assert.equal(extent('python', '\n|\n'), 'line');
  });
});
