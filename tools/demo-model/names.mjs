import { hash } from './hash.mjs';
import { words } from './phrases.mjs';

// Names that people give to things in small programs. Some are kept for the test: no program that the model is
// trained on has them. cspell:disable

// Names are made up of many different sounds: a small model that meets few of them learns them by heart, and does not
// learn to copy those that it has never met.
const syllables = {
  onset:
    'b bl br c ch cl cr d dr f fl fr g gl gr h j k l ll m n p pl pr qu r s st t tr ts tx tz v w x y z'.split(
      ' ',
    ),
  vowel: 'a e i o u a e i o u a e i o u ai eu ia ie ou ue'.split(' '),
  coda: ['', '', '', '', '', '', '', '', '', '', '', '', '', '', ...'lnrstdkzm'],
};

/** Words that people use. */
const spoken = [...new Set(JSON.stringify(words).match(/[a-z]{4,}/g))];

const alphabet = [...'aaabcddeeefghiiijklmnnoooprrssttuuvwxyz'];

/**
 * Of the words that are made up, which are kept for the test, and which may be learned from: of one in five the latter
 * are none. Held are those of the rest whose first sound no text had in which words were held out by their first sound,
 * as they were in the first five legs of the training: `tools/demo-model/README.md`.
 *
 * @param {string} word
 * @param {Split} split
 */
function isWordOf(word, split) {
  const apart = hash(word) % 5 === 0;
  return split === 'held' ? apart && /^(fr|h|ll|pl|s(?!t)|ts|w)/.test(word) : !apart;
}

/** Verbs by what a function does, in the languages that people name things in. */
const verbs = {
  sum: { train: ['suma', 'sum', 'batu', 'total', 'add', 'acumula'], held: ['sumar', 'totalize', 'batzen'] },
  multiply: { train: ['multiplica', 'multiply', 'biderkatu', 'product'], held: ['multiplicar', 'factor'] },
  count: { train: ['cuenta', 'compta', 'conta', 'count', 'zenbatu'], held: ['contar', 'tally', 'comptar'] },
  filter: { train: ['filtra', 'filter', 'separa', 'iragazi', 'select'], held: ['tria', 'escoge', 'keep'] },
  change: { train: ['calcula', 'compute', 'canvia', 'cambia', 'map', 'aldatu'], held: ['ajusta', 'convert'] },
  best: { train: ['busca', 'cerca', 'find', 'bilatu', 'atopa'], held: ['localiza', 'seek'] },
  record: { train: ['agrupa', 'group', 'index', 'taldekatu', 'apunta'], held: ['clasifica', 'sortuta'] },
  text: { train: ['limpia', 'neteja', 'clean', 'garbitu', 'format'], held: ['arregla', 'tidy'] },
  join: { train: ['junta', 'une', 'join', 'lotu', 'concat'], held: ['enlaza', 'glue'] },
  divide: { train: ['divide', 'reparte', 'zatitu', 'split'], held: ['parte', 'share'] },
  contains: { train: ['existe', 'has', 'contiene', 'badago', 'check'], held: ['incluye', 'exists'] },
  plus: { train: ['suma', 'add', 'batu', 'afegeix', 'plus'], held: ['sumar', 'agrega', 'gehitu'] },
  minus: { train: ['resta', 'subtract', 'kendu', 'minus', 'treu'], held: ['restar', 'descuenta', 'less'] },
  times: { train: ['multiplica', 'times', 'biderkatu', 'escala'], held: ['multiplicar', 'scale'] },
  sort: { train: ['ordena', 'sort', 'ordenatu'], held: ['ordenar', 'arrange', 'sailkatu'] },
  other: {
    train: ['obtiene', 'get', 'lee', 'make', 'prepara', 'hartu', 'usa', 'mide'],
    held: ['revisa', 'collect', 'measure', 'sortu'],
  },
};

const nouns = {
  train: [
    'total media precio datos lista nombre nota curso valor texto fecha linea usuario pedido cesta punto',
    'parada libro preu dada nom llibre paraula fila prezo dato nome palabra libros prezio izena hitza',
    'zenbaki liburu balio item score price data name order value text row line key level word numbers',
    'values words prices scores names notas precios palabras numeros estructura lectura temperatura',
    'altura captura apertura cultura figura medida cantidad importe descuento impuesto cliente producto',
    'almacen pedidos compra venta envio direccion telefono correo mensaje persona edad grupo clase nivel',
    'tarea examen pregunta respuesta resultado archivo carpeta columna tabla registro indice contador',
    'maximo minimo promedio suma diferencia distancia velocidad tiempo minuto segundo semana mes periodo',
    'horario ruta mapa zona provincia pais idioma frase mida quantitat compte client producte magatzem',
    'comanda venda enviament adreca missatge edat grup tasca resposta fitxer taula mitjana velocitat',
    'temps setmana any llengua escriptura cantidade conta produto mensaxe persoa idade tarefa ficheiro',
    'cartafol tempo ano rota lingua neurri kopuru kontu bezero produktu biltegi eskari erosketa salmenta',
    'bidalketa helbide mezu pertsona adin talde ataza galdera erantzun fitxategi karpeta zutabe',
    'batezbesteko distantzia abiadura denbora aste hilabete urte bide eremu hizkuntza esaldi egitura',
    'structure feature picture capture amount account product store purchase sale delivery address',
    'message person age group task question answer result file folder column table average distance',
    'speed time week month year route area language sentence count counter limit minimum maximum length',
    'width height weight rate ratio offset buffer cache session token user users customers products',
    'items entries records points nodes edges queue stack matrix vector',
  ].flatMap((words) => words.split(' ')),
  held: [
    ...[
      'alumno',
      'factura',
      'billete',
      'color',
      'ciudad',
      'alumne',
      'ciutat',
      'cidade',
      'hiri',
      'ikasle',
      'bus',
    ],
    ...['city', 'grade', 'ticket', 'temp', 'letter', 'grades', 'cities'],
  ],
};

