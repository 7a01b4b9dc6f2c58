/** How files with an ending that several languages use are told apart. */
export interface Ambiguity {
  /** What VS Code takes such a file for by itself; `plaintext` where it knows nothing. Any other id was chosen. */
  readonly guess: string;
  /** The language, from the first lines; `undefined` where they do not say. */
  readonly decide: (head: string) => string | undefined;
}

type Sign = readonly [pattern: RegExp, languageId: string];

/** The first sign that is found decides. */
function bySigns(guess: string, signs: readonly Sign[], otherwise?: string): Ambiguity {
  const decide = (head: string): string | undefined =>
    signs.find(([pattern]) => pattern.test(head))?.[1] ?? otherwise;
  return { guess, decide };
}

/** Files that VS Code takes for what is around the code, or for a relative. */
function always(guess: string, languageId: string): Ambiguity {
  return { guess, decide: () => languageId };
}

const shader =
  /^\s*(?:#version\b|#extension\s+GL_|precision\s+(?:low|medium|high)p\b|(?:uniform|varying|attribute)\s+\w+\s+\w+|layout\s*\(|void\s+main\s*\()|\bgl_(?:Position|FragColor|FragCoord)\b/m;
const wolfram =
  /^\s*\(\*|\b(?:BeginPackage|Begin|Needs|Module|Block)\[|^\s*[\w$]+\[[^\]\n]*_[^\]\n]*\]\s*:?=/m;
const raku = /^\s*use\s+v6\b|^\s*(?:multi|grammar|role|unit)\s+\w/m;

/** Signs of C++ that no C header has. */
const cpp =
  /^\s*(?:class|namespace|template|using)\b|^\s*(?:public|private|protected)\s*:|\w::~?\w|#\s*include\s*<[a-z_]+>|\b(?:constexpr|virtual|noexcept|nullptr|decltype|typename|friend|explicit|mutable|override)\b|\boperator\s*[^\w\s]|\w\s*&\s*\w+\s*[,)]|=\s*(?:default|delete)\s*;/m;
const objectiveC = /^\s*(?:#\s*import\b|@(?:interface|implementation|protocol|class|import|property|end)\b)/m;

const header: Ambiguity = {
  guess: 'cpp',
  decide: (head) => {
    // What headers of C say to compilers of C++ is no sign of C++.
    const code = head
      .replace(/\/\*[^]*?(?:\*\/|$)|\/\/.*/g, '')
      .replace(/#\s*(?:ifdef|if\s+defined)[^\n]*__cplusplus[^]*?(?:#\s*endif|$)/g, '');
    if (code.trim() === '') return undefined;
    if (objectiveC.test(code)) return 'objective-c';
    return cpp.test(code) ? 'cpp' : 'c';
  },
};

/** By the file's ending. Endings that stand here are never in the manifest. */
export const ambiguous: Readonly<Record<string, Ambiguity>> = {
  '.h': header,
  '.m': bySigns('objective-c', [
    [wolfram, 'wolfram'],
    [objectiveC, 'objective-c'],
    [/^\s*(?:#\s*include\b|\/\/|\/\*)/m, 'objective-c'],
    [/^\s*(?:function\b|classdef\b|%|(?:clc|clear|close all|hold on)\b|\w+\s*=\s*\[)/m, 'matlab'],
  ]),
  '.v': bySigns(
    'plaintext',
    [
      [/^\s*(?:endmodule\b|module\s+\w+\s*(?:#|\(|;)|`(?:timescale|include|define)\b)/m, 'verilog'],
      [/^\s*(?:Require|From|Theorem|Lemma|Inductive|Definition|Fixpoint|Proof|Section|Module)\b.*/m, 'coq'],
      [/^\s*(?:module\s+\w+\s*$|(?:pub\s+)?fn\s|import\s)/m, 'v'],
    ],
    'verilog',
  ),
  '.pl': bySigns('perl', [
    [/^#!.*\bperl\b|^\s*(?:use\s+(?:strict|warnings|v5|5)|package\s+[\w:]+\s*;)/m, 'perl'],
    [/^#!.*\b(?:swipl|yap|gprolog)\b/, 'prolog'],
    [raku, 'raku'],
    [/^\s*(?:my|our|sub|use)\b[^\n]*[;{]/m, 'perl'],
    [/^\s*(?::-|\?-)\s*\w|^[a-z]\w*(?:\([^\n]*\))?\s*(?::-|-->|\.\s*(?:%.*)?$)/m, 'prolog'],
  ]),
  '.t': bySigns('perl', [[raku, 'raku']], 'perl'),
  '.fs': bySigns('fsharp', [[shader, 'glsl']], 'fsharp'),
  '.vsh': bySigns('hlsl', [[shader, 'glsl']], 'hlsl'),
  '.shader': bySigns('shaderlab', [
    [/^\s*Shader\s+"/m, 'shaderlab'],
    [shader, 'glsl'],
  ]),
  '.cls': bySigns('tex', [[/^(?:VERSION\s+\d|Attribute\s+VB_|Option\s+Explicit)/im, 'vb']], 'tex'),
  '.ts': bySigns('typescript', [[/^\s*<(?:\?xml|!DOCTYPE\s+TS)\b/, 'xml']], 'typescript'),
  '.ma': bySigns('plaintext', [[wolfram, 'wolfram']]),
  '.mt': bySigns('plaintext', [[wolfram, 'wolfram']]),
  '.csh': always('shellscript', 'tcsh'),
  '.jsp': always('html', 'jsp'),
  '.lagda.md': always('markdown', 'lagda-tex'),
  '.lagda.rst': always('restructuredtext', 'lagda-tex'),
  '.lagda.tex': always('latex', 'lagda-tex'),
  '.litcoffee': always('markdown', 'litcoffee'),
};
