import type { Syntax } from './syntax';
import {
  cLike,
  flatLike,
  hashLike,
  layoutLike,
  lispLike,
  markupLike,
  proseLike,
  strings,
  wordBlocks,
} from './syntaxShapes';

const { double, single, backtick, tripleDouble, tripleSingle } = strings;
const { plainDouble, plainSingle, longDouble, longSingle, plainLongDouble, plainLongSingle } = strings;
const slashStar = ['/*', '*/'] as const;
const parenStar = ['(*', '*)'] as const;
const python: Syntax = {
  ...hashLike,
  blocks: 'indent',
  strings: [tripleDouble, tripleSingle, double, single],
};
const script: Syntax = { ...cLike, strings: [double, single, backtick], regex: true };
const shell: Syntax = {
  ...hashLike,
  ...wordBlocks('if|for|while|until|case|select', 'fi|done|esac'),
  strings: [longDouble, plainLongSingle],
};
const ml: Syntax = {
  ...cLike,
  blocks: 'layout',
  lineComments: [],
  blockComments: [parenStar],
  nested: true,
  strings: [longDouble],
  characters: true,
};
const verilog: Syntax = {
  ...cLike,
  ...wordBlocks(
    'begin|case[xz]?|module|function|task|generate|fork|class|interface|package|covergroup|property|sequence|program|checker|clocking',
    'end(?:case|module|function|task|generate|class|interface|package|group|property|sequence|program|checker|clocking)?|join(?:_any|_none)?',
  ),
  strings: [double],
};
const basic: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<!\\bend )(?<!\\bexit )(?<!\\bdeclare )(?:if(?=.*\\bthen\\s*$)|sub|function|property|class|module|structure|namespace|interface|enum|with|select|while|for|do|try|using|synclock)',
    'end (?:sub|function|property|class|module|structure|namespace|interface|enum|with|select|while|if|try|using|synclock)|next|loop|wend',
    'i',
  ),
  lineComments: ["'", 'REM '],
  strings: [plainDouble],
};
const fortran: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<!\\bend *)(?:then|do(?! *while\\b.*\\bend *do)|select +case|program|module(?! +procedure)|subroutine|function|interface|associate|block)',
    'end *(?:if|do|select|program|module|subroutine|function|interface|associate|block)?(?= |$)',
    'i',
  ),
  lineComments: ['!'],
  strings: [plainDouble, plainSingle],
};
const pascal: Syntax = {
  ...cLike,
  ...wordBlocks('begin|case|record|try|repeat|asm', 'end|until', 'i'),
  blockComments: [['{', '}'], parenStar],
  strings: [plainSingle],
};
const ruby: Syntax = {
  ...hashLike,
  ...wordBlocks(
    '(?<=^\\s*(?:(?:private|public|protected) )?)(?:def|class|module|if|unless|while|until|for|case|begin)|(?<==\\s*)(?:if|unless|case|begin)|do(?=\\s*(?:\\|[^|]*\\|)?\\s*$)',
    'end',
  ),
  strings: [longDouble, longSingle, backtick],
  blockComments: [['=begin', '=end']],
  regex: true,
};
const sql: Syntax = {
  ...cLike,
  ...wordBlocks('begin|case|loop|then(?=\\s*$)', 'end(?: (?:if|case|loop))?', 'i'),
  lineComments: ['--'],
  strings: [plainLongSingle, plainDouble, backtick],
};
const ada: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?:then|loop|record|is|declare|select)(?=\\s*$)|case',
    'end(?: (?:if|loop|case|record|select))?',
    'i',
  ),
  lineComments: ['--'],
  strings: [plainDouble],
  characters: true,
};
const matlab: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<=^\\s*)(?:if|for|parfor|while|switch|try|function|classdef|methods|properties|events|unwind_protect|do)',
    '(?<=(?:^|[;,])\\s*)(?:end(?:if|for|while|switch|function|_try_catch|_unwind_protect)?|until)',
  ),
  lineComments: ['%', '#'],
  blockComments: [['%{', '%}']],
  strings: [plainDouble, strings.apartSingle],
};
const css: Syntax = { ...cLike, lineComments: [] };
const scss: Syntax = cLike;
const tex: Syntax = {
  ...proseLike,
  opener: /\\begin\b/g,
  closer: /\\end\b/g,
  lineComments: ['%'],
};
const lisp: Syntax = lispLike;
const xml: Syntax = markupLike;
const yaml: Syntax = { ...hashLike, blocks: 'indent' };
const coffee: Syntax = {
  ...python,
  blocks: 'layout',
  blockComments: [['###', '###']],
  regex: true,
};
const haskell: Syntax = layoutLike;
const powershell: Syntax = {
  ...hashLike,
  blockComments: [['<#', '#>']],
  strings: [strings.hereDouble, strings.hereSingle, plainLongDouble, plainLongSingle],
};
const perl: Syntax = {
  ...hashLike,
  strings: [longDouble, longSingle],
  regex: true,
  blockComments: [
    ['\n=pod', '\n=cut'],
    ['\n=head1', '\n=cut'],
  ],
};
const java: Syntax = { ...cLike, strings: [tripleDouble, double, single] };
const csharp: Syntax = { ...cLike, strings: [strings.verbatim, tripleDouble, double, single] };
const sas: Syntax = {
  ...cLike,
  ...wordBlocks('do|select|(?<=^\\s*)(?:proc|data)|%macro|%do', 'end|run|quit|%mend|%end', 'i'),
  lineComments: [],
};
const stata: Syntax = { ...cLike, lineComments: ['//'], strings: [plainDouble] };
const erlang: Syntax = {
  ...hashLike,
  ...wordBlocks('case|if|begin|receive|try|fun(?=\\s*\\()', 'end'),
  lineComments: ['%'],
  strings: [longDouble, single],
};
const elixir: Syntax = {
  ...hashLike,
  ...wordBlocks('do(?!:)|fn', 'end'),
  strings: [tripleDouble, tripleSingle, longDouble, single],
};
const lua: Syntax = {
  ...cLike,
  ...wordBlocks('function|then|do|repeat', 'end|until|elseif'),
  lineComments: ['--'],
  blockComments: [['--[[', ']]']],
  strings: [strings.luaLong, double, single],
};
const julia: Syntax = {
  ...hashLike,
  ...wordBlocks(
    '(?<=^\\s*)(?:@\\w+ )?(?:function|macro|if|for|while|try|let|quote|begin|module|baremodule|(?:mutable )?struct)|do(?= |\\s*$)|(?<==\\s*)(?:begin|let|if|quote|try)',
    'end',
  ),
  blockComments: [['#=', '=#']],
  nested: true,
  strings: [tripleDouble, longDouble, backtick],
  characters: true,
};
const vhdl: Syntax = {
  ...ada,
  ...wordBlocks(
    '(?:then|loop|record|is|generate|process|block)(?=\\s*(?:\\([^)]*\\))?\\s*$)|case',
    'end(?: \\w+)?',
    'i',
  ),
};
const cmake: Syntax = {
  ...hashLike,
  ...wordBlocks('if|foreach|while|function|macro|block', 'end(?:if|foreach|while|function|macro|block)', 'i'),
  blockComments: [['#[[', ']]']],
  strings: [longDouble],
};
const makefile: Syntax = {
  ...hashLike,
  ...wordBlocks('(?<=^\\s*)(?:ifeq|ifneq|ifdef|ifndef|define)', '(?<=^\\s*)(?:endif|endef)'),
};
const applescript: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<=^\\s*)(?:tell(?! .* to )|if(?=.*\\bthen\\s*$)|repeat|on|try|considering|ignoring|using|with)',
    '(?<=^\\s*)end(?: \\w+)?',
  ),
  lineComments: ['--', '#'],
  blockComments: [parenStar],
  strings: [longDouble],
};
const bluespec: Syntax = {
  ...verilog,
  ...wordBlocks(
    'begin|case|module|function(?=[^=;]*;)|action|actionvalue|rule|rules|method(?=[^=;]*;)|interface(?=[^=;]*;)|package|instance|typeclass|seq|par',
    'end(?:case|module|function|action|actionvalue|rule|rules|method|interface|package|instance|typeclass|seq|par)?',
  ),
};
const maple: Syntax = {
  ...hashLike,
  ...wordBlocks('(?<!\\bend )(?:proc|if|do|module|try|use)', 'end(?: (?:proc|if|do|module|try|use))?|fi|od'),
  strings: [double],
  blockComments: [parenStar],
};
const tcsh: Syntax = {
  ...hashLike,
  ...wordBlocks('then(?=\\s*$)|foreach|while|switch', 'end|endif|endsw'),
  strings: [double, plainSingle],
};
const smalltalk: Syntax = {
  ...flatLike,
  blocks: 'braces',
  blockComments: [['"', '"']],
  strings: [plainLongSingle],
};
const prolog: Syntax = {
  ...cLike,
  blocks: 'layout',
  lineComments: ['%'],
  strings: [double, single],
};
const isabelle: Syntax = {
  ...ml,
  ...wordBlocks('proof|begin|context', 'qed|end|done'),
  strings: [longDouble],
};
const mathematica: Syntax = { ...cLike, lineComments: [], blockComments: [parenStar], strings: [longDouble] };
const assembly: Syntax = {
  ...flatLike,
  lineComments: [';', '#', '//', '@'],
  strings: [double, single],
  blockComments: [slashStar],
};
const fsharp: Syntax = { ...ml, lineComments: ['//'], strings: [tripleDouble, strings.verbatim, longDouble] };
const batch: Syntax = {
  ...flatLike,
  blocks: 'braces',
  lineComments: ['::', 'REM ', 'rem ', '@rem '],
  strings: [plainDouble],
};
const rust: Syntax = { ...cLike, nested: true, strings: [strings.rustRaw, longDouble], characters: true };
const rst: Syntax = { ...proseLike, blocks: 'prose' };
const php: Syntax = { ...cLike, lineComments: ['//', '#'], strings: [longDouble, longSingle, backtick] };
const ini: Syntax = { ...flatLike, lineComments: ['#', ';'], strings: [] };

