import assert from 'node:assert/strict';
import { answerLanguages, ownNames } from '../../../src/core/language/spoken/languages';
import { languageChoices, walkthroughLanguage } from '../../../src/core/setup/languageChoice';

describe('the choice of one language for all', () => {
  it('offers every language by its own name, and the automatic one last', () => {
    const choices = languageChoices('auto');
    assert.deepEqual(
      choices.map(({ answers }) => answers),
      [...answerLanguages, 'auto'],
    );
    assert.deepEqual(
      choices.slice(0, -1).map(({ label }) => label),
      answerLanguages.map((language) => ownNames[language]),
    );
  });

  it('takes for Aliada’s own words the nearest of the five, and says so', () => {
    const words = Object.fromEntries(languageChoices('auto').map(({ answers, words }) => [answers, words]));
    assert.equal(words['es-419'], 'es');
    assert.equal(words['ca-valencia'], 'ca');
    assert.equal(words['oc-aranes'], 'ca');
    assert.equal(words.eu, 'eu');
    assert.equal(words.auto, 'auto');
    const detail = (language: string): string | undefined =>
      languageChoices('auto').find(({ answers }) => answers === language)?.detail;
    assert.match(detail('oc-aranes') ?? '', /Català/);
    assert.equal(detail('gl'), undefined);
  });

  it('marks the one of now, and an unknown setting as automatic', () => {
    const current = (setting: string): readonly string[] =>
      languageChoices(setting)
        .filter(({ isCurrent }) => isCurrent)
        .map(({ answers }) => answers);
    assert.deepEqual(current('eu'), ['eu']);
    assert.deepEqual(current('klingon'), ['auto']);
  });
});

describe('the walkthrough', () => {
  it('is VS Code’s own where that speaks the language of Aliada’s words', () => {
    assert.equal(walkthroughLanguage('es', 'es'), undefined);
    assert.equal(walkthroughLanguage('es', 'es-mx'), undefined);
    assert.equal(walkthroughLanguage('en', 'en'), undefined);
    assert.equal(walkthroughLanguage('en', 'fr'), undefined);
  });

  it('is one that is written out where it does not', () => {
    assert.equal(walkthroughLanguage('eu', 'en'), 'eu');
    assert.equal(walkthroughLanguage('gl', 'es'), 'gl');
    assert.equal(walkthroughLanguage('en', 'es'), 'en');
  });
});
