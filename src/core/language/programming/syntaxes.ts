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
export const python: Syntax = {
  ...hashLike,
  blocks: 'indent',
  strings: [tripleDouble, tripleSingle, double, single],
};
export const script: Syntax = { ...cLike, strings: [double, single, backtick], regex: true };
export const shell: Syntax = {
  ...hashLike,
  ...wordBlocks('if|for|while|until|case|select', 'fi|done|esac'),
  strings: [longDouble, plainLongSingle],
};
export const ml: Syntax = {
  ...cLike,
  blocks: 'layout',
  lineComments: [],
  blockComments: [parenStar],
  nested: true,
  strings: [longDouble],
  characters: true,
};
export const verilog: Syntax = {
  ...cLike,
  ...wordBlocks(
    'begin|case[xz]?|module|function|task|generate|fork|class|interface|package|covergroup|property|sequence|program|checker|clocking',
    'end(?:case|module|function|task|generate|class|interface|package|group|property|sequence|program|checker|clocking)?|join(?:_any|_none)?',
  ),
  strings: [double],
};
export const basic: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<!\\bend )(?<!\\bexit )(?<!\\bdeclare )(?:if(?=.*\\bthen\\s*$)|sub|function|property|class|module|structure|namespace|interface|enum|with|select|while|for|do|try|using|synclock)',
    'end (?:sub|function|property|class|module|structure|namespace|interface|enum|with|select|while|if|try|using|synclock)|next|loop|wend',
    'i',
  ),
  lineComments: ["'", 'REM '],
  strings: [plainDouble],
};
export const fortran: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<!\\bend *)(?:then|do(?! *while\\b.*\\bend *do)|select +case|program|module(?! +procedure)|subroutine|function|interface|associate|block)',
    'end *(?:if|do|select|program|module|subroutine|function|interface|associate|block)?(?= |$)',
    'i',
  ),
  lineComments: ['!'],
  strings: [plainDouble, plainSingle],
};
export const pascal: Syntax = {
  ...cLike,
  ...wordBlocks('begin|case|record|try|repeat|asm', 'end|until', 'i'),
  blockComments: [['{', '}'], parenStar],
  strings: [plainSingle],
};
export const ruby: Syntax = {
  ...hashLike,
  ...wordBlocks(
    '(?<=^\\s*(?:(?:private|public|protected) )?)(?:def|class|module|if|unless|while|until|for|case|begin)|(?<==\\s*)(?:if|unless|case|begin)|do(?=\\s*(?:\\|[^|]*\\|)?\\s*$)',
    'end',
  ),
  strings: [longDouble, longSingle, backtick],
  blockComments: [['=begin', '=end']],
  regex: true,
};
export const sql: Syntax = {
  ...cLike,
  ...wordBlocks('begin|case|loop|then(?=\\s*$)', 'end(?: (?:if|case|loop))?', 'i'),
  lineComments: ['--'],
  strings: [plainLongSingle, plainDouble, backtick],
};
export const ada: Syntax = {
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
export const matlab: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<=^\\s*)(?:if|for|parfor|while|switch|try|function|classdef|methods|properties|events|unwind_protect|do)',
    '(?<=(?:^|[;,])\\s*)(?:end(?:if|for|while|switch|function|_try_catch|_unwind_protect)?|until)',
  ),
  lineComments: ['%', '#'],
  blockComments: [['%{', '%}']],
  strings: [plainDouble, strings.apartSingle],
};
export const css: Syntax = { ...cLike, lineComments: [] };
export const scss: Syntax = cLike;
export const tex: Syntax = {
  ...proseLike,
  opener: /\\begin\b/g,
  closer: /\\end\b/g,
  lineComments: ['%'],
};
export const lisp: Syntax = lispLike;
export const xml: Syntax = markupLike;
export const yaml: Syntax = { ...hashLike, blocks: 'indent' };
export const coffee: Syntax = {
  ...python,
  blocks: 'layout',
  blockComments: [['###', '###']],
  regex: true,
};
export const haskell: Syntax = layoutLike;
export const powershell: Syntax = {
  ...hashLike,
  blockComments: [['<#', '#>']],
  strings: [strings.hereDouble, strings.hereSingle, plainLongDouble, plainLongSingle],
};
export const perl: Syntax = {
  ...hashLike,
  strings: [longDouble, longSingle],
  regex: true,
  blockComments: [
    ['\n=pod', '\n=cut'],
    ['\n=head1', '\n=cut'],
  ],
};
export const java: Syntax = { ...cLike, strings: [tripleDouble, double, single] };
export const csharp: Syntax = { ...cLike, strings: [strings.verbatim, tripleDouble, double, single] };
export const sas: Syntax = {
  ...cLike,
  ...wordBlocks('do|select|(?<=^\\s*)(?:proc|data)|%macro|%do', 'end|run|quit|%mend|%end', 'i'),
  lineComments: [],
};
export const stata: Syntax = { ...cLike, lineComments: ['//'], strings: [plainDouble] };
export const erlang: Syntax = {
  ...hashLike,
  ...wordBlocks('case|if|begin|receive|try|fun(?=\\s*\\()', 'end'),
  lineComments: ['%'],
  strings: [longDouble, single],
};
export const elixir: Syntax = {
  ...hashLike,
  ...wordBlocks('do(?!:)|fn', 'end'),
  strings: [tripleDouble, tripleSingle, longDouble, single],
};
export const lua: Syntax = {
  ...cLike,
  ...wordBlocks('function|then|do|repeat', 'end|until|elseif'),
  lineComments: ['--'],
  blockComments: [['--[[', ']]']],
  strings: [strings.luaLong, double, single],
};
export const julia: Syntax = {
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
export const vhdl: Syntax = {
  ...ada,
  ...wordBlocks(
    '(?:then|loop|record|is|generate|process|block)(?=\\s*(?:\\([^)]*\\))?\\s*$)|case',
    'end(?: \\w+)?',
    'i',
  ),
};
export const cmake: Syntax = {
  ...hashLike,
  ...wordBlocks('if|foreach|while|function|macro|block', 'end(?:if|foreach|while|function|macro|block)', 'i'),
  blockComments: [['#[[', ']]']],
  strings: [longDouble],
};
export const makefile: Syntax = {
  ...hashLike,
  ...wordBlocks('(?<=^\\s*)(?:ifeq|ifneq|ifdef|ifndef|define)', '(?<=^\\s*)(?:endif|endef)'),
};
export const applescript: Syntax = {
  ...flatLike,
  ...wordBlocks(
    '(?<=^\\s*)(?:tell(?! .* to )|if(?=.*\\bthen\\s*$)|repeat|on|try|considering|ignoring|using|with)',
    '(?<=^\\s*)end(?: \\w+)?',
  ),
  lineComments: ['--', '#'],
  blockComments: [parenStar],
  strings: [longDouble],
};
export const bluespec: Syntax = {
  ...verilog,
  ...wordBlocks(
    'begin|case|module|function(?=[^=;]*;)|action|actionvalue|rule|rules|method(?=[^=;]*;)|interface(?=[^=;]*;)|package|instance|typeclass|seq|par',
    'end(?:case|module|function|action|actionvalue|rule|rules|method|interface|package|instance|typeclass|seq|par)?',
  ),
};
export const maple: Syntax = {
  ...hashLike,
  ...wordBlocks('(?<!\\bend )(?:proc|if|do|module|try|use)', 'end(?: (?:proc|if|do|module|try|use))?|fi|od'),
  strings: [double],
  blockComments: [parenStar],
};
export const tcsh: Syntax = {
  ...hashLike,
  ...wordBlocks('then(?=\\s*$)|foreach|while|switch', 'end|endif|endsw'),
  strings: [double, plainSingle],
};
export const smalltalk: Syntax = {
  ...flatLike,
  blocks: 'braces',
  blockComments: [['"', '"']],
  strings: [plainLongSingle],
};
export const prolog: Syntax = {
  ...cLike,
  blocks: 'layout',
  lineComments: ['%'],
  strings: [double, single],
};
export const isabelle: Syntax = {
  ...ml,
  ...wordBlocks('proof|begin|context', 'qed|end|done'),
  strings: [longDouble],
};
export const mathematica: Syntax = {
  ...cLike,
  lineComments: [],
  blockComments: [parenStar],
  strings: [longDouble],
};
export const assembly: Syntax = {
  ...flatLike,
  lineComments: [';', '#', '//', '@'],
  strings: [double, single],
  blockComments: [slashStar],
};
export const fsharp: Syntax = {
  ...ml,
  lineComments: ['//'],
  strings: [tripleDouble, strings.verbatim, longDouble],
};
export const batch: Syntax = {
  ...flatLike,
  blocks: 'braces',
  lineComments: ['::', 'REM ', 'rem ', '@rem '],
  strings: [plainDouble],
};
export const rust: Syntax = {
  ...cLike,
  nested: true,
  strings: [strings.rustRaw, longDouble],
  characters: true,
};
export const rst: Syntax = { ...proseLike, blocks: 'prose' };
export const php: Syntax = {
  ...cLike,
  lineComments: ['//', '#'],
  strings: [longDouble, longSingle, backtick],
};
export const ini: Syntax = { ...flatLike, lineComments: ['#', ';'], strings: [] };
