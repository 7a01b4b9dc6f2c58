import assert from 'node:assert/strict';
import { postprocess } from '../../../src/core/completion/postprocess';
import { applied, placeAt } from '../../support/place';

describe('what stands behind the cursor', () => {
  it('is not said again', () => {
    assert.equal(applied('f(|);\n', 'c', 'x);'), 'f(«x»);\n');
    assert.equal(applied('s = "|"\n', 'python', 'hola"'), 's = "«hola»"\n');
    assert.equal(applied('a = [|,\n', 'python', '1,'), 'a = [«1»,\n');
    assert.equal(applied('total = | + resta\n', 'python', 'suma + resta'), 'total = «suma» + resta\n');
    assert.equal(applied('# see (|) for more\n', 'python', 'the guide)'), '# see («the guide») for more\n');
  });

  it('is replaced where an editor has put it there and the line goes on after it', () => {
    assert.deepEqual(postprocess('a, b);\n', placeAt('f(|)\n', 'c')), { text: 'a, b);', replaceSuffix: 1 });
    assert.equal(applied('x = "|"\n', 'python', 'hola" + nom'), 'x = "«hola" + nom»\n');
    assert.equal(
      applied("it('a', () => {|})\n", 'javascript', '\n  b();\n});\n'),
      "it('a', () => {«\n  b();\n});»\n",
    );
  });

  it('stands on a line of its own where a body comes between two braces', () => {
    assert.equal(
      applied('  void f() {|}\n', 'java', '\n    g();\n    h();\n  }\n'),
      '  void f() {«\n    g();\n    h();\n  »}\n',
    );
    assert.equal(applied('f(() => {|});\n', 'typescript', '\n  g();\n'), 'f(() => {«\n  g();\n»});\n');
    assert.equal(applied('f(() => {|});\n', 'typescript', ' g(); '), 'f(() => {« g(); »});\n');
  });

  it('is not replaced where the text only closes what is closed', () => {
    assert.deepEqual(postprocess('a, b)', placeAt('f(|)\n', 'python')), { text: 'a, b', replaceSuffix: 0 });
  });

  it('is all that was said: nothing is offered', () => {
    assert.equal(applied('f(|)\n', 'c', ')'), 'f()\n');
    assert.equal(applied('a\n|\nb = 1\n', 'python', 'b = 1\n'), 'a\n\nb = 1\n');
  });
});
