import assert from 'node:assert/strict';
import { applied } from '../../support/place';

const text = 'def suma(a, b):\n    |\n';
const right = 'def suma(a, b):\n    «return a + b»\n';

describe('what a chat model writes around code', () => {
  it('is left out in prose as well, where the document has no fences itself', () => {
    assert.equal(
      applied('\\section{U}\n|\n', 'latex', '```\nHola, món.\n```'),
      '\\section{U}\n«Hola, món.»\n',
    );
    assert.equal(applied('# U\n|\n', 'markdown', '```\nls\n```'), '# U\n«```\nls\n```»\n');
  });

  it('is left out: a fence, with or without words before and after it', () => {
    for (const output of [
      '```python\nreturn a + b\n```',
      'Here is the completed code:\n\n```python\nreturn a + b\n```\n\nThis adds the two numbers.',
      'Aquí tens el codi:\n```\nreturn a + b\n```',
      '```python\nreturn a + b',
      'return a + b\n```\nThis function returns the sum.',
    ]) {
      assert.equal(applied(text, 'python', output), right, output);
    }
  });

  it('is left out: thoughts, tags and tokens of the template', () => {
    for (const output of [
      '<think>\nA sum.\n</think>\n\nreturn a + b',
      '<think></think>return a + b',
      '<|im_start|>assistant\nreturn a + b<|im_end|>',
      '<s>return a + b',
      '<completion>return a + b</completion>',
      '<completion>\nreturn a + b\n</completion>\n',
      'return a + b<|im_end|>\n<|im_start|>user',
      'return a + b</s>',
    ]) {
      assert.equal(applied(text, 'python', output), right, output);
    }
  });

  it('is left out: words without a fence', () => {
    const output = 'return a + b\n\nThis code returns the sum of the two arguments.';
    assert.equal(applied(text, 'python', output), right);
    assert.equal(applied(text, 'python', 'Sure! Here is the missing part:\n\nreturn a + b'), right);
  });

  it('is nothing to show while it only thinks', () => {
    assert.equal(applied(text, 'python', '<think>\nLet me see'), 'def suma(a, b):\n    \n');
  });

  it('stays where the file is such a text itself', () => {
    const fenced = '```sh\nls\n```';
    assert.equal(applied('# Guia\n\n|\n', 'markdown', fenced), `# Guia\n\n«${fenced}»\n`);
    const paragraph = 'Some words.\n\nThis is the next paragraph of the guide.';
    assert.equal(applied('# Guia\n\n|\n', 'markdown', paragraph), `# Guia\n\n«${paragraph}»\n`);
    assert.equal(applied('<p>|</p>\n', 'html', '<code>ls</code>'), '<p>«<code>ls</code>»</p>\n');
  });
});
