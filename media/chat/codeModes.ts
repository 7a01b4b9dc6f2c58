import {
  c,
  clike,
  cpp,
  csharp,
  dart,
  java,
  kotlin,
  objectiveC,
  objectiveCpp,
  scala,
  shader,
} from '@codemirror/legacy-modes/mode/clike';
import { clojure } from '@codemirror/legacy-modes/mode/clojure';
import { cmake } from '@codemirror/legacy-modes/mode/cmake';
import { coffeeScript } from '@codemirror/legacy-modes/mode/coffeescript';
import { commonLisp } from '@codemirror/legacy-modes/mode/commonlisp';
import { css, less, sCSS } from '@codemirror/legacy-modes/mode/css';
import { diff } from '@codemirror/legacy-modes/mode/diff';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { elm } from '@codemirror/legacy-modes/mode/elm';
import { erlang } from '@codemirror/legacy-modes/mode/erlang';
import { fortran } from '@codemirror/legacy-modes/mode/fortran';
import { gas } from '@codemirror/legacy-modes/mode/gas';
import { go } from '@codemirror/legacy-modes/mode/go';
import { groovy } from '@codemirror/legacy-modes/mode/groovy';
import { haskell } from '@codemirror/legacy-modes/mode/haskell';
import { javascript, json, typescript } from '@codemirror/legacy-modes/mode/javascript';
import { julia } from '@codemirror/legacy-modes/mode/julia';
import { lua } from '@codemirror/legacy-modes/mode/lua';
import { fSharp, oCaml, sml } from '@codemirror/legacy-modes/mode/mllike';
import { mathematica } from '@codemirror/legacy-modes/mode/mathematica';
import { octave } from '@codemirror/legacy-modes/mode/octave';
import { pascal } from '@codemirror/legacy-modes/mode/pascal';
import { perl } from '@codemirror/legacy-modes/mode/perl';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { protobuf } from '@codemirror/legacy-modes/mode/protobuf';
import { python } from '@codemirror/legacy-modes/mode/python';
import { r } from '@codemirror/legacy-modes/mode/r';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { rust } from '@codemirror/legacy-modes/mode/rust';
import { sas } from '@codemirror/legacy-modes/mode/sas';
import { scheme } from '@codemirror/legacy-modes/mode/scheme';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { smalltalk } from '@codemirror/legacy-modes/mode/smalltalk';
import { sparql } from '@codemirror/legacy-modes/mode/sparql';
import { standardSQL } from '@codemirror/legacy-modes/mode/sql';
import { stex } from '@codemirror/legacy-modes/mode/stex';
import { swift } from '@codemirror/legacy-modes/mode/swift';
import { tcl } from '@codemirror/legacy-modes/mode/tcl';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { vb } from '@codemirror/legacy-modes/mode/vb';
import { verilog } from '@codemirror/legacy-modes/mode/verilog';
import { vhdl } from '@codemirror/legacy-modes/mode/vhdl';
import { html, xml } from '@codemirror/legacy-modes/mode/xml';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import type { StreamParser } from '@codemirror/streamparser';

/** A mode of CodeMirror's, whatever its state is. Only handed on, never looked into. */
export type Mode = StreamParser<unknown>;

function words(list: string): Record<string, true> {
  return Object.fromEntries(list.split(' ').map((word) => [word, true] as const));
}

const blocks = words('catch class do else finally for if switch try while struct interface enum');
const atoms = words('true false null nil undefined');

/** Languages whose look is C's, which the library can be told of with their words alone. */
const php = clike({
  name: 'php',
  keywords: words(
    'abstract and array as break case catch class clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield',
  ),
  types: words('bool callable float int iterable mixed never object self string void'),
  blockKeywords: blocks,
  atoms: words(
    'true false null TRUE FALSE NULL parent this __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__',
  ),
  multiLineStrings: true,
  hooks: {
    $: (stream: { eatWhile(pattern: RegExp): void }): string => {
      stream.eatWhile(/[\w$]/);
      return 'variableName';
    },
    '#': (stream: { peek(): string | undefined; skipToEnd(): void }): string | false => {
      if (stream.peek() === '[') return false;
      stream.skipToEnd();
      return 'comment';
    },
    '<': (stream: { match(text: string): unknown }): string | false =>
      stream.match('?php') || stream.match('?=') ? 'meta' : false,
    '?': (stream: { match(text: string): unknown }): string | false => (stream.match('>') ? 'meta' : false),
  },
});
const solidity = clike({
  name: 'solidity',
  keywords: words(
    'abstract anonymous as assembly assert break calldata case catch constant constructor continue contract default delete do else emit enum error event external fallback final for function if immutable import indexed interface internal is let library mapping memory modifier new override payable pragma private public pure receive require return returns revert storage struct switch throw try unchecked using var view virtual while',
  ),
  types: words(
    'address bool byte bytes bytes4 bytes32 int int256 string uint uint8 uint16 uint32 uint64 uint128 uint256',
  ),
  blockKeywords: blocks,
  atoms: words('true false msg block tx this super'),
});
const zig = clike({
  name: 'zig',
  keywords: words(
    'addrspace align allowzero and anyframe anytype asm async await break callconv catch comptime const continue defer else enum errdefer error export extern fn for if inline linksection noalias noinline nosuspend opaque or orelse packed pub resume return struct suspend switch test threadlocal try union unreachable usingnamespace var volatile while',
  ),
  types: words(
    'bool f16 f32 f64 f128 i8 i16 i32 i64 i128 isize type u8 u16 u32 u64 u128 usize void anyerror noreturn comptime_int comptime_float',
  ),
  blockKeywords: blocks,
  atoms,
  hooks: {
    '@': (stream: { eatWhile(pattern: RegExp): void }): string => {
      stream.eatWhile(/\w/);
      return 'builtin';
    },
  },
});
const thrift = clike({
  name: 'thrift',
  keywords: words(
    'const cpp_include enum exception extends include namespace oneway optional required service struct throws typedef union',
  ),
  types: words('binary bool byte double i8 i16 i32 i64 list map set string void'),
  atoms,
});
const stan = clike({
  name: 'stan',
  keywords: words(
    'break continue data else for functions generated if in model parameters quantities return target transformed while lower upper',
  ),
  types: words(
    'array cholesky_factor_corr corr_matrix cov_matrix int matrix ordered real row_vector simplex unit_vector vector void',
  ),
});

