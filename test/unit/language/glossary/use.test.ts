import assert from 'node:assert/strict';
import { describeEntry } from '../../../../src/core/language/spoken/glossary/describeEntry';
import { entryAt, type Place } from '../../../../src/core/language/spoken/glossary/hover';
import { entryIdOfKeyword } from '../../../../src/core/language/spoken/glossary/keywords';
import { promptLine } from '../../../../src/core/language/spoken/glossary/promptLine';
import { readGlossary } from '../../../../src/core/language/spoken/glossary/read';
import { answerLanguages, type AnswerLanguage } from '../../../../src/core/language/spoken/languages';
import { ownGlossary } from '../../../support/glossary';

const glossary = ownGlossary();

const sample = [
  'en loop = A.',
  'es bucle, ciclo = B.',
  'ca bucle = C.',
  'gl bucle = D.',
  'eu begizta = E.',
  'es-419 ciclo',
].join('\n');

describe('reading the glossary', () => {
  it('takes names, definitions, varieties and what is attested', () => {
    const [entry] = readGlossary(sample, 'loop = es kdevelop, eu kate\n');
    assert.deepEqual(entry, {
      id: 'loop',
      terms: { en: ['loop'], es: ['bucle', 'ciclo'], ca: ['bucle'], gl: ['bucle'], eu: ['begizta'] },
      variants: { 'es-419': ['ciclo'] },
      definition: { en: 'A.', es: 'B.', ca: 'C.', gl: 'D.', eu: 'E.' },
      attested: { es: 'kdevelop', eu: 'kate' },
    });
  });

  it('names the line that is wrong', () => {
    assert.throws(() => readGlossary(sample.replace('gl bucle', 'pt laço')), /pt laço = D/);
    assert.throws(() => readGlossary(sample.replace('eu begizta = E.', 'eu begizta')), /eu begizta/);
    assert.throws(() => readGlossary(sample.replace('ca bucle = C.\n', '')), /missing/);
  });
});

describe('searching the glossary', () => {
  const first = (query: string, language: AnswerLanguage): string | undefined =>
    glossary.search(query, language)[0]?.id;

  it('finds a term by its name in any language', () => {
    for (const name of ['loop', 'bucle', 'begizta']) assert.equal(first(name, 'ca'), 'loop', name);
    assert.equal(first('ilara', 'es'), 'queue');
    assert.equal(first('árbore', 'eu'), 'tree');
    assert.equal(first('excepció', 'gl'), 'exception');
  });

  it('asks for no accents, capitals, hyphens or middle dots', () => {
    assert.equal(first('FUNCION', 'es'), 'function');
    assert.equal(first('parallelisme', 'ca'), 'parallelism');
    assert.equal(first('datu mota', 'eu'), 'data type');
    assert.equal(first('variábel', 'gl'), 'variable');
  });

  it('puts the same word before longer ones, and finds nothing for nonsense', () => {
    const ids = glossary.search('test', 'en').map(({ id }) => id);
    assert.equal(ids[0], 'test');
    assert.ok(ids.includes('unit test'));
    assert.deepEqual(glossary.search('qqqq', 'es'), []);
  });

  it('lists everything by the alphabet of the language where nothing is asked', () => {
    const all = glossary.search(' ', 'es');
    assert.equal(all.length, glossary.entries.length);
    assert.equal(all[0]?.terms.es[0], 'abstracción');
  });
});

describe('terms of a question', () => {
  const terms = (text: string, language: AnswerLanguage, most = 8): readonly string[] =>
    glossary.termsFor(text, language, most).map(({ term }) => term);

  it('finds them in English and in the language, with endings', () => {
    assert.deepEqual(terms('Why does this loop skip every second element of the queue?', 'ca'), [
      'bucle',
      'cua',
    ]);
    assert.deepEqual(terms('Zergatik ez da begizta amaitzen?', 'eu'), ['begizta']);
    assert.deepEqual(terms('Zer egiten du ilararekin?', 'eu'), ['ilara']);
    assert.deepEqual(terms('¿Qué hacen los hilos de ejecución?', 'es'), ['hilo']);
  });

  it('takes the longest term, and none across a full stop', () => {
    assert.deepEqual(terms('a linked list', 'gl'), ['lista ligada']);
    assert.ok(!terms('It is linked. List it.', 'gl').includes('lista ligada'));
  });

  it('gives at most so many, of one word only one, and none that is the same in English', () => {
    assert.equal(terms('stack queue tree graph edge leaf loop', 'es', 3).length, 3);
    assert.deepEqual(terms('loop loop loops', 'es'), ['bucle']);
    assert.deepEqual(terms('variable', 'es'), []);
    assert.deepEqual(terms('loop', 'en'), []);
  });

  it('uses the form of the variety', () => {
    assert.deepEqual(terms('array', 'es'), ['matriz']);
    assert.deepEqual(terms('array', 'es-419'), ['arreglo']);
    assert.deepEqual(terms('standard output', 'ca-valencia'), ['eixida estàndard']);
    assert.deepEqual(terms('file, loop', 'oc-aranes'), ['fichèr']);
  });

  it('adds what the code is made of most', () => {
    const code = [{ languageId: 'python', text: 'while True:\n    try:\n        pass\n' }];
    const line = glossary.lineFor('Què fa?', 'ca', code);
    assert.match(line, /while loop → bucle while/);
    assert.match(line, /^Fes servir aquests termes: .*\.$/);
  });

  it('makes the same line of the same terms in any order, within its length, and none of nothing', () => {
    assert.equal(
      glossary.lineFor('the stack and the queue', 'es'),
      glossary.lineFor('the queue, the stack', 'es'),
    );
    assert.equal(
      glossary.lineFor('the stack and the queue', 'es'),
      'Usa estos términos: queue → cola; stack → pila.',
    );
    const long = 'stack queue tree graph binary search infinite loop higher-order function deadlock leaf';
    for (const language of answerLanguages) assert.ok(glossary.lineFor(long, language).length <= 240);
    assert.equal(glossary.lineFor('Hola', 'es'), '');
    assert.equal(promptLine([{ english: 'loop', term: 'x' }], 'en', 240), '');
  });
});

