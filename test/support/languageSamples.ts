/** A sample of each of the 92, written for this: `test/samples/languages/ROW/FILE`. */
export interface LanguageSample {
  readonly row: string;
  readonly file: string;
  /** What VS Code takes the file for, with Aliada and no other extension. */
  readonly vscodeId: string;
  /** What a model is told that it is. */
  readonly name: string;
  /** What a commented line is put between; `undefined` where VS Code has no comments. */
  readonly comment: readonly [open: string, close: string] | undefined;
}

type Row = readonly [row: string, file: string, vscodeId: string, name: string, comment: string | undefined];

const html = '<!-- -->';

/** The rows of the training set that are texts of one language; notebooks stand in a test of their own. */
const rows: readonly Row[] = [
  ['ada', 'stack.adb', 'ada', 'Ada', '--'],
  ['agda', 'Nat.agda', 'agda', 'Agda', '--'],
  ['alloy', 'files.als', 'alloy', 'Alloy', '//'],
  ['antlr', 'Sum.g4', 'antlr', 'ANTLR', '//'],
  ['applescript', 'tidy.applescript', 'applescript', 'AppleScript', '--'],
  ['assembly', 'hello.asm', 'asm-intel-x86-generic', 'Assembly', ';'],
  ['augeas', 'pairs.aug', 'augeas', 'Augeas', '(* *)'],
  ['awk', 'count.awk', 'awk', 'AWK', '#'],
  ['batchfile', 'build.bat', 'bat', 'Batch', '@REM'],
  ['bluespec', 'Counter.bsv', 'bsv', 'Bluespec', '//'],
  ['c', 'list.c', 'c', 'C', '//'],
  ['c-sharp', 'Shelf.cs', 'csharp', 'C#', '//'],
  ['clojure', 'stats.clj', 'clojure', 'Clojure', ';;'],
  ['cmake', 'CMakeLists.txt', 'cmake', 'CMake', '#'],
  ['coffeescript', 'list.coffee', 'coffeescript', 'CoffeeScript', '#'],
  ['common-lisp', 'tree.lisp', 'lisp', 'Common Lisp', ';'],
  ['cpp', 'matrix.cpp', 'cpp', 'C++', '//'],
  ['css', 'page.css', 'css', 'CSS', '/* */'],
  ['cuda', 'add.cu', 'cuda-cpp', 'CUDA', '//'],
  ['dart', 'point.dart', 'dart', 'Dart', '//'],
  ['dockerfile', 'Dockerfile', 'dockerfile', 'Dockerfile', '#'],
  ['elixir', 'greeter.ex', 'elixir', 'Elixir', '#'],
  ['elm', 'Counter.elm', 'elm', 'Elm', '--'],
  ['emacs-lisp', 'tidy.el', 'emacs-lisp', 'Emacs Lisp', ';'],
  ['erlang', 'queue.erl', 'erlang', 'Erlang', '%'],
  ['f-sharp', 'Tree.fs', 'fsharp', 'F#', '//'],
  ['fortran', 'mean.f90', 'FortranFreeForm', 'Fortran', '!'],
  ['glsl', 'wave.frag', 'glsl', 'GLSL', '//'],
  ['go', 'server.go', 'go', 'Go', '//'],
  ['groovy', 'Report.groovy', 'groovy', 'Groovy', '//'],
  ['haskell', 'Stack.hs', 'haskell', 'Haskell', '--'],
  ['html', 'page.html', 'html', 'HTML', html],
  ['idris', 'Vect.idr', 'idris', 'Idris', '--'],
  ['isabelle', 'Sums.thy', 'isabelle', 'Isabelle', '(* *)'],
  ['java', 'Account.java', 'java', 'Java', '//'],
  ['java-server-pages', 'list.jsp', 'html', 'JSP', html],
  ['javascript', 'cart.js', 'javascript', 'JavaScript', '//'],
  ['json', 'data.json', 'json', 'JSON', '//'],
  ['julia', 'waves.jl', 'julia', 'Julia', '#'],
  ['kotlin', 'Shop.kt', 'kotlin', 'Kotlin', '//'],
  ['lean', 'Basic.lean', 'lean4', 'Lean', '--'],
  ['literate-agda', 'Bool.lagda', 'lagda-tex', 'Literate Agda', '--'],
  ['literate-coffeescript', 'greet.litcoffee', 'markdown', 'Literate CoffeeScript', html],
  ['literate-haskell', 'Fib.lhs', 'literate haskell', 'Literate Haskell', '--'],
  ['lua', 'inventory.lua', 'lua', 'Lua', '--'],
  ['makefile', 'Makefile', 'makefile', 'Makefile', '#'],
  ['maple', 'area.mpl', 'maple', 'Maple', '#'],
  ['markdown', 'guide.md', 'markdown', 'Markdown', html],
  ['mathematica', 'roots.wl', 'wolfram', 'Mathematica', '(* *)'],
  ['matlab', 'average.matlab', 'matlab', 'MATLAB', '%'],
  ['ocaml', 'tree.ml', 'ocaml', 'OCaml', '(* *)'],
  ['pascal', 'Sort.pas', 'pascal', 'Pascal', '//'],
  ['perl', 'count.pl', 'perl', 'Perl', '#'],
  ['php', 'invoice.php', 'php', 'PHP', '//'],
  ['powershell', 'Clean.ps1', 'powershell', 'PowerShell', '#'],
  ['prolog', 'family.prolog', 'prolog', 'Prolog', '%'],
  ['protocol-buffer', 'book.proto', 'proto3', 'Protocol Buffers', '//'],
  ['python', 'primes.py', 'python', 'Python', '#'],
  ['r', 'model.R', 'r', 'R', '#'],
  ['racket', 'queue.rkt', 'racket', 'Racket', ';'],
  ['restructuredtext', 'manual.rst', 'restructuredtext', 'reStructuredText', '..'],
  ['rmarkdown', 'report.Rmd', 'rmd', 'R Markdown', html],
  ['ruby', 'garden.rb', 'ruby', 'Ruby', '#'],
  ['rust', 'shapes.rs', 'rust', 'Rust', '//'],
  ['sas', 'means.sas', 'sas', 'SAS', '/* */'],
  ['scala', 'Shop.scala', 'scala', 'Scala', '//'],
  ['scheme', 'hanoi.scm', 'scheme', 'Scheme', ';'],
  ['shell', 'backup.sh', 'shellscript', 'Shell', '#'],
  ['smalltalk', 'Counter.st', 'smalltalk', 'Smalltalk', '" "'],
  ['solidity', 'Vault.sol', 'solidity', 'Solidity', '//'],
  ['sparql', 'towns.rq', 'sparql', 'SPARQL', '#'],
  ['sql', 'orders.sql', 'sql', 'SQL', '--'],
  ['stan', 'line.stan', 'stan', 'Stan', '//'],
  ['standard-ml', 'queue.sml', 'sml', 'Standard ML', '(* *)'],
  ['stata', 'wages.do', 'stata', 'Stata', '//'],
  ['systemverilog', 'fifo.sv', 'systemverilog', 'SystemVerilog', '//'],
  ['tcl', 'stack.tcl', 'tcl', 'Tcl', '#'],
  ['tcsh', 'path.tcsh', 'tcsh', 'tcsh', '#'],
  ['tex', 'article.tex', 'latex', 'LaTeX', '%'],
  ['thrift', 'users.thrift', 'thrift', 'Thrift', '//'],
  ['typescript', 'store.ts', 'typescript', 'TypeScript', '//'],
  ['verilog', 'counter.veo', 'verilog', 'Verilog', '//'],
  ['vhdl', 'gate.vhd', 'vhdl', 'VHDL', '--'],
  ['visual-basic', 'Shelf.vb', 'vb', 'Visual Basic', "'"],
  ['xslt', 'list.xsl', 'xsl', 'XSLT', html],
  ['yacc', 'sum.y', 'yacc', 'Yacc', '//'],
  ['yaml', 'pipeline.yaml', 'yaml', 'YAML', '#'],
  ['zig', 'sum.zig', 'zig', 'Zig', '//'],
  ['git-commits-cleaned', 'COMMIT_EDITMSG', 'git-commit', 'Commit message', '#'],
  ['github-issues-filtered-structured', 'NewIssue.md', 'markdown', 'Issue text', html],
];

export const languageSamples: readonly LanguageSample[] = rows.map(([row, file, vscodeId, name, comment]) => {
  const [open, close = ''] = comment?.split(' ') ?? [];
  return { row, file, vscodeId, name, comment: open === undefined ? undefined : [open, close] };
});

/** Where a sample lies below the checkout. */
export function samplePath({ row, file }: Pick<LanguageSample, 'row' | 'file'>): string {
  return `test/samples/languages/${row}/${file}`;
}
