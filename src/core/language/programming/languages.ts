/** One of the 92 kinds of text that the family was trained on. */
export interface TrainedLanguage {
  /** The name of its part of the training set. */
  readonly row: string;
  /** The language's own name. */
  readonly name: string;
  /**
   * VS Code's language ids, the usual one first, each with the file endings (`.adb`) and file names that belong to it,
   * by spaces. Ids that VS Code does not know by itself are those of the established extensions.
   */
  readonly ids: Readonly<Record<string, string>>;
  /** Other ids under which extensions know it. */
  readonly others?: string;
  /** True where VS Code does not know it by itself, so that Aliada's manifest brings it. */
  readonly brought?: true;
}

const brought = true;

/**
 * The 92, in the order of the training set: the data folders of bigcode/starcoderdata. An ending that says too little
 * stands under each language that uses it; `ambiguous.ts` holds them apart.
 */
export const trainedLanguages: readonly TrainedLanguage[] = [
  { row: 'ada', name: 'Ada', ids: { ada: '.adb .ads .ada' }, brought },
  { row: 'agda', name: 'Agda', ids: { agda: '.agda' }, brought },
  { row: 'alloy', name: 'Alloy', ids: { alloy: '.als' }, others: 'als', brought },
  { row: 'antlr', name: 'ANTLR', ids: { antlr: '.g4' }, others: 'antlr4 g4', brought },
  { row: 'applescript', name: 'AppleScript', ids: { applescript: '.applescript .scpt' }, brought },
  {
    row: 'assembly',
    name: 'Assembly',
    ids: { 'asm-intel-x86-generic': '.asm .nasm .a51' },
    others: 'assembly asm asm-collection nasm gas arm mips masm',
    brought,
  },
  { row: 'augeas', name: 'Augeas', ids: { augeas: '.aug' }, brought },
  { row: 'awk', name: 'AWK', ids: { awk: '.awk .auk .gawk .mawk .nawk' }, brought },
  { row: 'batchfile', name: 'Batch', ids: { bat: '.bat .cmd' } },
  { row: 'bluespec', name: 'Bluespec', ids: { bsv: '.bsv' }, others: 'bluespec', brought },
  { row: 'c', name: 'C', ids: { c: '.c .h' } },
  {
    row: 'c-sharp',
    name: 'C#',
    ids: { csharp: '.cs .csx .cake', razor: '.cshtml' },
    others: 'aspnetcorerazor',
  },
  { row: 'clojure', name: 'Clojure', ids: { clojure: '.clj .cljs .cljc .cljx .boot' } },
  { row: 'cmake', name: 'CMake', ids: { cmake: '.cmake CMakeLists.txt' }, brought },
  { row: 'coffeescript', name: 'CoffeeScript', ids: { coffeescript: '.coffee ._coffee .cjsx .cson .iced' } },
  {
    row: 'common-lisp',
    name: 'Common Lisp',
    ids: { lisp: '.lisp .lsp .asd .ny' },
    others: 'commonlisp common-lisp',
    brought,
  },
  {
    row: 'cpp',
    name: 'C++',
    ids: { cpp: '.cpp .cc .cp .cxx .c++ .h .hh .hpp .hxx .h++ .inl .ipp .tcc .tpp' },
    others: 'arduino cpp_embedded_latex',
  },
  { row: 'css', name: 'CSS', ids: { css: '.css' } },
  { row: 'cuda', name: 'CUDA', ids: { 'cuda-cpp': '.cu .cuh' }, others: 'cuda' },
  { row: 'dart', name: 'Dart', ids: { dart: '.dart' } },
  { row: 'dockerfile', name: 'Dockerfile', ids: { dockerfile: '.dockerfile Dockerfile Containerfile' } },
  { row: 'elixir', name: 'Elixir', ids: { elixir: '.ex .exs' }, brought },
  { row: 'elm', name: 'Elm', ids: { elm: '.elm' }, brought },
  {
    row: 'emacs-lisp',
    name: 'Emacs Lisp',
    ids: { 'emacs-lisp': '.el .emacs' },
    others: 'elisp',
    brought,
  },
  { row: 'erlang', name: 'Erlang', ids: { erlang: '.erl .hrl .escript .yrl' }, brought },
  { row: 'f-sharp', name: 'F#', ids: { fsharp: '.fs .fsi .fsx' } },
  {
    row: 'fortran',
    name: 'Fortran',
    ids: { FortranFreeForm: '.f90 .f95 .f03 .f08 .fpp', FortranFixedForm: '.f .for' },
    others: 'fortran fortran-modern fortran_fixed-form',
    brought,
  },
  {
    row: 'glsl',
    name: 'GLSL',
    ids: { glsl: '.glsl .vert .frag .geom .fp .fsh .fshader .glslv .vshader .vsh .shader .fs' },
    brought,
  },
  { row: 'go', name: 'Go', ids: { go: '.go' } },
  { row: 'groovy', name: 'Groovy', ids: { groovy: '.groovy .gvy .gtpl' } },
  { row: 'haskell', name: 'Haskell', ids: { haskell: '.hs .hsc' }, brought },
  { row: 'html', name: 'HTML', ids: { html: '.html .htm .xhtml .xht' } },
  { row: 'idris', name: 'Idris', ids: { idris: '.idr', lidr: '.lidr' }, brought },
  { row: 'isabelle', name: 'Isabelle', ids: { isabelle: '.thy' }, brought },
  { row: 'java', name: 'Java', ids: { java: '.java' } },
  {
    row: 'java-server-pages',
    name: 'JSP',
    ids: { jsp: '.jsp .jspf' },
    others: 'java-server-pages',
    brought,
  },
  {
    row: 'javascript',
    name: 'JavaScript',
    ids: { javascript: '.js .mjs .cjs .es6 .jsm .pac .sjs .xsjslib', javascriptreact: '.jsx' },
    others: 'jsx',
  },
  { row: 'json', name: 'JSON', ids: { json: '.json', jsonc: '.jsonc', jsonl: '.jsonl' }, others: 'json5' },
  { row: 'julia', name: 'Julia', ids: { julia: '.jl' } },
  { row: 'kotlin', name: 'Kotlin', ids: { kotlin: '.kt .kts' }, brought },
  { row: 'lean', name: 'Lean', ids: { lean4: '.lean', lean: '.hlean' }, brought },
  {
    row: 'literate-agda',
    name: 'Literate Agda',
    ids: { 'lagda-tex': '.lagda .lagda.tex .lagda.md .lagda.rst' },
    others: 'literate-agda lagda lagda-md lagda-rst lagda-org',
    brought,
  },
  {
    row: 'literate-coffeescript',
    name: 'Literate CoffeeScript',
    ids: { litcoffee: '.litcoffee' },
    others: 'literate-coffeescript',
    brought,
  },
  {
    row: 'literate-haskell',
    name: 'Literate Haskell',
    ids: { 'literate haskell': '.lhs' },
    others: 'literate-haskell literatehaskell lhs',
    brought,
  },
  { row: 'lua', name: 'Lua', ids: { lua: '.lua .nse .wlua' }, others: 'luau' },
  { row: 'makefile', name: 'Makefile', ids: { makefile: '.mk .mak Makefile GNUmakefile' }, others: 'make' },
  { row: 'maple', name: 'Maple', ids: { maple: '.mpl' }, brought },
  {
    row: 'markdown',
    name: 'Markdown',
    ids: { markdown: '.md .markdown .mkd .mkdn' },
    others: 'mdx quarto juliamarkdown',
  },
  {
    row: 'mathematica',
    name: 'Mathematica',
    ids: { wolfram: '.wl .wls .nb .mathematica .m .ma .mt' },
    others: 'mathematica wolframlanguage wl',
    brought,
  },
  { row: 'matlab', name: 'MATLAB', ids: { matlab: '.matlab .m' }, others: 'octave', brought },
  {
    row: 'ocaml',
    name: 'OCaml',
    ids: {
      ocaml: '.ml .ml4 .eliom',
      'ocaml.interface': '.mli .eliomi',
      'ocaml.ocamllex': '.mll',
      'ocaml.menhir': '.mly',
    },
    brought,
  },
  {
    row: 'pascal',
    name: 'Pascal',
    ids: { pascal: '.pas .lpr .dfm' },
    others: 'objectpascal delphi',
    brought,
  },
  { row: 'perl', name: 'Perl', ids: { perl: '.pl .pm .perl .psgi .t' }, others: 'raku perl6' },
  { row: 'php', name: 'PHP', ids: { php: '.php .ctp .phpt' }, others: 'blade' },
  { row: 'powershell', name: 'PowerShell', ids: { powershell: '.ps1 .psd1 .psm1' } },
  { row: 'prolog', name: 'Prolog', ids: { prolog: '.prolog .yap .pl' }, brought },
  {
    row: 'protocol-buffer',
    name: 'Protocol Buffers',
    ids: { proto3: '.proto' },
    others: 'proto protobuf protocol-buffer',
    brought,
  },
  { row: 'python', name: 'Python', ids: { python: '.py .pyw .pyde .bzl .gyp' }, others: 'starlark cython' },
  { row: 'r', name: 'R', ids: { r: '.r .rd .rsx' } },
  { row: 'racket', name: 'Racket', ids: { racket: '.rkt .rktl .rktd .scrbl' }, brought },
  {
    row: 'restructuredtext',
    name: 'reStructuredText',
    ids: { restructuredtext: '.rst' },
    others: 'rst',
  },
  { row: 'rmarkdown', name: 'R Markdown', ids: { rmd: '.rmd' }, others: 'rmarkdown', brought },
  {
    row: 'ruby',
    name: 'Ruby',
    ids: {
      ruby: '.rb .builder .gemspec .jbuilder .podspec .rabl .rake .rbw .ru .ruby .thor Rakefile Gemfile',
    },
    others: 'erb',
  },
  { row: 'rust', name: 'Rust', ids: { rust: '.rs' } },
  { row: 'sas', name: 'SAS', ids: { sas: '.sas' }, brought },
  { row: 'scala', name: 'Scala', ids: { scala: '.scala .sbt' }, others: 'sbt', brought },
  { row: 'scheme', name: 'Scheme', ids: { scheme: '.scm .sld .sps' }, brought },
  {
    row: 'shell',
    name: 'Shell',
    ids: { shellscript: '.sh .bash .bats .command .ksh .tmux .tool .zsh' },
    others: 'shell bash zsh ksh sh fish',
  },
  { row: 'smalltalk', name: 'Smalltalk', ids: { smalltalk: '.st' }, brought },
  { row: 'solidity', name: 'Solidity', ids: { solidity: '.sol' }, brought },
  { row: 'sparql', name: 'SPARQL', ids: { sparql: '.rq .sparql' }, brought },
  {
    row: 'sql',
    name: 'SQL',
    ids: { sql: '.sql .cql .db2 .ddl .pkb .pks .plb .plsql .prc .udf' },
    others: 'plsql mysql pgsql tsql',
  },
  { row: 'stan', name: 'Stan', ids: { stan: '.stan' }, brought },
  { row: 'standard-ml', name: 'Standard ML', ids: { sml: '.sml .fun' }, others: 'standard-ml', brought },
  { row: 'stata', name: 'Stata', ids: { stata: '.do .ado .doh .mata .matah' }, brought },
  { row: 'systemverilog', name: 'SystemVerilog', ids: { systemverilog: '.sv .svh .vh' }, brought },
  { row: 'tcl', name: 'Tcl', ids: { tcl: '.tcl .adp .tm' }, brought },
  { row: 'tcsh', name: 'tcsh', ids: { tcsh: '.tcsh .csh' }, others: 'csh', brought },
  {
    row: 'tex',
    name: 'TeX',
    ids: {
      latex: '.tex',
      tex: '.sty .cls .bbx .cbx .dtx .ins .lbx .mkii .mkiv .mkvi',
      bibtex: '.bib',
    },
    others: 'context',
  },
  { row: 'thrift', name: 'Thrift', ids: { thrift: '.thrift' }, brought },
  {
    row: 'typescript',
    name: 'TypeScript',
    ids: { typescript: '.ts .mts .cts', typescriptreact: '.tsx' },
    others: 'tsx',
  },
  { row: 'verilog', name: 'Verilog', ids: { verilog: '.veo .v' }, brought },
  { row: 'vhdl', name: 'VHDL', ids: { vhdl: '.vhd .vhdl .vhi .vho .vhw' }, brought },
  {
    row: 'visual-basic',
    name: 'Visual Basic',
    ids: { vb: '.vb .bas .frm .vba .vbhtml .vbs .cls' },
    others: 'visual-basic vba vbs vbscript',
  },
  { row: 'xslt', name: 'XSLT', ids: { xsl: '.xsl .xslt' }, others: 'xslt' },
  { row: 'yacc', name: 'Yacc', ids: { yacc: '.y .yacc' }, others: 'bison', brought },
  {
    row: 'yaml',
    name: 'YAML',
    ids: { yaml: '.yaml .yml' },
    others: 'dockercompose docker-compose ansible helm',
  },
  { row: 'zig', name: 'Zig', ids: { zig: '.zig' }, brought },
  // The four that are no languages. Cells of notebooks have the ids of what is written in them.
  {
    row: 'git-commits-cleaned',
    name: 'Commit message',
    ids: { 'git-commit': 'COMMIT_EDITMSG MERGE_MSG', scminput: '' },
  },
  {
    row: 'github-issues-filtered-structured',
    name: 'Issue text',
    ids: { issue: 'NewIssue.md ISSUE_EDITMSG PULLREQ_EDITMSG' },
  },
  { row: 'jupyter-scripts-dedup-filtered', name: 'Jupyter notebook: code', ids: { 'jupyter-code': '' } },
  { row: 'jupyter-structured-clean-dedup', name: 'Jupyter notebook: text', ids: { 'jupyter-text': '' } },
];

const byId: ReadonlyMap<string, TrainedLanguage> = new Map(
  trainedLanguages.flatMap((language) =>
    [...(language.others?.split(' ') ?? []), ...Object.keys(language.ids), language.row].map(
      (id) => [id, language] as const,
    ),
  ),
);

/** The one of the 92 that an id stands for; `undefined` for any other language. */
export function trainedLanguage(languageId: string): TrainedLanguage | undefined {
  return byId.get(languageId);
}
