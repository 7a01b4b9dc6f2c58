// Names of tools and of their files. cspell:disable
/**
 * The form of documentation comments by VS Code's language id, in the words that models know it by: what each language's
 * own tool reads. Ids of one language stand together.
 */
const usual: readonly (readonly [ids: string, style: string])[] = [
  ['python', 'PEP 257 docstrings'],
  ['javascript javascriptreact coffeescript', 'JSDoc (`/** … */`)'],
  ['typescript typescriptreact', 'TSDoc (`/** … */`)'],
  ['java groovy jsp', 'Javadoc (`/** … */`)'],
  ['kotlin', 'KDoc (`/** … */`)'],
  ['scala', 'Scaladoc (`/** … */`)'],
  ['rust', 'rustdoc (`///`, `//!` for the file)'],
  ['go', 'godoc: a comment above that begins with the name'],
  ['c cpp cuda-cpp objective-c objective-cpp glsl hlsl verilog systemverilog bsv', 'Doxygen (`/** … */`)'],
  ['csharp fsharp', 'XML documentation comments (`/// <summary>`)'],
  ['vb', "XML documentation comments (`''' <summary>`)"],
  ['ruby', 'YARD (`# @param`, `# @return`)'],
  ['php', 'PHPDoc (`/** … */`)'],
  ['r rmd', "roxygen2 (`#'`)"],
  ['julia', 'docstrings (`"""` above)'],
  ['lua', 'LDoc (`---`)'],
  ['elixir', '`@doc` and `@moduledoc`'],
  ['erlang', 'EDoc (`%% @doc`)'],
  ['haskell', 'Haddock (`-- |`)'],
  ['ocaml ocaml.interface', 'ocamldoc (`(** … *)`)'],
  ['sml', 'comments above (`(** … *)`)'],
  ['swift', 'DocC (`///`)'],
  ['dart', 'dartdoc (`///`)'],
  ['zig', 'doc comments (`///`)'],
  ['solidity', 'NatSpec (`/// @notice`)'],
  ['perl raku', 'POD'],
  ['powershell', 'comment-based help (`<# .SYNOPSIS … #>`)'],
  ['clojure lisp emacs-lisp scheme racket', 'docstrings'],
  ['FortranFreeForm FortranFixedForm', 'FORD (`!!`)'],
  ['matlab', 'help text (`%` below the signature)'],
  ['ada', 'GNATdoc (`--` below the declaration)'],
  ['pascal', 'PasDoc (`{** … }`)'],
  ['prolog', 'PlDoc (`%!`)'],
  ['elm', 'elm doc comments (`{-| … -}`)'],
  ['idris', 'doc comments (`|||`)'],
  ['lean lean4', 'doc comments (`/-- … -/`)'],
  ['isabelle', 'text blocks (`text ‹…›`)'],
  ['smalltalk', 'the comment at the beginning of a method'],
  ['thrift proto3', 'comments above (`/** … */`)'],
  ['shellscript tcsh', 'comments above each function (`#`)'],
  ['sql sparql', 'comments above (`--`)'],
  ['vhdl', 'comments above (`--!`)'],
  ['stan', 'comments above (`/** … */`)'],
  ['wolfram', '`::usage` messages'],
];

const byId = new Map(usual.flatMap(([ids, style]) => ids.split(' ').map((id) => [id, style] as const)));

/** Signs of a form that a file uses already, the more telling first. They go before what is usual. */
const seen: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  python: [
    [/^[ \t]+(?:Parameters|Returns)\n[ \t]+-{3,}/m, 'numpydoc docstrings (`Parameters` underlined)'],
    [
      /^[ \t]+(?:Args|Arguments|Returns|Raises|Yields):[ \t]*$/m,
      'Google style docstrings (`Args:`, `Returns:`)',
    ],
    [/^[ \t]+:(?:param|returns?|rtype|raises)\b/m, 'reStructuredText docstrings (`:param x:`)'],
    [/^[ \t]+@(?:param|return|type)\b/m, 'Epytext docstrings (`@param x:`)'],
  ],
  c: [
    [/^[ \t]*\/\/\/.*[\\@]\w/m, 'Doxygen (`///` with commands)'],
    [/^[ \t]*\/\/\//m, 'Doxygen (`///`)'],
    [/^[ \t]*\/\/!/m, 'Doxygen (`//!`)'],
    [/\/\*!/, 'Doxygen in Qt style (`/*! … */`)'],
    [/\/\*\*[^]*?\\(?:brief|param)/, 'Doxygen (`/** \\brief … */`)'],
  ],
  ruby: [
    [/^[ \t]*#[ \t]*@(?:param|return)\b/m, 'YARD (`# @param`, `# @return`)'],
    [/^[ \t]*#[ \t]*(?::call-seq:|==? )/m, 'RDoc'],
  ],
  lua: [[/^[ \t]*---@(?:param|return|class)\b/m, 'LuaLS annotations (`---@param`)']],
  FortranFreeForm: [[/^[ \t]*!>/m, 'Doxygen (`!>`)']],
  powershell: [[/^[ \t]*#[ \t]*\.SYNOPSIS/m, 'comment-based help (`# .SYNOPSIS`)']],
};

/** Ids that use another one's signs. */
const alike: Readonly<Record<string, string>> = {
  cpp: 'c',
  'cuda-cpp': 'c',
  'objective-c': 'c',
  'objective-cpp': 'c',
  FortranFixedForm: 'FortranFreeForm',
};

/**
 * The form of documentation comments in a file: the one that it uses, or else its language's usual one.
 * @returns `undefined` where nothing is known of the language.
 */
export function docStyle(languageId: string, text: string): string | undefined {
  const signs = seen[alike[languageId] ?? languageId] ?? [];
  return signs.find(([sign]) => sign.test(text))?.[1] ?? byId.get(languageId);
}
