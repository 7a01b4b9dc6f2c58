import assert from 'node:assert/strict';
import { LanguageGuard, type Verdict } from '../../../src/core/language/spoken/guard';
import { answerLanguages, type AnswerLanguage } from '../../../src/core/language/spoken/languages';
import { pieces } from '../../bench/answers/texts';

const ofAnswer: Readonly<Record<AnswerLanguage, keyof typeof pieces>> = {
  ...{ es: 'es', 'es-419': 'es', ca: 'ca', 'ca-valencia': 'ca' },
  ...{ gl: 'gl', eu: 'eu', 'oc-aranes': 'oc', en: 'en' },
};

/** A plain answer in a language, of several paragraphs. */
function answerIn(language: keyof typeof pieces): string {
  const { openings, middles, items, headings, closings } = pieces[language];
  const list = items.map((item) => `- ${item}`).join('\n');
  return [openings[0], middles[0], `## ${headings[0]}`, list, middles[1], closings[0]].join('\n\n');
}

const code =
  '```python\n# This function returns the sum of all the values in the list\nreturn sum(values)\n```';

/** What the guard says of an answer that comes in chunks of `size` characters. */
function verdictOf(language: AnswerLanguage, text: string, question = '?', size = 7): Verdict {
  const guard = new LanguageGuard(language, question);
  for (let at = 0; at < text.length; at += size) guard.push(text.slice(at, at + size));
  return guard.end();
}

