// Words of all the languages that Aliada speaks. cspell:disable
import assert from 'node:assert/strict';
import { textKinds } from '../../../src/core/chat/attachments/kinds';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { commandText, systemMessage } from '../../../src/core/chat/prompts/inWords';
import { levels } from '../../../src/core/chat/prompts/level';
import { commandNames, type Prompts } from '../../../src/core/chat/prompts/prompts';
import { answerLanguages, type AnswerLanguage } from '../../../src/core/language/spoken/languages';

const path = 'src/sum.py';
const oneLine = { path, language: 'Python', firstLine: 3, lastLine: 3 };
const severalLines = { path, language: 'Python', firstLine: 3, lastLine: 7 };

const english =
  'the and is are you your code line lines file files answer explain language this what comment comments ' +
  'write test tests with for problem change changes message';

/** Words that none of the texts in a language may hold: English, and what its nearest neighbours write instead. */
const foreign: Readonly<Record<AnswerLanguage, string>> = {
  es: `${english} codi kodea còdi línia liña liñas què i amb els les ets ès unha sempre fichero computadora computador`,
  'es-419': `${english} ordenador ordenadores fichero ficheros vosotros vosotras vuestro vuestra os has`,
  ca: `${english} código líneas línea qué hace siempre los las y con este esta seua hui eth orde ordes ací menut eixida estos`,
  'ca-valencia': `${english} código líneas línea qué hace siempre los las y con aquest aquesta aquests seva seves avui eth ordre ordres aquí petit sortida anglès aranès treu`,
  gl: `${english} codi líneas línea linha linhas qué hace siempre el la los las y lengua não uma um você arquivo comando comandos ordenador hasta pero sin más otro`,
  eu: `${english} código codi líneas línea el la los las de que y siempre fitxer archivo en un una para por`,
  'oc-aranes': `${english} código codi línea línia línies el la los las els les lo amb aquest una és què sempre aquí res fa`,
  en: 'código codi kodea còdi línea línia liña el la los las de que y',
};

/** Words that make a text recognisable as that language, so that a file with the wrong language fails. */
const own: Readonly<Record<AnswerLanguage, readonly string[]>> = {
  es: ['español', 'código', 'líneas', 'ordenador'],
  'es-419': ['américa', 'archivo', 'computadora', 'ustedes'],
  ca: ['català', 'aquest', 'línies', 'siguin', 'tradueixis', 'ordre', 'aquí'],
  'ca-valencia': ['valencià', 'este', 'seua', 'servix', 'estiguen', 'traduïsques', 'orde', 'ací', 'corregix'],
  gl: ['galego', 'unha', 'liñas', 'ficheiro', 'non', 'máis', 'orde'],
  eu: ['euskaraz', 'kodea', 'lerrotik', 'zara', 'iruzkinak', 'honen'],
  'oc-aranes': ['aranés', 'eth', 'era', 'aguest', 'linhes', 'ua', 'hè', 'damb', 'ei', 'deth', 'arren'],
  en: ['english', 'code', 'lines', 'comments'],
};

/** The language whose sentences a variant shares where it says them alike. */
const shares: Readonly<Partial<Record<AnswerLanguage, AnswerLanguage>>> = {
  'es-419': 'es',
  'ca-valencia': 'ca',
};

