import assert from 'node:assert/strict';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { answerLanguages, type AnswerLanguage } from '../../../src/core/language/spoken/languages';

const path = 'src/sum.py';
const oneLine = { path, language: 'Python', firstLine: 3, lastLine: 3 };
const severalLines = { path, language: 'Python', firstLine: 3, lastLine: 7 };

const english = 'the and is are you your code line lines file files answer explain language this what';

/** Words that none of the texts in a language may hold: English, and what its nearest neighbours write instead. */
const foreign: Readonly<Record<AnswerLanguage, string>> = {
  es: `${english} codi kodea còdi línia liña liñas què i amb els les ets ès unha sempre`,
  'es-419': `${english} ordenador ordenadores fichero ficheros vosotros vosotras vuestro vuestra os`,
  ca: `${english} código líneas línea qué hace siempre los las y con este esta seua hui eth`,
  'ca-valencia': `${english} código líneas línea qué hace siempre los las y con aquest aquesta seva seves avui eth`,
  gl: `${english} codi líneas línea linha linhas qué hace siempre el la los las y lengua não uma um você arquivo`,
  eu: `${english} código codi líneas línea el la los las de que y siempre fitxer archivo`,
  'oc-aranes': `${english} código codi línea línia línies el la los las els les lo amb aquest una és què sempre`,
  en: 'código codi kodea còdi línea línia liña el la los las de que y',
};

/** Words that make a text recognisable as that language, so that a file with the wrong language fails. */
const own: Readonly<Record<AnswerLanguage, readonly string[]>> = {
  es: ['español', 'código', 'líneas'],
  'es-419': ['américa', 'archivo', 'computadora', 'ustedes'],
  ca: ['català', 'aquest', 'línies', 'siguin', 'tradueixis'],
  'ca-valencia': ['valencià', 'este', 'seua', 'servix', 'estiguen', 'traduïsques'],
  gl: ['galego', 'unha', 'liñas', 'ficheiro', 'non'],
  eu: ['euskaraz', 'kodea', 'lerrotik', 'zara'],
  'oc-aranes': ['aranés', 'eth', 'era', 'aguest', 'linhes', 'ua'],
  en: ['english', 'code', 'lines'],
};

describe('prompts', () => {
  for (const language of answerLanguages) {
    describe(language, () => {
      const prompts = promptsFor(language);
      const text = everyText(language);

      it('has the same shape as the others', () => {
        assert.deepEqual(
          Object.keys(prompts).sort(),
          'attachment explain goOn insist opening reminder system translate'.split(' '),
        );
        const sentences = prompts.system.split('\n');
        assert.ok(sentences.length >= 5 && sentences.length <= 7, `${sentences.length} sentences`);
        const { insist, goOn, translate } = prompts;
        for (const sentence of [...sentences, prompts.reminder, prompts.explain, insist, goOn, translate]) {
          assert.match(sentence, /^\p{Lu}.*\.$/u);
          assert.equal(sentence, sentence.trim());
        }
        assert.ok(!prompts.explain.includes('\n'), 'the question is one line');
        // An answer that is begun so has to go on.
        assert.match(prompts.opening, /^\p{Lu}[^\n]*:$/u);
        assert.match(sentences[0]!, /Aliada/);
        assert.equal(prompts.system.split('```').length, 2, 'tells once how to fence code');
      });

      it('names where a piece of code stands, for one line and for several', () => {
        const one = prompts.attachment(oneLine);
        const several = prompts.attachment(severalLines);
        for (const line of [one, several]) {
          assert.match(line, /`src\/sum\.py`/);
          assert.match(line, /\(Python\)/);
          assert.match(line, /^[^\n]*:$/);
        }
        assert.deepEqual(one.match(/\d+/g), ['3']);
        assert.deepEqual(several.match(/\d+/g), ['3', '7']);
      });

      it('is written in the language itself', () => {
        const words = wordsIn(text);
        for (const word of own[language]) assert.ok(words.has(word), `"${word}" is missing`);
        const borrowed = foreign[language].split(' ').filter((word) => words.has(word));
        assert.deepEqual(borrowed, [], 'words of another language');
      });
    });
  }

  it('tells Valencian from Catalan in its forms', () => {
    const [ca, valencian] = [promptsFor('ca'), promptsFor('ca-valencia')];
    assert.match(ca.explain, / aquest codi/);
    assert.match(valencian.explain, / este codi/);
    assert.notEqual(ca.reminder, valencian.reminder);
    // The present subjunctive: "siguin, tradueixis" there, "estiguen, canvies" here.
    assert.doesNotMatch(everyText('ca-valencia'), /(eixi|eixis|guin|nviïs|ntis)\b/);
    assert.doesNotMatch(everyText('ca'), /(isca|isques|guen|ix)\b/);
  });

  it('addresses Spanish America without vosotros', () => {
    assert.doesNotMatch(everyText('es-419'), /\p{L}+[áéí]is(?!\p{L})|\bvosotr|\bvuestr/u);
    assert.notEqual(promptsFor('es-419').system, promptsFor('es').system);
  });

  it('has no two languages that share a system message', () => {
    assert.equal(new Set(answerLanguages.map((language) => promptsFor(language).system)).size, 8);
  });
});

function everyText(language: AnswerLanguage): string {
  const prompts = promptsFor(language);
  const { system, reminder, explain, insist, opening, goOn, translate } = prompts;
  const attachments = [prompts.attachment(oneLine), prompts.attachment(severalLines)];
  return [system, reminder, explain, ...attachments, insist, opening, goOn, translate].join('\n');
}

/** The words of a text, without what stands between backticks. An elided article counts as a word of its own. */
function wordsIn(text: string): Set<string> {
  const prose = text.replaceAll(/`[^`\n]+`/g, ' ').toLowerCase();
  return new Set(prose.match(/\p{L}+(?:·\p{L}+)*/gu));
}