describe('the language guard', () => {
  for (const language of answerLanguages) {
    const own = ofAnswer[language];

    it(`${language}: is content with an answer in it`, () => {
      assert.deepEqual(verdictOf(language, answerIn(own)), { verdict: 'right' });
    });

    for (const other of ['es', 'en', 'eu'] as const) {
      if (other === own) continue;
      it(`${language}: sees ${other} from the first sentence on`, () => {
        const found = verdictOf(language, answerIn(other));
        assert.deepEqual(found, { verdict: 'wrong', atCharacter: 0, language: other });
      });

      it(`${language}: sees a later paragraph in ${other}, and where it begins`, () => {
        const good = `${answerIn(own)}\n\n${code}\n\n`;
        const found = verdictOf(language, good + pieces[other].middles.slice(2, 4).join('\n\n'));
        assert.deepEqual(found, { verdict: 'wrong', atCharacter: good.length, language: other });
      });
    }
  }

  it('says so within about a sentence, whatever comes later', () => {
    const guard = new LanguageGuard('eu', '?');
    let seen = 0;
    for (const character of answerIn('en')) {
      seen += 1;
      if (guard.push(character).verdict === 'wrong') break;
    }
    assert.ok(seen <= 130, `${seen} characters`);
  });

  it('counts from the start of the line, with its marks, and in UTF-16 units', () => {
    const good = `${answerIn('ca')} 👩‍💻 ✓\n\n`;
    const bad = `- **${pieces.en.openings[0]}**\n- ${pieces.en.middles[1]}\n`;
    assert.deepEqual(verdictOf('ca', good + bad), {
      ...{ verdict: 'wrong', atCharacter: good.length, language: 'en' },
    });
  });

  it('finds the same however the text is cut', () => {
    const text = `${answerIn('gl')}\n\n${code}\n\n${answerIn('en')}`;
    const whole = verdictOf('gl', text, '?', text.length);
    assert.equal(whole.verdict, 'wrong');
    for (const size of [1, 2, 3, 5, 16, 100]) assert.deepEqual(verdictOf('gl', text, '?', size), whole);
  });

  it('is never sure of an answer that is all code', () => {
    const text = `${code}\n\n${code.replaceAll('```', '~~~')}\n`;
    assert.deepEqual(verdictOf('eu', text), { verdict: 'unsure' });
  });

  it('judges a short answer too, once it is whole', () => {
    assert.equal(verdictOf('ca', 'It is the sum of all the values in the list.').verdict, 'wrong');
    assert.equal(verdictOf('ca', '`x`').verdict, 'unsure');
  });

  const english = `${pieces.en.openings[0]} ${pieces.en.middles[0]}`;
  const notItsOwn: Readonly<Record<string, string>> = {
    'a block of code': code,
    'a block of code in a list': `1. Així:\n\n   ${code.replaceAll('\n', '\n   ')}`,
    'a block of code that never ends': code.slice(0, -4) + english,
    'indented code': `    # ${english}\n    return sum(values)`,
    'a blockquote': `> ${english}\n> ${english}\nand ${english}`,
    'text in angle quotes': `La documentació diu: «${english}»`,
    'text in curly quotes': `La documentació diu: “${english}”`,
    'text in straight quotes': `La documentació diu: "${english}"`,
    'an error message': 'TypeError: this is not a function and it cannot be called with the given values',
    'a warning of npm':
      'npm WARN deprecated request@2.88.2: request is no longer maintained, see the issue for details',
    'a conventional commit': 'fix(ui): keep the focus where it was when the dialog is closed',
    'states of HTTP':
      '- 200: OK\n- 201: Created\n- 301: Moved Permanently\n- 404: Not Found\n- 503: Service Unavailable',
    'a table': `| Name | What it is |\n|---|---|\n| a | ${english} |\n| b | ${english} |`,
    'inline code': `\`${english}\``,
    'a path through menus': 'Ves a **File > Preferences > Settings** i cerca-hi *Format On Save*.',
    'the titles of books':
      '- Clean Code: A Handbook of Agile Software Craftsmanship\n- The Pragmatic Programmer: Your Journey to Mastery',
    'the steps of a pipeline':
      '1. Build\n2. Unit tests\n3. Deploy to staging\n4. Smoke tests\n5. Deploy to production',
    'what packages say of themselves':
      '- express: Fast, unopinionated, minimalist web framework\n- dotenv: Loads environment variables from .env file',
    'kinds of values': '- `items`: list of objects\n- `name`: string\n- `result`: array of strings, sorted',
    'the names of principles':
      '- **Open/Closed Principle**: oberta a extensions, tancada a canvis.\n- **Liskov Substitution Principle**: els subtipus substitueixen el tipus base.',
  };
  for (const [name, text] of Object.entries(notItsOwn)) {
    it(`does not take ${name} for the answer's own words`, () => {
      const found = verdictOf('ca', `${answerIn('ca')}\n\n${text}\n\n${pieces.ca.closings[0]}`);
      assert.deepEqual(found, { verdict: 'right' });
      assert.notEqual(verdictOf('ca', text).verdict, 'wrong');
    });
  }

  it('sees a list of English sentences', () => {
    const items = [
      'The loop never ends',
      'You need to close the file',
      'Call it with a list that is not empty',
    ];
    assert.equal(verdictOf('gl', items.map((item) => `- ${item}`).join('\n')).verdict, 'wrong');
  });

  it('sees an answer that is emphasised as a whole', () => {
    assert.equal(verdictOf('ca', `**${pieces.en.middles[4]!.replaceAll('`', '')}**`).verdict, 'wrong');
  });

  it('sees the drift behind a quotation', () => {
    const good = `${answerIn('ca')}\n\n> ${english}\n\n`;
    assert.deepEqual(verdictOf('ca', good + english), {
      ...{ verdict: 'wrong', atCharacter: good.length, language: 'en' },
    });
  });

  it('is not misled by a quotation mark that is never closed', () => {
    const found = verdictOf('ca', `${answerIn('ca')}\n\n«${english} ${english} ${english}`);
    assert.equal(found.verdict, 'wrong');
  });

  describe('lets the answer be in the language that the question wants', () => {
    const wantEnglish = [
      'Traduce al inglés este comentario',
      "Tradueix-ho a l'anglès, si us plau",
      'Traduce isto ao inglés',
      'Itzuli ingelesera testu hau',
      'Itzuli hau ingelesera',
      'Translate this to English',
      'Traduz para inglês a mensagem',
      'Traduis ce message en anglais',
      'Traduís-ac ar anglés',
      'Escribe un README en inglés',
      'Escriu la documentació en anglès',
      'Idatzi README bat ingelesez',
      'Ara en anglès',
      'Y lo mismo en ingles?',
      'Necesito la versión inglesa del mensaje',
      'Tradúcelo',
      'Fes-ne la traducció',
      'Traducción:',
      'Quero a mensaxe traducida',
      'Act as a translator',
      'Axúdame coa tradución deste parágrafo',
      'I need help in the translation of this paragraph',
      'Write the answer in English please',
      'Corrige esta frase: "The function return the sum of the values in the list"',
      'Millora aquest text: The function is for the sum of all the values that are in the list',
    ];
    for (const question of wantEnglish) {
      it(question, () => {
        assert.notEqual(verdictOf('gl', answerIn('en'), question).verdict, 'wrong');
      });
    }

    it('and no other', () => {
      assert.equal(verdictOf('ca', answerIn('es'), "Tradueix-ho a l'anglès").verdict, 'wrong');
    });

    it('also where an earlier question wanted it', () => {
      const guard = new LanguageGuard('ca', 'Escriu-ho en anglès', 'Més curt');
      guard.push(answerIn('en'));
      assert.equal(guard.end().verdict, 'right');
    });
  });

  describe('is not put off by a question that only speaks of languages', () => {
    const questions = [
      'El código está en inglés, ¿qué hace?',
      'No respondas en inglés',
      'Els comentaris estan en anglès. Què fa?',
      'Zer itzultzen du funtzio honek?',
      'Traduce este código a Python',
      '¿Qué hace translate(x, y)?',
      'Explícalo sin traducir nada',
      '¿Qué significa el error "Cannot read properties of undefined"?',
      'Com es calculen els nombres de Catalan?',
      'A pull request falla na tradución, por que?',
      '¿Cómo creo un fichero de traducciones?',
      'Nola egin itzulpen-fitxategi bat?',
      'Why are the translation files not loaded?',
      'As traducións non cargan, que fago?',
      'El traductor automático del proyecto falla, ¿por qué?',
      'El text traduït no es veu bé. Per què?',
      'Itzulitako testua ez da agertzen. Zergatik?',
    ];
    for (const question of questions) {
      it(question, () => {
        assert.equal(verdictOf('gl', answerIn('en'), question).verdict, 'wrong');
      });
    }
  });
});
