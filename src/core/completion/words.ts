// Written in all the languages that Aliada speaks. cspell:disable
import type { AnswerLanguage } from '../language/spoken/languages';

/** What a chat model is told when it is to complete, in one language. The tags are read back and never translated. */
export interface CompletionWords {
  /** Before a file whose last lines the model is made to begin its answer with. */
  readonly goOn: string;
  /** Before a text with a gap. */
  readonly fill: string;
  /** Above a piece of another file. */
  from(path: string): string;
  /** Above the text itself. The path is empty for a text without a file. */
  file(path: string, programmingLanguage: string): string;
  /** A language, and that the text is a cell of a notebook. */
  cell(programmingLanguage: string): string;
  /** Above what stands behind the cursor. */
  readonly behind: string;
  /** After all, what is to be done. */
  next(path: string): string;
}

const en: CompletionWords = {
  goOn:
    'You complete source code and text in an editor. Your answer continues the given text exactly where it stops, ' +
    'in the same language, style and indentation. Write only the text that comes next: no explanation, no code fence.',
  fill:
    'You complete source code and text in an editor. The text has a gap, marked <hole>. Answer with exactly the text ' +
    'that belongs in the gap, between <completion> and </completion>: nothing of what stands before or after the gap, ' +
    'no explanation, no code fence.',
  from: (path) => `From ${path}:`,
  file: (path, language) => (path === '' ? `The file (${language}):` : `The file ${path} (${language}):`),
  cell: (language) => `${language}, a cell of a Jupyter notebook`,
  behind: 'What stands after the place to continue:',
  next: (path) => `Continue the text of ${path || 'the file'}.`,
};

const es: CompletionWords = {
  goOn:
    'Completas código fuente y texto en un editor. Tu respuesta sigue el texto dado justo donde se interrumpe, en el ' +
    'mismo idioma y el mismo lenguaje, con el mismo estilo y la misma sangría. Escribe solo el texto que viene ' +
    'después: sin explicaciones ni bloques de código.',
  fill:
    'Completas código fuente y texto en un editor. El texto tiene un hueco, marcado con <hole>. Responde exactamente ' +
    'con el texto que va en el hueco, entre <completion> y </completion>: nada de lo que hay antes o después del ' +
    'hueco, ni explicaciones, ni bloques de código.',
  from: (path) => `De ${path}:`,
  file: (path, language) => (path === '' ? `El archivo (${language}):` : `El archivo ${path} (${language}):`),
  cell: (language) => `${language}, celda de un cuaderno de Jupyter`,
  behind: 'Lo que hay después del lugar donde se sigue:',
  next: (path) => (path === '' ? 'Continúa el texto del archivo.' : `Continúa el texto de ${path}.`),
};

const ca: CompletionWords = {
  goOn:
    "Completes codi font i text en un editor. La teva resposta continua el text donat just on s'interromp, en la " +
    'mateixa llengua i el mateix llenguatge, amb el mateix estil i el mateix sagnat. Escriu només el text que ve ' +
    'després: sense explicacions ni blocs de codi.',
  fill:
    'Completes codi font i text en un editor. El text té un buit, marcat amb <hole>. Respon exactament amb el text ' +
    'que va al buit, entre <completion> i </completion>: res del que hi ha abans o després del buit, ni ' +
    'explicacions, ni blocs de codi.',
  from: (path) => `De ${path}:`,
  file: (path, language) => (path === '' ? `El fitxer (${language}):` : `El fitxer ${path} (${language}):`),
  cell: (language) => `${language}, cel·la d'un quadern de Jupyter`,
  behind: 'El que hi ha després del lloc on es continua:',
  next: (path) => (path === '' ? 'Continua el text del fitxer.' : `Continua el text de ${path}.`),
};

const caValencia: CompletionWords = {
  ...ca,
  goOn:
    "Completes codi font i text en un editor. La teua resposta continua el text donat just on s'interromp, en la " +
    'mateixa llengua i el mateix llenguatge, amb el mateix estil i el mateix sagnat. Escriu només el text que ve ' +
    'després: sense explicacions ni blocs de codi.',
  fill:
    'Completes codi font i text en un editor. El text té un buit, marcat amb <hole>. Respon exactament amb el text ' +
    'que va en el buit, entre <completion> i </completion>: res del que hi ha abans o després del buit, ni ' +
    'explicacions, ni blocs de codi.',
};