describe('prompts', () => {
  for (const language of answerLanguages) {
    describe(language, () => {
      const prompts = promptsFor(language);
      const text = everyText(language);

      it('has the same shape as the others', () => {
        const fields =
          'attachment commands comments goOn inLanguage insist levels opening reminder system textAttachments translate';
        assert.deepEqual(Object.keys(prompts).sort(), fields.split(' '));
        assert.deepEqual(Object.keys(prompts.commands), commandNames);
        assert.deepEqual(Object.keys(prompts.levels), levels);
        assert.deepEqual(Object.keys(prompts.inLanguage), answerLanguages);
        assert.deepEqual(Object.keys(prompts.textAttachments), textKinds);
        const sentences = prompts.system.split('\n');
        assert.ok(sentences.length >= 5 && sentences.length <= 7, `${sentences.length} sentences`);
        for (const [name, sentence] of [
          ...sentences.map((one) => ['system', one]),
          ...sentencesOf(prompts),
        ] as const) {
          assert.match(sentence, /^¿?\p{Lu}[^\n]*[.?]$/u, name);
          assert.ok(!sentence.includes('  '), name);
        }
        // An answer that is begun so has to go on.
        assert.match(prompts.opening, /^\p{Lu}[^\n]*:$/u);
        assert.match(sentences[0]!, /Aliada/);
        assert.equal(prompts.system.split('```').length, 2, 'tells once how to fence code');
      });

      it('leaves the language of comments open where the others do, and nothing else', () => {
        for (const [name, sentence] of sentencesOf(prompts)) {
          const expected = ['document', 'translateComments', 'comments'].includes(name) ? ['{language}'] : [];
          assert.deepEqual(sentence.match(/\{[^}]*\}/g) ?? [], expected, name);
        }
        for (const other of answerLanguages) {
          for (const command of commandNames) {
            assert.doesNotMatch(commandText(command, language, other), /[{}]/);
          }
          assert.match(commandText('translateComments', language, other), inWords(prompts, other));
        }
        assert.equal(new Set(Object.values(prompts.inLanguage)).size, answerLanguages.length);
      });

      it('tells the model how much to explain and how to comment code', () => {
        const said = levels.map((level) => systemMessage(prompts, { level, comments: 'eu' }));
        assert.equal(new Set(said).size, levels.length);
        for (const [index, message] of said.entries()) {
          assert.ok(message.startsWith(`${prompts.system}\n`));
          assert.ok(message.includes(prompts.levels[levels[index]!]));
          assert.match(message, inWords(prompts, 'eu'));
          assert.doesNotMatch(message, /[{}]/);
        }
        const [beginner, , brief] = levels.map((level) => prompts.levels[level]);
        assert.match(beginner!, levelWords[language].beginner);
        assert.match(brief!, levelWords[language].brief);
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

      it('says in one line what each kind of text is', () => {
        const lines = textLines(prompts, 'src/sum.py');
        assert.equal(new Set(lines).size, textKinds.length);
        for (const line of lines) {
          assert.match(line, /`src\/sum\.py`/);
          assert.match(line, /^[^\n]*:$/);
        }
        assert.match(prompts.textAttachments.problems(''), /^\p{Lu}[^\n`]*:$/u);
      });

      it('is written in the language itself', () => {
        const words = wordsIn(text);
        for (const word of own[language]) assert.ok(words.has(word), `"${word}" is missing`);
        const borrowed = foreign[language].split(' ').filter((word) => words.has(word));
        assert.deepEqual(borrowed, [], 'words of another language');
      });

      it('says nothing in the words of another language', () => {
        for (const other of answerLanguages) {
          if (other === language || shares[language] === other || shares[other] === language) continue;
          const theirs = new Map(sentencesOf(promptsFor(other)).map(([name, said]) => [said, name]));
          const same = sentencesOf(prompts).filter(([, said]) => theirs.has(said));
          assert.deepEqual(same, [], other);
        }
      });
    });
  }

  for (const [variant, base] of [
    ['es-419', 'es'],
    ['ca-valencia', 'ca'],
  ] as const) {
    it(`${variant} differs from ${base} where the two say it differently`, () => {
      const [ours, theirs] = [promptsFor(variant), promptsFor(base)];
      assert.notEqual(ours.system, theirs.system);
      assert.notEqual(ours.reminder, theirs.reminder);
      assert.notEqual(ours.commands.explainTerminal, theirs.commands.explainTerminal);
    });
  }

  it('tells Valencian from Catalan in its forms', () => {
    const [ca, valencian] = [promptsFor('ca').commands, promptsFor('ca-valencia').commands];
    assert.match(ca.explain, / aquest codi/);
    assert.match(valencian.explain, / este codi/);
    assert.match(valencian.fix, /corregix-lo/);
    // The present subjunctive: "siguin, tradueixis" there, "estiguen, canvies" here.
    assert.doesNotMatch(everyText('ca-valencia'), /(eixis|guin|nviïs|ntis)\b/);
    assert.doesNotMatch(everyText('ca'), /(isca|isques|guen|[rv]ix|gix)\b/);
  });

  it('addresses Spanish America without vosotros', () => {
    assert.doesNotMatch(everyText('es-419'), /\p{L}+[áéí]is(?!\p{L})|\bvosotr|\bvuestr/u);
  });
});

/** What a person who learns and a person who knows have to find in their level. */
const levelWords: Readonly<Record<AnswerLanguage, { readonly beginner: RegExp; readonly brief: RegExp }>> = {
  es: { beginner: /paso a paso.*concepto.*ejemplo/, brief: /tres líneas/ },
  'es-419': { beginner: /paso a paso.*concepto.*ejemplo/, brief: /tres líneas/ },
  ca: { beginner: /pas a pas.*concepte.*exemple/, brief: /tres línies/ },
  'ca-valencia': { beginner: /pas a pas.*concepte.*exemple/, brief: /tres línies/ },
  gl: { beginner: /paso a paso.*concepto.*exemplo/, brief: /tres liñas/ },
  eu: { beginner: /urratsez urrats.*kontzeptuaren.*adibide/, brief: /hiru lerrotan/ },
  'oc-aranes': { beginner: /pas a pas.*concèpte.*exemple/, brief: /tres linhes/ },
  en: { beginner: /step by step.*concept.*example/, brief: /three lines/ },
};

/** Every sentence but those of the system message, by its name. */
function sentencesOf(prompts: Prompts): [string, string][] {
  const { levels: ofLevels, comments, reminder, commands, insist, goOn, translate } = prompts;
  return Object.entries({ ...ofLevels, comments, reminder, ...commands, insist, goOn, translate });
}

function textLines(prompts: Prompts, name: string): string[] {
  return textKinds.map((kind) => prompts.textAttachments[kind](name));
}

function inWords(prompts: Prompts, language: AnswerLanguage): RegExp {
  return new RegExp(`(?<!\\p{L})${prompts.inLanguage[language]}(?!\\p{L})`, 'u');
}

function everyText(language: AnswerLanguage): string {
  const prompts = promptsFor(language);
  const sentences = sentencesOf(prompts).map(([, said]) => said);
  const attachments = [
    prompts.attachment(oneLine),
    prompts.attachment(severalLines),
    ...textLines(prompts, path),
    prompts.textAttachments.problems(''),
  ];
  return [
    prompts.system,
    prompts.opening,
    ...sentences,
    ...Object.values(prompts.inLanguage),
    ...attachments,
  ].join('\n');
}

/** The words of a text, without what stands between backticks or in braces. An elided article counts as a word of its own. */
function wordsIn(text: string): Set<string> {
  const prose = text.replaceAll(/`[^`\n]+`|\{\w+\}/g, ' ').toLowerCase();
  return new Set(prose.match(/\p{L}+(?:·\p{L}+)*/gu));
}