/** Rows: VS Code's ids (`+` for a blank in one), with those of widely used extensions and of the names of the family's training set. */
const rows: readonly (readonly [ids: string, syntax: Syntax])[] = [
  [
    'c cpp cuda cuda-cpp cpp_embedded_latex objective-c objective-cpp arduino',
    { ...cLike, strings: [strings.cppRaw, double, single] },
  ],
  ['hlsl glsl shaderlab opencl wgsl metal', cLike],
  ['java groovy gradle jenkinsfile', java],
  ['kotlin scala sbt dart', { ...java, nested: true }],
  ['csharp c-sharp razor aspnetcorerazor', csharp],
  ['swift', { ...cLike, nested: true, strings: [tripleDouble, double] }],
  ['javascript typescript javascriptreact typescriptreact jsx tsx jsx-tags vue svelte qml', script],
  ['go', { ...cLike, strings: [strings.rawBacktick, double, single] }],
  ['rust', rust],
  ['zig', { ...cLike, strings: [strings.zigLine, double, single], blockComments: [] }],
  ['php blade', php],
  ['solidity protobuf proto proto3 protocol-buffer', cLike],
  ['thrift', { ...cLike, lineComments: ['//', '#'] }],
  ['antlr antlr4 g4', { ...cLike, strings: [single, strings.characterSet] }],
  ['yacc bison lex', cLike],
  ['alloy als', { ...cLike, lineComments: ['//', '--'], strings: [double], characters: true }],
  ['stan', { ...cLike, lineComments: ['//', '#'], strings: [double], characters: true }],
  ['awk', { ...hashLike, strings: [double], regex: true }],
  ['r', { ...hashLike, strings: [longDouble, longSingle, backtick] }],
  ['perl perl6 raku', perl],
  ['tcl', { ...hashLike, strings: [longDouble] }],
  ['powershell', powershell],
  ['css', css],
  ['scss less sass stylus', scss],
  ['json jsonl', { ...cLike, lineComments: [], blockComments: [], strings: [double] }],
  ['jsonc json5 snippets code-snippets', { ...cLike, strings: [double] }],
  ['terraform hcl nix', { ...cLike, lineComments: ['#', '//'], strings: [double, strings.twoQuotes] }],
  ['graphql', { ...hashLike, strings: [tripleDouble, double] }],
  ['augeas', { ...ml, strings: [longDouble] }],
  ['python starlark bazel gyp cython mojo', python],
  ['coffeescript coffee litcoffee literate-coffeescript', coffee],
  ['yaml dockercompose docker-compose ansible helm', yaml],
  [
    'haskell literate+haskell literate-haskell literatehaskell lhs elm idris lidr purescript lean lean4 agda literate-agda lagda lagda-tex',
    haskell,
  ],
  ['elm', layoutLike],
  ['idris lidr', { ...layoutLike, lineComments: ['--', '|||'] }],
  ['lean lean4', { ...layoutLike, blockComments: [['/-', '-/']] }],
  ['ocaml standard-ml sml ocaml.interface ocaml.ocamllex ocaml.menhir reason coq', ml],
  ['fsharp f-sharp', fsharp],
  ['isabelle', isabelle],
  ['prolog', prolog],
  ['erlang', erlang],
  ['elixir', elixir],
  ['lua luau', lua],
  ['ruby crystal', ruby],
  ['julia', julia],
  ['matlab octave', matlab],
  ['fortran FortranFreeForm FortranFixedForm fortran-modern fortran_fixed-form', fortran],
  ['ada', ada],
  ['vhdl', vhdl],
  ['pascal objectpascal delphi', pascal],
  ['verilog systemverilog', verilog],
  ['bluespec bsv', bluespec],
  ['vb visual-basic vba vbs vbscript basic', basic],
  ['shellscript shell bash zsh ksh sh fish', shell],
  ['tcsh csh', tcsh],
  ['sql plsql mysql pgsql tsql', sql],
  ['sparql', { ...hashLike }],
  ['cmake', cmake],
  ['makefile make', makefile],
  ['sas', sas],
  ['stata', stata],
  ['maple', maple],
  ['mathematica wolfram wl', mathematica],
  ['applescript', applescript],
  ['smalltalk', smalltalk],
  ['clojure', { ...lisp, characters: false, strings: [longDouble], blockComments: [] }],
  ['lisp commonlisp common-lisp elisp emacs-lisp scheme racket wat', lisp],
  ['assembly asm asm-intel-x86-generic asm-collection nasm gas arm mips masm', assembly],
  ['bat batchfile batch', batch],
  ['html xml xsl xslt handlebars mustache jsp java-server-pages erb ejs svg php-html', xml],
  [
    'markdown issue rmarkdown rmd quarto juliamarkdown mdx markdown-math markdown_latex_combined',
    { ...proseLike, blockComments: [['<!--', '-->']] },
  ],
  ['restructuredtext rst asciidoc', rst],
  ['latex tex bibtex context', tex],
  ['bibtex', { ...proseLike, blocks: 'braces', strings: [] }],
  [
    'plaintext git-commit scminput git-rebase chatagent prompt instructions skill log search-result diff',
    proseLike,
  ],
  ['dockerfile', { ...flatLike, lineComments: ['#'] }],
  ['ini properties dotenv toml ignore editorconfig conf', ini],
  ['toml', { ...flatLike, lineComments: ['#'], strings: [tripleDouble, tripleSingle, double, plainSingle] }],
  ['jade pug slim haml', { ...hashLike, blocks: 'indent', lineComments: ['//'] }],
];

/** The syntax of each known language, by id; a later row refines an earlier one. */
export const syntaxTable: ReadonlyMap<string, Syntax> = new Map(
  rows.flatMap(([ids, syntax]) => ids.split(' ').map((id) => [id.replace('+', ' '), syntax] as const)),
);