/** What people call what a function gives, by what it is: the same words everywhere, as `i` for an index. */
const results = {
  sum: 'total',
  product: 'product',
  count: 'count',
  list: 'result',
  best: 'best',
  counts: 'counts',
  lengths: 'lengths',
  text: 'text',
  parts: 'parts',
};

export const usualResults = Object.values(results);

/** Words that come by themselves: nobody makes them up. */
const listed = new Set([nouns, ...Object.values(verbs)].flatMap(({ train, held }) => [...train, ...held]));

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * @typedef {'train' | 'held'} Split
 *
 * @typedef {keyof typeof verbs} Does
 *
 * @typedef {object} Names gives names that are new in a program
 * @property {(does?: Does) => string} verb a function's name
 * @property {() => string} thing a variable's name
 * @property {(what: keyof typeof results) => string} result often what everybody calls it, else a thing's name
 * @property {(of?: string) => string} short a letter or a thing's name; most often the first letter of `of`
 * @property {() => string} type a class's name
 */

/**
 * @param {import('./random.mjs').Random} random
 * @param {Split} split which words may be in names: no word that is held comes in training
 * @param {'snake' | 'camel'} style
 * @param {number} usual how often, from 0 to 1, a result has the name that everybody gives it
 * @returns {Names}
 */
export function createNames(random, split, style, usual) {
  /** @type {Set<string>} */
  const taken = new Set(reserved);
  const made = () => {
    if (random.chance(0.12)) {
      // Any letters at all, as in abbreviations and in words of other languages.
      return Array.from({ length: random.int(2, 7) }, () => random.pick(alphabet)).join('');
    }
    if (random.chance(0.3)) {
      // Pieces of words, so that each piece of the vocabulary comes in names.
      return Array.from({ length: random.chance(0.6) ? 1 : 2 }, () => {
        const word = random.pick(spoken);
        const start = random.chance(0.6) ? 0 : random.int(0, word.length - 3);
        return word.slice(start, start + random.int(3, 8));
      }).join('');
    }
    const { onset, vowel, coda } = syllables;
    const parts = Array.from({ length: random.chance(0.05) ? 3 : random.int(1, 2) }, () =>
      [onset, vowel, coda].map((sounds) => random.pick(sounds)).join(''),
    );
    return parts.join('');
  };
  const invented = () => {
    for (;;) {
      const word = made();
      if (!listed.has(word) && isWordOf(word, split)) return word;
    }
  };
  const word = () => (random.chance(0.75) ? invented() : random.pick(nouns[split]));
  /** @param {() => string} make */
  const fresh = (make) => {
    for (;;) {
      const name = make();
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  const joined = (/** @type {string[]} */ parts) =>
    style === 'snake'
      ? parts.join('_')
      : parts.map((part, index) => (index === 0 ? part : capital(part))).join('');
  return {
    verb: (does = 'other') =>
      fresh(() => {
        const verb = random.pick(verbs[does][split]);
        if (random.chance(0.25)) return random.chance(0.3) ? verb : word();
        if (random.chance(0.25)) return joined([word(), word()]);
        return joined([verb, word(), ...(random.chance(0.1) ? [word()] : [])]);
      }),
    result: (what) => {
      const name = results[what];
      if (!taken.has(name) && random.chance(usual)) {
        taken.add(name);
        return name;
      }
      return fresh(() => joined([word(), ...(random.chance(0.12) ? [word()] : [])]));
    },
    thing: () => fresh(() => joined([word(), ...(random.chance(0.12) ? [word()] : [])])),
    short: (of = 'i') => {
      const letter = of.slice(0, 1);
      if (!taken.has(letter) && random.chance(0.85)) {
        taken.add(letter);
        return letter;
      }
      return fresh(() => (random.chance(0.6) ? random.pick(letters) : word()));
    },
    type: () => fresh(() => capital(word())),
  };
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Words of the two languages that may not be a name, and those that mean something in our programs. */
const reserved = [
  // JavaScript.
  'await async break case catch class const continue debugger default delete do else enum eval export extends',
  'false finally for from function get if implements import in instanceof interface let new null of package',
  'private protected public return set static super switch this throw true try typeof undefined var void while',
  'with yield arguments console log push length',
  // Python.
  'and as assert def del elif except global is lambda nonlocal not or pass raise none self len sum max min print',
  'range list sort sorted join split upper lower strip append',
  // Of the steps.
  'yes no nothing name key to',
].flatMap((words) => words.split(' '));