describe('what a hover explains', () => {
  function at(marked: string, changes: Partial<Place> = {}): string | undefined {
    const column = marked.indexOf('|');
    const place = { languageId: 'python', line: marked.replace('|', ''), column, above: '', ...changes };
    return entryAt(place, glossary, 'es')?.entry.id;
  }

  it('keywords, each in its own language', () => {
    assert.equal(at('wh|ile True:'), 'while loop');
    assert.equal(at('    |return x'), 'return statement');
    assert.equal(at('while|'), 'while loop');
    assert.equal(at('SELECT a FR|OM t', { languageId: 'sql' }), 'table');
    assert.equal(at('from| x import y'), 'import');
    assert.equal(at('wh|ile', { languageId: 'markdown' }), undefined);
  });

  it('no names and no strings', () => {
    assert.equal(at('x.cl|ass'), undefined);
    assert.equal(at('whi|les = 1'), undefined);
    assert.equal(at('x = "wh|ile"'), undefined);
    assert.equal(at("x = 'a # lo|op'"), undefined);
  });

  it('terms in a comment, in the language of the answers and in English, and no keywords there', () => {
    assert.equal(at('x = 1  # sale del bu|cle'), 'loop');
    assert.equal(at('# a linked l|ist of them'), 'linked list');
    assert.equal(at('# wh|ile it waits'), undefined);
    const languageId = 'javascript';
    assert.equal(at('la pi|la */ x', { languageId, above: '/* primero\n' }), 'stack');
    assert.equal(at('la pila */ re|turn', { languageId, above: '/* primero\n' }), 'return statement');
    assert.equal(at('/* pila */ re|turn', { languageId }), 'return statement');
    assert.equal(at('x(); // la pi|la', { languageId, above: '/* a */\n' }), 'stack');
  });

  it('every keyword has an entry', () => {
    const words = [
      'for',
      'while',
      'class',
      'return',
      'import',
      'try',
      'if',
      'switch',
      'def',
      'async',
      'yield',
    ];
    for (const word of words) assert.ok(glossary.keyword(word, 'python'), word);
    for (const id of keywordIds()) assert.ok(glossary.entry(id), id);
  });
});

/** The ids that the keywords of the languages with words of their own, and of one without, lead to. */
function keywordIds(): readonly string[] {
  const words = new Set(
    `for foreach while until do loop repeat if else elif elsif elseif unless then switch case match break continue next
    goto return yield def fn func fun function lambda procedure class interface trait protocol implements extends struct
    union enum abstract static public private protected override super this self new constructor import from require
    include use using export package module mod namespace try except rescue catch finally ensure throw throws raise assert
    async await const final var let mut int integer float double bool boolean true false char str string null nil none
    undefined global and or not type template select join view index trigger table transaction rollback constraint as
    impl instance data begin None True False`.split(/\s+/),
  );
  const languages = ['javascript', 'sql', 'python', 'rust', 'haskell', 'c', 'shellscript', 'ruby'];
  return languages.flatMap((language) =>
    [...words].map((word) => entryIdOfKeyword(word, language)).filter((id) => id !== undefined),
  );
}

describe('an entry in full', () => {
  it('begins in the language of the person and has all five', () => {
    const entry = glossary.entry('loop');
    assert.ok(entry);
    const text = describeEntry(entry, 'eu');
    assert.ok(text.startsWith(`# begizta\n\n${entry.definition.eu}\n`));
    assert.equal(text.split(entry.definition.eu).length, 2, 'its own definition once');
    for (const definition of Object.values(entry.definition)) assert.ok(text.includes(definition));
    for (const name of ['English', 'Español', 'Català', 'Galego']) assert.ok(text.includes(`## ${name}`));
    assert.ok(text.includes('Español (América): '));
  });
});
