// Questions in several languages. cspell:disable
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chooseLanguage, chooseWrittenLanguage } from '../../../src/core/language/spoken/choose';
import { interfaceLanguageFor } from '../../../src/core/language/spoken/choose';
import { answerLanguages, interfaceLanguages, ownNames } from '../../../src/core/language/spoken/languages';
import { chooseInterfaceLanguage } from '../../../src/core/language/spoken/chooseInterface';
import { settingsOf, type ManifestWithSettings } from '../../support/manifestSettings';

const auto = { setting: 'auto', questions: [], displayLanguage: 'en' } as const;

/** Long and plain enough to be clear. */
const clear = {
  es: 'No entiendo para qué se usa esta función, que es la que suma los números de la lista y los devuelve.',
  ca: 'No entenc per a què es fa servir aquesta funció, que és la que suma els nombres de la llista i els torna.',
  gl: 'Non entendo unha cousa desta función: que fai en cada liña, se non é máis ca un bucle dun só paso en que non se garda unha suma?',
  eu: 'Ez dut ulertzen zertarako erabiltzen den funtzio hau, eta zergatik ez duen zerrenda osoa itzultzen hau egiten badugu.',
  oc: "Non compreni entà qué ei aguesta foncion, qu'ei era que hè era soma des nombres dera lista damb eth resultat deth bucle e des auti.",
  en: 'I do not understand what this function is for, or why it returns the sum of the numbers that are in the list.',
  pt: 'Não entendo para que serve esta função, que é a que soma os números da lista e não os devolve numa variável.',
  fr: 'Je ne comprends pas à quoi sert cette fonction, qui est celle qui fait la somme des nombres de la liste et les rend.',
} as const;

describe('the language of answers', () => {
  it('is the setting’s, whatever is asked and whatever VS Code’s display language', () => {
    for (const setting of answerLanguages) {
      const chosen = chooseLanguage({ setting, questions: [clear.en], displayLanguage: 'de' });
      assert.deepEqual(chosen, { language: setting, reason: 'setting' });
    }
  });

  it('is what was chosen for the conversation before anything else', () => {
    const clues = { setting: 'ca', questions: [clear.eu], displayLanguage: 'en' };
    assert.deepEqual(chooseLanguage({ ...clues, conversation: 'gl' }), {
      language: 'gl',
      reason: 'conversation',
    });
    assert.deepEqual(
      chooseLanguage({ ...clues, conversation: 'auto' }),
      { language: 'eu', reason: 'question' },
      'chosen as automatic, the setting is passed over',
    );
  });

  it('in auto is the question’s where that is clear', () => {
    for (const [asked, language] of [
      ['es', 'es'],
      ['ca', 'ca'],
      ['gl', 'gl'],
      ['eu', 'eu'],
      ['oc', 'oc-aranes'],
      ['en', 'en'],
    ] as const) {
      const chosen = chooseLanguage({ ...auto, questions: [clear[asked]], displayLanguage: 'fr' });
      assert.deepEqual(chosen, { language, reason: 'question' }, asked);
    }
  });

  it('is not told from code, from a few words, or from a language that Aliada does not speak', () => {
    for (const question of ['', 'ok', `\`\`\`text\n${clear.ca}\n\`\`\``, clear.pt, clear.fr]) {
      const chosen = chooseLanguage({ ...auto, questions: [question], displayLanguage: 'eu' });
      assert.deepEqual(chosen, { language: 'eu', reason: 'display' }, question);
    }
  });

  it('goes on in the language of an earlier question where the newest is not clear, and follows a clear one', () => {
    assert.equal(chooseLanguage({ ...auto, questions: [clear.gl, 'ok'] }).language, 'gl');
    assert.equal(chooseLanguage({ ...auto, questions: [clear.gl, clear.eu] }).language, 'eu');
  });

  it('keeps the variant that VS Code is read in', () => {
    const asked = (question: string, displayLanguage: string): string =>
      chooseLanguage({ ...auto, questions: [question], displayLanguage }).language;
    assert.equal(asked(clear.es, 'es-MX'), 'es-419');
    assert.equal(asked(clear.ca, 'ca-ES-valencia'), 'ca-valencia');
    assert.equal(asked(clear.ca, 'es-MX'), 'ca');
    assert.equal(asked(clear.es, 'ca-ES-valencia'), 'es');
  });

  it('is else VS Code’s display language where it is one of ours, else Spanish', () => {
    const expected: Record<string, string> = {
      ca: 'ca',
      'ca-ES': 'ca',
      'ca-ES-valencia': 'ca-valencia',
      eu: 'eu',
      gl: 'gl',
      es: 'es',
      'es-MX': 'es-419',
      'es-ES': 'es',
      en: 'en',
      'en-GB': 'en',
      oc: 'oc-aranes',
    };
    for (const [displayLanguage, language] of Object.entries(expected)) {
      const chosen = chooseLanguage({ ...auto, displayLanguage });
      assert.deepEqual(chosen, { language, reason: 'display' }, displayLanguage);
    }
    for (const displayLanguage of ['de', 'pt-br', 'zh-cn']) {
      const chosen = chooseLanguage({ ...auto, displayLanguage });
      assert.deepEqual(chosen, { language: 'es', reason: 'default' }, displayLanguage);
    }
  });

  it('takes an unknown setting for auto', () => {
    assert.deepEqual(chooseLanguage({ ...auto, setting: 'klingon', displayLanguage: 'eu' }), {
      language: 'eu',
      reason: 'display',
    });
  });
});

