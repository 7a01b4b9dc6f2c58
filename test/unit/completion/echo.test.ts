import assert from 'node:assert/strict';
import { applied } from '../../support/place';

describe('what stands before the cursor', () => {
  it('is not said again: the line, with or without its indentation', () => {
    const text = '  const total = |\n';
    assert.equal(applied(text, 'javascript', 'const total = a + b;'), '  const total = «a + b;»\n');
    assert.equal(applied(text, 'javascript', '  const total = a + b;'), '  const total = «a + b;»\n');
  });

  it('is not said again: the header of the block', () => {
    const text = 'subroutine mareas(n)\n  |\nend subroutine\n';
    assert.equal(
      applied(text, 'FortranFreeForm', 'subroutine mareas(n)\n  integer :: n\n'),
      'subroutine mareas(n)\n  «integer :: n»\nend subroutine\n',
    );
  });

  it('is not said again: the beginning of the word', () => {
    assert.equal(applied('conso|\n', 'javascript', 'console.log(1);'), 'conso«le.log(1);»\n');
  });

  it('may be said again where that is short enough to be meant', () => {
    assert.equal(applied('a = [[|\n', 'python', '[1], [2]]]'), 'a = [[«[1], [2]]]»\n');
    assert.equal(applied('    nop\n    |\n', 'assembly', 'nop'), '    nop\n    «nop»\n');
  });
});
