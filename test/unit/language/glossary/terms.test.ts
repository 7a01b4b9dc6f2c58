import assert from 'node:assert/strict';
import { fold } from '../../../../src/core/language/spoken/glossary/fold';
import { mostWords } from '../../../../src/core/language/spoken/glossary/match';
import { answerLanguages, interfaceLanguages } from '../../../../src/core/language/spoken/languages';
import { attestedText, ownGlossary } from '../../../support/glossary';

const { entries } = ownGlossary();

/** Words and letters that show another language. */
const foreign: Readonly<Record<string, RegExp>> = {
  en: words('el els una unha eta duen las los con', '¿ñçáéíóúàèò'),
  es: words('the of which that unha amb els eta das però és', 'çàèòï·'),
  ca: words('the which that unha con pero eta y', 'ñ¿ãõ'),
  gl: words('the which that los las amb els um uma não eta y mais su', 'çàèòãõ·'),
  eu: words('the of which that with una unha los amb', 'áéíóúàèòç'),
};

function words(list: string, letters: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list.replaceAll(' ', '|')})(?!\\p{L})|[${letters}]`, 'iu');
}

/** Words that mean two things in the language itself, as in English they do not. */
const ambiguous = {
  en: [],
  es: ['etiqueta', 'matriz', 'registro'],
  ca: ['etiqueta', 'matriu', 'registre'],
  gl: ['etiqueta', 'matriz', 'rexistro'],
  eu: ['etiketa', 'matrize'],
};

describe('the glossary', () => {
  it('has at least 350 entries and each concept once', () => {
    assert.ok(entries.length >= 350, `${entries.length}`);
    assert.equal(new Set(entries.map(({ id }) => id.toLowerCase())).size, entries.length);
    for (const language of interfaceLanguages) {
      const definitions = entries.map(({ definition }) => definition[language]);
      const twice = definitions.filter((text, index) => definitions.indexOf(text) !== index);
      assert.deepEqual(twice, [], language);
    }
  });

  for (const language of interfaceLanguages) {
    it(`explains every entry in one sentence of sensible length: ${language}`, () => {
      for (const { id, definition } of entries) {
        const text = definition[language];
        assert.match(text, /^[\p{Lu}\p{N}].*[^.\s]\.$/u, `${id}: ${text}`);
        assert.doesNotMatch(text, /[.!?] |\s{2}/, `${id}: ${text}`);
        assert.ok(text.length >= 18 && text.length <= 130, `${id}: ${text.length} characters`);
      }
    });

    it(`has no words of another language: ${language}`, () => {
      for (const { id, definition } of entries) {
        assert.doesNotMatch(definition[language], foreign[language] ?? /^$/, id);
      }
    });

    it(`names every entry, and no name twice in it: ${language}`, () => {
      for (const { id, terms } of entries) {
        const names = terms[language];
        assert.ok(names.length > 0 && names.every((name) => name === name.trim() && name.length > 1), id);
        assert.equal(new Set(names).size, names.length, id);
        assert.ok(
          names.every((name) => fold(name).split(' ').length <= mostWords),
          id,
        );
      }
    });
  }

  it('gives two entries the same first name in a language only where the words mean the same', () => {
    const same: Record<string, string[]> = {};
    for (const language of interfaceLanguages) {
      const names = entries.map(({ terms }) => fold(terms[language][0] ?? ''));
      same[language] = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort();
    }
    assert.deepEqual(same, ambiguous);
  });

  it('knows varieties only by languages of answers, and where they differ', () => {
    for (const { id, variants, terms } of entries) {
      for (const [variety, names] of Object.entries(variants)) {
        assert.ok(
          answerLanguages.some((language) => language === variety),
          id,
        );
        assert.ok(names.length > 0, id);
        // What is attested in Aranese may be the Catalan word; the others are there because they differ.
        const main = variety === 'es-419' ? terms.es : terms.ca;
        if (variety !== 'oc-aranes') assert.notDeepEqual(names, main, id);
      }
    }
  });

  it('says of no other term that it is attested than of its own', () => {
    const ids = new Set(entries.map(({ id }) => id));
    const lines = attestedText().split('\n').filter(Boolean);
    for (const line of lines) {
      assert.match(line, /^[^=]+ = (?:(?:es|ca|gl|eu) \S+)(?:, (?:es|ca|gl|eu) \S+)*$/);
      assert.ok(ids.has(line.split(' = ')[0] ?? ''), line);
    }
    assert.ok(entries.some(({ attested }) => attested.eu !== undefined));
  });
});