const gl: CompletionWords = {
  goOn:
    'Completas código fonte e texto nun editor. A túa resposta continúa o texto dado xusto onde se interrompe, na ' +
    'mesma lingua e na mesma linguaxe, co mesmo estilo e a mesma sangría. Escribe só o texto que vén despois: sen ' +
    'explicacións nin bloques de código.',
  fill:
    'Completas código fonte e texto nun editor. O texto ten un oco, marcado con <hole>. Responde exactamente co texto ' +
    'que vai no oco, entre <completion> e </completion>: nada do que hai antes ou despois do oco, nin explicacións, ' +
    'nin bloques de código.',
  from: (path) => `De ${path}:`,
  file: (path, language) => (path === '' ? `O ficheiro (${language}):` : `O ficheiro ${path} (${language}):`),
  cell: (language) => `${language}, cela dun caderno de Jupyter`,
  behind: 'O que hai despois do lugar onde se continúa:',
  next: (path) => (path === '' ? 'Continúa o texto do ficheiro.' : `Continúa o texto de ${path}.`),
};

const eu: CompletionWords = {
  goOn:
    'Iturburu-kodea eta testua osatzen dituzu editore batean. Zure erantzunak emandako testuari jarraitzen dio, eten ' +
    'den lekutik bertatik, hizkuntza eta lengoaia berean, estilo eta koska berarekin. Idatzi hurrengo testua ' +
    'bakarrik: azalpenik eta kode-blokerik gabe.',
  fill:
    'Iturburu-kodea eta testua osatzen dituzu editore batean. Testuak hutsune bat du, <hole> markarekin adierazita. ' +
    'Erantzun hutsuneari dagokion testuarekin bakarrik, <completion> eta </completion> artean: ez idatzi hutsunearen ' +
    'aurretik edo ondoren dagoenik, ez azalpenik, ez kode-blokerik.',
  from: (path) => `${path} fitxategitik:`,
  file: (path, language) => (path === '' ? `Fitxategia (${language}):` : `${path} fitxategia (${language}):`),
  cell: (language) => `${language}, Jupyter koaderno bateko gelaxka`,
  behind: 'Jarraitu beharreko lekuaren ondoren dagoena:',
  next: (path) =>
    path === '' ? 'Idatzi fitxategiaren jarraipena.' : `Idatzi ${path} fitxategiaren jarraipena.`,
};

const ocAranes: CompletionWords = {
  goOn:
    "Completes còdi e tèxte en un editor. Era tua responsa contunhe eth tèxte just a on s'acabe, ena madeisha lengua " +
    'e damb eth madeish estil. Escriu sonque eth tèxte que ven dempús: sense explicacions ne blòcs de còdi.',
  fill:
    'Completes còdi e tèxte en un editor. Eth tèxte a un espaci uet, mercat damb <hole>. Arrespon sonque damb eth ' +
    'tèxte que va en espaci uet, entre <completion> e </completion>: sense çò que i a abans o dempús, ne ' +
    'explicacions, ne blòcs de còdi.',
  from: (path) => `De ${path}:`,
  file: (path, language) => (path === '' ? `Eth fichèr (${language}):` : `Eth fichèr ${path} (${language}):`),
  cell: (language) => `${language}, cella d'un quasèrn de Jupyter`,
  behind: 'Çò que i a dempús:',
  next: (path) => (path === '' ? 'Contunha eth tèxte deth fichèr.' : `Contunha eth tèxte de ${path}.`),
};

const words: Readonly<Record<AnswerLanguage, CompletionWords>> = {
  es,
  'es-419': es,
  ca,
  'ca-valencia': caValencia,
  gl,
  eu,
  'oc-aranes': ocAranes,
  en,
};

/** The words for a chat model in one language, which is that of comments: it is what is written most beside code. */
export function completionWords(language: AnswerLanguage): CompletionWords {
  return words[language];
}