/** Modes by the words that stand for them after a fence, those of one mode together. */
const table: readonly (readonly [names: string, mode: Mode])[] = [
  ['asm assembly nasm masm gas asm-intel-x86-generic', gas],
  ['bash sh shell zsh ksh fish console shellscript shell-session terminal csh tcsh makefile make mk', shell],
  ['c h yacc bison', c],
  ['c# cs csharp razor', csharp],
  ['c++ cpp cc cxx hpp cuda cuda-cpp cu arduino', cpp],
  ['clojure clj cljs edn', clojure],
  ['cmake', cmake],
  ['coffeescript coffee litcoffee', coffeeScript],
  ['css', css],
  ['dart', dart],
  ['diff patch git-diff', diff],
  ['dockerfile docker containerfile', dockerFile],
  ['elisp emacs-lisp lisp common-lisp commonlisp cl', commonLisp],
  ['elm', elm],
  ['erlang erl prolog', erlang],
  ['f# fs fsharp', fSharp],
  ['fortran f90 f95 fortranfreeform fortranfixedform', fortran],
  ['glsl hlsl shader shaderlab', shader],
  ['go golang', go],
  ['groovy gradle jenkinsfile', groovy],
  ['haskell hs lhs literate-haskell agda idris lean purescript', haskell],
  ['html htm xhtml vue svelte jsp', html],
  ['ini cfg conf dotenv env properties editorconfig', properties],
  ['java', java],
  ['javascript js jsx mjs cjs node javascriptreact', javascript],
  ['json jsonc json5 jsonl ipynb', json],
  ['julia jl', julia],
  ['kotlin kt kts', kotlin],
  ['latex tex bibtex', stex],
  ['less', less],
  ['lua', lua],
  ['mathematica wolfram wl', mathematica],
  ['matlab octave m', octave],
  ['objc objective-c objectivec', objectiveC],
  ['objective-c++ objective-cpp objectivecpp', objectiveCpp],
  ['ocaml ml ocaml.interface', oCaml],
  ['pascal delphi', pascal],
  ['perl pl raku awk gawk', perl],
  ['php', php],
  ['powershell ps1 pwsh', powerShell],
  ['proto proto3 protobuf', protobuf],
  ['python py python3 py3 ipython pycon', python],
  ['r rscript', r],
  ['racket scheme scm rkt', scheme],
  ['ruby rb rake elixir ex exs', ruby],
  ['rust rs', rust],
  ['sas', sas],
  ['scala sc', scala],
  ['scss sass', sCSS],
  ['smalltalk st', smalltalk],
  ['sml standard-ml standardml', sml],
  ['solidity sol', solidity],
  ['sparql rq', sparql],
  ['sql mysql pgsql plsql postgres postgresql psql sqlite tsql', standardSQL],
  ['stan', stan],
  ['swift', swift],
  ['tcl', tcl],
  ['thrift', thrift],
  ['toml', toml],
  ['typescript ts tsx mts cts typescriptreact', typescript],
  ['vb vba vbnet visual-basic basic', vb],
  ['verilog systemverilog sv bluespec bsv', verilog],
  ['vhdl ada adb ads', vhdl],
  ['xml svg xsl xslt xsd plist rss', xml],
  ['yaml yml docker-compose dockercompose', yaml],
  ['zig', zig],
];

const modes: ReadonlyMap<string, Mode> = new Map(
  table.flatMap(([names, mode]) => names.split(' ').map((name) => [name, mode] as const)),
);

/** How code under this word is read, or nothing where nobody knows: then it stays plain. */
export function modeFor(language: string): Mode | undefined {
  return modes.get(language.toLowerCase());
}
