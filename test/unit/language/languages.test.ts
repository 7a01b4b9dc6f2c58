import assert from 'node:assert/strict';
import { broughtLanguages } from '../../../src/core/language/programming/brought';
import { writingRules } from '../../../src/core/language/programming/configuration';
import { languageOf } from '../../../src/core/language/programming/languageOf';
import { trainedLanguages } from '../../../src/core/language/programming/languages';
import { fenceTag, languageName } from '../../../src/core/language/programming/names';
import { syntaxTable } from '../../../src/core/language/programming/syntaxTable';
import { answerLanguages } from '../../../src/core/language/spoken/languages';
import { builtInLanguages } from '../../support/builtInLanguages';
import { languageSamples } from '../../support/languageSamples';
import { trainingSet } from '../../support/trainingSet';

const held = new Map(
  Object.entries(builtInLanguages).flatMap(([id, endings]) =>
    endings.split(' ').map((ending) => [ending.toLowerCase(), id] as const),
  ),
);

describe('the table of the 92', () => {
  it('has the rows of the training set', () => {
    assert.deepEqual(
      trainedLanguages.map(({ row }) => row),
      Object.keys(trainingSet),
    );
  });

  it('knows the comments, strings and blocks of each', () => {
    const ids = trainedLanguages.flatMap(({ ids }) => Object.keys(ids));
    const missing = ids.filter((id) => !syntaxTable.has(id) && !id.startsWith('jupyter-'));
    assert.deepEqual(missing, []);
  });

  it('has a sample of each that is a text of its own', () => {
    const sampled = languageSamples.map(({ row }) => row);
    assert.deepEqual(
      Object.keys(trainingSet).filter((row) => !sampled.includes(row)),
      ['jupyter-scripts-dedup-filtered', 'jupyter-structured-clean-dedup'],
    );
  });

  it('gives no id to two of them', () => {
    const ids = trainedLanguages.flatMap(({ ids, others }) => [
      ...Object.keys(ids),
      ...(others?.split(' ') ?? []),
    ]);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('marks as brought just what VS Code does not know by itself', () => {
    const notes = ['git-commits-cleaned', 'github-issues-filtered-structured'];
    for (const { row, ids, brought } of trainedLanguages) {
      if (notes.includes(row) || row.startsWith('jupyter-')) continue;
      const known = Object.keys(ids).filter((id) => id in builtInLanguages);
      assert.equal(known.length, brought === true ? 0 : Object.keys(ids).length, row);
    }
  });
});

describe('the languages of the manifest', () => {
  it('hold no ending of a built-in language', () => {
    for (const { id, extensions = [] } of broughtLanguages()) {
      for (const ending of extensions) assert.equal(held.get(ending), undefined, `${id}: ${ending}`);
    }
  });

  it('hold no ending twice, and none that says too little', () => {
    const endings = broughtLanguages().flatMap(({ extensions = [] }) => extensions);
    assert.deepEqual(endings, [...new Set(endings)]);
    for (const ending of ['.m', '.v', '.t', '.h', '.pl', '.fs', '.cls']) {
      assert.ok(!endings.includes(ending), ending);
    }
  });

  it('have rules for writing: brackets, and comments where the language has any', () => {
    for (const { id } of broughtLanguages()) {
      const rules = writingRules(id);
      assert.ok(rules !== undefined && rules.brackets.length >= 2, id);
      const { lineComment, blockComment } = rules.comments;
      assert.ok(lineComment !== undefined || blockComment !== undefined, id);
    }
    assert.deepEqual(writingRules('pascal')?.brackets, [
      ['[', ']'],
      ['(', ')'],
    ]);
  });
});

describe('the endings of the training set', () => {
  // Endings that say nothing of the language, or that VS Code gives to another one.
  const odd = '.1 .3 .mustache .txt .ron .cmake .vsh .shader .jsp .litcoffee .csh .h .pl .m .ma .mt .frm';

  for (const [row, endings] of Object.entries(trainingSet)) {
    const ids = Object.keys(trainedLanguages.find((language) => language.row === row)?.ids ?? {});
    for (const ending of endings.split(' ').filter((one) => one !== '' && !odd.split(' ').includes(one))) {
      it(`${ending} is ${row}`, () => {
        const builtIn = held.get(ending);
        const found = languageOf(`a/b${ending}`, builtIn ?? 'plaintext', () => '');
        // JSX and the like are relatives with an id of their own.
        assert.ok(ids.includes(found), `${found} is none of ${ids.join(', ')}`);
      });
    }
  }
});

describe('a language’s name', () => {
  it('is its own in most languages', () => {
    for (const spoken of answerLanguages) {
      assert.equal(languageName('csharp', spoken), 'C#');
      assert.equal(languageName('cuda-cpp', spoken), 'CUDA');
      assert.equal(languageName('ocaml.interface', spoken), 'OCaml interface');
    }
  });

  it('is translated where people do', () => {
    assert.equal(languageName('asm-intel-x86-generic', 'es'), 'ensamblador');
    assert.equal(languageName('asm-intel-x86-generic', 'ca-valencia'), 'assemblador');
    assert.equal(languageName('nasm', 'eu'), 'mihiztadura-lengoaia');
    assert.equal(languageName('git-commit', 'gl'), 'mensaxe de remisión');
    assert.equal(languageName('issue', 'es-419'), 'texto de una incidencia');
    assert.equal(languageName('asm-intel-x86-generic'), 'Assembly');
  });

  it('is the id with a capital where nothing is known', () => {
    assert.equal(languageName('nim'), 'Nim');
  });

  it('in a fence is one word that renderers know', () => {
    assert.equal(fenceTag('literate haskell'), 'haskell');
    assert.equal(fenceTag('shellscript'), 'bash');
    assert.equal(fenceTag('asm-intel-x86-generic'), 'asm');
    for (const { ids } of trainedLanguages) {
      for (const id of Object.keys(ids)) assert.doesNotMatch(fenceTag(id), /\s/);
    }
  });
});
