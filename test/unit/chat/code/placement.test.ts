import assert from 'node:assert/strict';
import { withCode } from '../../../../src/core/chat/code/placement';

const file = `import math

def area(radius):
    return 3.14 * radius * radius

def rim(radius):
    return 2 * 3.14 * radius

print(area(2))
`;

const area = 'def area(radius):\n    return 3.14 * radius * radius';

describe('code of an answer in a file', () => {
  it('takes the place of what the question was about', () => {
    const better = 'def area(radius):\n    """The area of a circle."""\n    return math.pi * radius**2\n';
    const wanted = file.replace(area, better.trimEnd());
    assert.equal(withCode(file, better, { firstLine: 3, lastLine: 4, text: area }, 0), wanted);
  });

  it('finds it again where it has moved meanwhile', () => {
    const moved = `# A line more\n${file}`;
    const wanted = moved.replace(area, 'def area(r):\n    return r');
    assert.equal(
      withCode(moved, 'def area(r):\n    return r', { firstLine: 3, lastLine: 4, text: area }, 0),
      wanted,
    );
  });

  it('is as deep as what it takes the place of', () => {
    const text = 'class A:\n    def b(self):\n        return 1\n\n    def c(self):\n        return 2\n';
    const hint = { firstLine: 2, lastLine: 3, text: 'def b(self):\n        return 1' };
    assert.equal(
      withCode(text, 'def b(self):\n    return 3', hint, 0),
      'class A:\n    def b(self):\n        return 3\n\n    def c(self):\n        return 2\n',
    );
  });

  it('is the whole file where it has the rest of it, too', () => {
    const whole = file.replace('3.14 * radius * radius', 'math.pi * radius**2');
    assert.equal(withCode(file, whole, { firstLine: 3, lastLine: 4, text: area }, 0), whole);
    assert.equal(withCode(file, whole, undefined, 0), whole);
    assert.equal(withCode('\n', 'print(1)', undefined, 0), 'print(1)\n');
  });

  it('takes the place of the block with the same head where the question was about the whole file', () => {
    const hint = { firstLine: 1, lastLine: 9, text: file };
    const rim = 'def rim(radius):\n    return 2 * math.pi * radius';
    const wanted = file.replace('def rim(radius):\n    return 2 * 3.14 * radius', rim);
    assert.equal(withCode(file, rim, hint, 0), wanted);
    assert.equal(withCode(file, `${rim}\n`, undefined, 0), wanted);
  });

  it('takes a block in braces with the line that closes it', () => {
    const text = 'int a() {\n  return 1;\n}\n\nint b() {\n  return 2;\n}\n';
    const wanted = 'int a() {\n  return 3;\n}\n\nint b() {\n  return 2;\n}\n';
    assert.equal(withCode(text, 'int a() {\n  return 3;\n}', undefined, 0), wanted);
  });

  it('comes in at the cursor where nothing in the file is like it', () => {
    assert.equal(withCode('one()\ntwo()\n', 'three()', undefined, 1), 'one()\nthree()\ntwo()\n');
  });
});
