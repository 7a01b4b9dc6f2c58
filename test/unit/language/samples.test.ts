import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scan } from '../../../src/core/completion/scan';
import { languageOf } from '../../../src/core/language/programming/languageOf';
import { syntaxOf } from '../../../src/core/language/programming/syntaxOf';
import { languageSamples, samplePath } from '../../support/languageSamples';

/**
 * The comments of the samples say `remark (`, their strings `quoted (`: whoever takes a part of one for code finds the
 * word, or a bracket that nothing closes.
 */
describe('the scanner, in a sample of each of the 92', () => {
  for (const sample of languageSamples) {
    const { row, vscodeId } = sample;
    const text = readFileSync(path.join(process.cwd(), samplePath(sample)), 'utf8');
    const syntax = syntaxOf(
      languageOf(sample.file, vscodeId, () => text),
      text,
    );
    const { code, open, unmatched, inside } = scan(text, syntax);

    it(`${row}: knows comments and strings from code`, () => {
      assert.doesNotMatch(code, /remark|quoted/);
      assert.deepEqual(open, []);
      assert.deepEqual(unmatched, []);
      assert.equal(inside, undefined);
    });

    // A method that an interface of Bluespec only declares looks like one that has a body.
    if (syntax.opener !== undefined && row !== 'bluespec') {
      it(`${row}: finds as many words that close a block as words that open one`, () => {
        const count = (words: RegExp | undefined): number =>
          code.split('\n').reduce((sum, line) => sum + (words ? [...line.matchAll(words)].length : 0), 0);
        assert.ok(count(syntax.opener) > 0);
        assert.equal(count(syntax.closer), count(syntax.opener));
      });
    }
  }
});
