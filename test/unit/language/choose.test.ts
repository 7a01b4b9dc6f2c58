import assert from 'node:assert/strict';
import { chooseAnswerLanguage, interfaceLanguageFor } from '../../../src/core/language/spoken/choose';
import { answerLanguages, interfaceLanguages } from '../../../src/core/language/spoken/languages';

describe('the language of answers', () => {
  it('is the setting’s, whatever VS Code’s display language', () => {
    for (const language of answerLanguages) assert.equal(chooseAnswerLanguage(language, 'de'), language);
  });

  it('in auto is VS Code’s display language where it is one of ours, else Spanish', () => {
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
      de: 'es',
      'pt-br': 'es',
      'zh-cn': 'es',
    };
    for (const [tag, language] of Object.entries(expected)) {
      assert.equal(chooseAnswerLanguage('auto', tag), language, tag);
    }
  });

  it('takes an unknown setting for auto', () => {
    assert.equal(chooseAnswerLanguage('klingon', 'eu'), 'eu');
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
});
