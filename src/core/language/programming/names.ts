import type { AnswerLanguage } from '../spoken/languages';
import { trainedLanguage } from './languages';

/** Names of ids that are not a row of the 92, or say more than its name. By VS Code's language id. */
const names: Readonly<Record<string, string>> = {
  bibtex: 'BibTeX',
  coq: 'Coq',
  dockercompose: 'Docker Compose',
  FortranFixedForm: 'Fortran (fixed form)',
  hlsl: 'HLSL',
  javascriptreact: 'JavaScript JSX',
  latex: 'LaTeX',
  lidr: 'Literate Idris',
  'objective-c': 'Objective-C',
  'objective-cpp': 'Objective-C++',
  'ocaml.interface': 'OCaml interface',
  'ocaml.menhir': 'Menhir',
  'ocaml.ocamllex': 'OCamllex',
  plaintext: 'TXT',
  raku: 'Raku',
  scss: 'SCSS',
  shaderlab: 'ShaderLab',
  typescriptreact: 'TypeScript JSX',
  xml: 'XML',
};

/** A name in each language, in this order: es, ca, gl, eu, oc-aranes. Valencian follows ca, American Spanish es. */
type Spoken = readonly [es: string, ca: string, gl: string, eu: string, oc: string];

/** Names that differ from one language to another. Most do not: `Python` is `Python`. By row of the 92. */
const spokenNames: Readonly<Record<string, Spoken>> = {
  assembly: ['ensamblador', 'assemblador', 'ensamblador', 'mihiztadura-lengoaia', 'assemblador'],
  'literate-agda': ['Agda literario', 'Agda literari', 'Agda literario', 'Agda literarioa', 'Agda literari'],
  'literate-coffeescript': [
    'CoffeeScript literario',
    'CoffeeScript literari',
    'CoffeeScript literario',
    'CoffeeScript literarioa',
    'CoffeeScript literari',
  ],
  'literate-haskell': [
    'Haskell literario',
    'Haskell literari',
    'Haskell literario',
    'Haskell literarioa',
    'Haskell literari',
  ],
  'git-commits-cleaned': [
    'mensaje de confirmación',
    'missatge de comissió',
    'mensaxe de remisión',
    'egikaritze-mezua',
    'messatge de commit',
  ],
  'github-issues-filtered-structured': [
    'texto de una incidencia',
    "text d'una incidència",
    'texto dunha incidencia',
    'intzidentzia baten testua',
    "tèxte d'ua incidéncia",
  ],
  'jupyter-scripts-dedup-filtered': [
    'cuaderno de Jupyter: código',
    'quadern de Jupyter: codi',
    'caderno de Jupyter: código',
    'Jupyter koadernoa: kodea',
    'quasèrn de Jupyter: còdi',
  ],
  'jupyter-structured-clean-dedup': [
    'cuaderno de Jupyter: texto',
    'quadern de Jupyter: text',
    'caderno de Jupyter: texto',
    'Jupyter koadernoa: testua',
    'quasèrn de Jupyter: tèxte',
  ],
};

const column: Readonly<Partial<Record<AnswerLanguage, number>>> = {
  es: 0,
  'es-419': 0,
  ca: 1,
  'ca-valencia': 1,
  gl: 2,
  eu: 3,
  'oc-aranes': 4,
};

/**
 * What people call a programming language, from VS Code's language id.
 * @param spoken the language of the sentence that it stands in.
 */
export function languageName(languageId: string, spoken: AnswerLanguage = 'en'): string {
  const language = trainedLanguage(languageId);
  const own = spokenNames[language?.row ?? '']?.[column[spoken] ?? -1];
  const name = own ?? names[languageId] ?? language?.name;
  return name ?? languageId.charAt(0).toUpperCase() + languageId.slice(1);
}

/** Words after ``` that are not just the id: ids of VS Code's and of extensions that no renderer knows. */
const fenceTags: Readonly<Record<string, string>> = {
  'asm-intel-x86-generic': 'asm',
  'cuda-cpp': 'cuda',
  'emacs-lisp': 'elisp',
  FortranFixedForm: 'fortran',
  FortranFreeForm: 'fortran',
  issue: 'markdown',
  'lagda-tex': 'agda',
  lean4: 'lean',
  'literate haskell': 'haskell',
  litcoffee: 'coffeescript',
  'ocaml.interface': 'ocaml',
  'ocaml.menhir': 'ocaml',
  'ocaml.ocamllex': 'ocaml',
  plaintext: '',
  proto3: 'protobuf',
  scminput: '',
  shellscript: 'bash',
};

/** The word after ``` that names the language, from VS Code's language id. */
export function fenceTag(languageId: string): string {
  return fenceTags[languageId] ?? languageId.toLowerCase().replaceAll(' ', '-');
}