describe('the language of comments and commit messages', () => {
  it('is that of answers unless its setting names another', () => {
    assert.equal(chooseWrittenLanguage('same', 'eu'), 'eu');
    assert.equal(chooseWrittenLanguage('en', 'eu'), 'en');
    assert.equal(chooseWrittenLanguage('klingon', 'eu'), 'eu');
  });
});

describe('the language of the interface', () => {
  it('is one of the five for every language of answers', () => {
    for (const language of answerLanguages) {
      assert.ok(interfaceLanguages.includes(interfaceLanguageFor(language)), language);
    }
    assert.equal(interfaceLanguageFor('es-419'), 'es');
    assert.equal(interfaceLanguageFor('ca-valencia'), 'ca');
    assert.equal(interfaceLanguageFor('oc-aranes'), 'ca');
  });

  const clues = { setting: 'auto', displayLanguage: 'fr', explanations: 'auto' };

  it('is the one that its setting names, whatever else there is', () => {
    for (const language of interfaceLanguages) {
      const chosen = chooseInterfaceLanguage({
        setting: language,
        displayLanguage: 'es',
        explanations: 'gl',
      });
      assert.equal(chosen, language);
    }
  });

  it('follows VS Code where that shows itself in one of ours, and its regions', () => {
    for (const [displayLanguage, expected] of [
      ['en', 'en'],
      ['en-gb', 'en'],
      ['es', 'es'],
      ['es-mx', 'es'],
      ['ca', 'ca'],
      ['ca-valencia', 'ca'],
      ['gl', 'gl'],
      ['eu', 'eu'],
    ] as const) {
      assert.equal(chooseInterfaceLanguage({ ...clues, displayLanguage, explanations: 'eu' }), expected);
    }
  });

  it('follows the language of explanations where VS Code speaks another, and else is English', () => {
    assert.equal(chooseInterfaceLanguage({ ...clues, explanations: 'eu' }), 'eu');
    assert.equal(chooseInterfaceLanguage({ ...clues, explanations: 'es-419' }), 'es');
    assert.equal(chooseInterfaceLanguage({ ...clues, explanations: 'oc-aranes' }), 'ca');
    assert.equal(chooseInterfaceLanguage(clues), 'en');
  });

  it('takes an unknown setting for auto', () => {
    assert.equal(chooseInterfaceLanguage({ ...clues, setting: 'fr', displayLanguage: 'gl' }), 'gl');
    assert.equal(chooseInterfaceLanguage({ ...clues, setting: 'es-419', displayLanguage: 'gl' }), 'gl');
  });
});

describe('the settings of languages', () => {
  const settings = settingsOf(JSON.parse(readFileSync('package.json', 'utf8')) as ManifestWithSettings);
  for (const [name, first] of [
    ['aliada.language', 'auto'],
    ['aliada.comments.language', 'same'],
    ['aliada.commits.language', 'same'],
  ] as const) {
    it(`${name} offers every language by its own name`, () => {
      const property = settings[name];
      assert.equal(property?.default, first);
      assert.deepEqual(property.enum, [first, ...answerLanguages]);
      assert.deepEqual(
        property.enumItemLabels?.slice(1),
        answerLanguages.map((language) => ownNames[language]),
      );
    });
  }

  it('aliada.interfaceLanguage offers the five by their own names', () => {
    const property = settings['aliada.interfaceLanguage'];
    assert.equal(property?.default, 'auto');
    assert.deepEqual(property.enum, ['auto', ...interfaceLanguages]);
    assert.deepEqual(
      property.enumItemLabels?.slice(1),
      interfaceLanguages.map((language) => ownNames[language]),
    );
  });
});
