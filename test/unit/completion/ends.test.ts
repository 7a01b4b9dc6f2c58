import assert from 'node:assert/strict';
import { applied } from '../../support/place';

describe('the ends of a suggestion', () => {
  it('have no line end that stands behind the cursor already', () => {
    assert.equal(applied('a = |\n', 'python', '1\n\n\n'), 'a = «1»\n');
  });

  it('have the line end that whole lines need', () => {
    assert.equal(applied('a = 1\n|b = 2\n', 'python', 'c = 3\nb = 2\n'), 'a = 1\n«c = 3\n»b = 2\n');
  });

  it('have no stray space or line end at the start', () => {
    assert.equal(applied('a = |\n', 'python', ' 1'), 'a = «1»\n');
    assert.equal(applied('f(|)\n', 'c', ' x'), 'f(«x»)\n');
    assert.equal(applied('a = |\n', 'python', '\n1'), 'a = «1»\n');
    assert.equal(applied('return|\n', 'python', ' 1'), 'return« 1»\n');
  });

  it('have the line end that a finished line misses', () => {
    assert.equal(applied('def f():|\n', 'python', '    return 1'), 'def f():«\n    return 1»\n');
  });

  it('are the document’s whatever the model’s line ends are', () => {
    assert.equal(applied('if a:\n    |\n', 'python', 'b()\r\n    c()\r\n'), 'if a:\n    «b()\n    c()»\n');
    assert.equal(applied('a\r\n|\r\nb\r\n', 'python', 'c\nb\nd'), 'a\r\n«c»\r\nb\r\n');
  });

  it('are nothing where only white space was written', () => {
    assert.equal(applied('a = |\n', 'python', ' \n\n'), 'a = \n');
  });

  it('stay as they are where all is right', () => {
    for (const [text, languageId, output] of [
      ['f(|\n)\n', 'python', '\n    a,\n    b,'],
      ['(define (f x)\n  |\n', 'scheme', '(g x))'],
      ['\\begin{itemize}\n  |\n\\end{itemize}\n', 'latex', '\\item one\n  \\item two'],
      ['a: |\n', 'yaml', '\n  - b\n  - c'],
      ['<ul>\n  |\n</ul>\n', 'html', '<li>one</li>\n  <li>two</li>'],
      ['f :: Int\n|\n', 'haskell', 'f = case g of\n  Just x -> x\n  Nothing -> 0'],
    ] as const) {
      assert.equal(applied(text, languageId, output), text.replace('|', `«${output}»`));
    }
  });
});
