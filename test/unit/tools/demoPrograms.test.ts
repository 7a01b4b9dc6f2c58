import assert from 'node:assert/strict';
import vm from 'node:vm';
import { createNames } from '../../../tools/demo-model/names.mjs';
import { createProgram, type Program } from '../../../tools/demo-model/program.mjs';
import { createRandom } from '../../../tools/demo-model/random.mjs';
import { createExample, isHeldShape } from '../../../tools/demo-model/tasks.mjs';
import { javascript, python } from '../../../tools/demo-model/write.mjs';

const splits = ['train', 'held'] as const;
const manners = ['plain', 'various', 'any'] as const;

/** Programs as the texts have them, without the choice by shape. */
function programs(split: (typeof splits)[number], style: 'snake' | 'camel', count = 400): readonly Program[] {
  const random = createRandom(3);
  return Array.from({ length: count }, (_, at) =>
    createProgram(random, createNames(random, split, style, 0.5), manners[at % manners.length]!),
  );
}

function wordsOf({ name, method, parameters, fields }: Program): readonly string[] {
  return [name, method, ...parameters, ...fields]
    .flatMap((one) => one.split(/_|(?=[A-Z])/))
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
}

describe('the programs of the demonstration model', () => {
  it('are valid JavaScript', () => {
    for (const split of splits) {
      for (const program of programs(split, 'camel')) {
        assert.doesNotThrow(() => new vm.Script(javascript.lines(program).join('\n')));
      }
    }
  });

  it('are valid JavaScript with what people write above them, too', () => {
    const random = createRandom(4);
    const core = {
      asComment: (text: string, languageId: string) => `${languageId === 'python' ? '#' : '//'} ${text}\n`,
    };
    const files = Array.from({ length: 300 }, () => createExample(random, 'train', core, 'code'));
    const scripts = files.filter(({ programming }) => programming === 'javascript');
    for (const { answer } of scripts) assert.doesNotThrow(() => new vm.Script(answer), answer);
    for (const mark of [/\/\*\* .* \*\//, /^ +\/\/ /m])
      assert.ok(scripts.some(({ answer }) => mark.test(answer)));
  });

  it('in Python, have a line in each block', () => {
    for (const program of programs('train', 'snake')) {
      const lines = python.lines(program).filter((line) => line !== '');
      for (const [at, line] of lines.entries()) {
        if (line.endsWith(':')) assert.ok(indent(lines[at + 1] ?? '') > indent(line), lines.join('\n'));
      }
    }
  });

  it('that are held out have no word in their names that the others have', () => {
    for (const style of ['snake', 'camel'] as const) {
      const known = new Set(programs('train', style, 2_000).flatMap(wordsOf));
      const held = programs('held', style, 2_000).flatMap(wordsOf);
      assert.deepEqual(
        held.filter((word) => known.has(word)),
        [],
      );
    }
  });

  it('are of some shapes that are held out and of more that are not', () => {
    const shapes = new Set(programs('train', 'snake', 1_000).map(({ shape }) => shape));
    const held = [...shapes].filter(isHeldShape).length;
    assert.ok(held > 0 && held < shapes.size / 3, `${held} of ${shapes.size}`);
  });
});

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
