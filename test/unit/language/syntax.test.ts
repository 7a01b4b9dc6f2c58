import assert from 'node:assert/strict';
import { syntaxOf } from '../../../src/core/language/programming/syntaxOf';
import { syntaxTable } from '../../../src/core/language/programming/syntaxTable';

/** The languages of the family's training set, as it names them. */
const trained =
  'ada agda alloy antlr applescript assembly augeas awk batchfile bluespec c c-sharp clojure cmake coffeescript ' +
  'common-lisp cpp css cuda dart dockerfile elixir elm emacs-lisp erlang f-sharp fortran glsl go groovy haskell html ' +
  'idris isabelle java java-server-pages javascript json julia kotlin lean literate-agda literate-coffeescript ' +
  'literate-haskell lua makefile maple markdown mathematica matlab ocaml pascal perl php powershell prolog ' +
  'protocol-buffer python r racket restructuredtext rmarkdown ruby rust sas scala scheme shell smalltalk solidity ' +
  'sparql sql stan standard-ml stata systemverilog tcl tcsh tex thrift typescript verilog vhdl visual-basic xslt ' +
  'yacc yaml zig';

/** VS Code's own ids that are languages of files. */
const editors =
  'bat bibtex c clojure coffeescript cpp csharp css cuda-cpp dart diff dockercompose dockerfile dotenv fsharp ' +
  'git-commit git-rebase go groovy handlebars hlsl html ignore ini jade java javascript javascriptreact json jsonc ' +
  'jsonl julia latex less log lua makefile markdown objective-c objective-cpp perl php plaintext powershell ' +
  'properties python r raku razor restructuredtext ruby rust scss shaderlab shellscript snippets sql swift tex ' +
  'typescript typescriptreact vb wat xml xsl yaml';

describe('the table of syntax', () => {
  it('knows the languages that the family was trained on, and VS Code’s own', () => {
    const missing = `${trained} ${editors}`.split(' ').filter((id) => !syntaxTable.has(id));
    assert.deepEqual(missing, []);
  });

  it('guesses from the text where it does not know the id', () => {
    assert.equal(syntaxOf('nobody-knows', '<a>\n</a>\n').blocks, 'markup');
    assert.deepEqual(syntaxOf('nobody-knows', '# one\nx\n# two\n').lineComments, ['#']);
    assert.equal(syntaxOf('nobody-knows', 'a {\n}\nb {\n}\nc {\n').blocks, 'braces');
  });
});
