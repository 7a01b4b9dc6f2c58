import assert from 'node:assert/strict';
import { languageOf } from '../../../src/core/language/programming/languageOf';

/** The language of a file, from what VS Code says of it and its first lines. */
function of(path: string, languageId: string, head = ''): string {
  return languageOf(path, languageId, () => head);
}

describe('the language of a file', () => {
  const heads: readonly (readonly [path: string, guess: string, head: string, language: string])[] = [
    ['sum.m', 'objective-c', '#import <Foundation/Foundation.h>\n\nint main(void) {', 'objective-c'],
    ['sum.m', 'objective-c', '@interface Sum : NSObject\n@end\n', 'objective-c'],
    ['sum.m', 'objective-c', '% adds\nfunction s = sum2(a, b)\n  s = a + b;\nend\n', 'matlab'],
    ['sum.m', 'objective-c', 'x = [1 2; 3 4];\nplot(x)\n', 'matlab'],
    ['sum.m', 'objective-c', '(* adds *)\nsum[a_, b_] := a + b\n', 'wolfram'],
    ['sum.m', 'objective-c', '', 'objective-c'],
    ['sum.v', 'plaintext', '// adds\nmodule sum (input a);\nendmodule\n', 'verilog'],
    ['sum.v', 'plaintext', 'Require Import Arith.\nTheorem t : 1 = 1.\nProof. auto. Qed.\n', 'coq'],
    ['sum.v', 'plaintext', 'module main\n\nfn main() {\n\tprintln(1)\n}\n', 'v'],
    ['sum.t', 'perl', 'use strict;\nuse Test::More;\nok(1);\n', 'perl'],
    ['sum.t', 'perl', 'use v6;\nuse Test;\nok 1;\n', 'raku'],
    ['sum.pl', 'perl', '#!/usr/bin/perl\nprint "a";\n', 'perl'],
    ['sum.pl', 'perl', 'my $a = 1;\nprint $a;\n', 'perl'],
    ['sum.pl', 'perl', 'parent(a, b).\n\nolder(X, Y) :- parent(X, Y).\n', 'prolog'],
    ['sum.pl', 'perl', ':- use_module(library(lists)).\n', 'prolog'],
    ['sum.pl', 'perl', '#!/usr/bin/env swipl\n', 'prolog'],
    ['sum.h', 'cpp', '#include <stdio.h>\nint sum(int a, int b);\n', 'c'],
    ['sum.h', 'cpp', '// a class of numbers\nint sum(const int *a);\n', 'c'],
    ['sum.h', 'cpp', '#ifdef __cplusplus\nextern "C" {\nusing a = int;\n#endif\nint sum(int);\n', 'c'],
    ['sum.h', 'cpp', 'namespace a {\nclass Sum {\n public:\n  int of(int a) const;\n};\n}\n', 'cpp'],
    ['sum.h', 'cpp', '#include <vector>\nint sum(const std::vector<int>& all);\n', 'cpp'],
    ['sum.h', 'cpp', '@protocol Sum\n- (int)of:(int)a;\n@end\n', 'objective-c'],
    ['sum.h', 'cpp', '\n', 'cpp'],
    ['sum.fs', 'fsharp', 'module Sum\n\nlet sum a b = a + b\n', 'fsharp'],
    ['sum.fs', 'fsharp', '#version 300 es\nvoid main() {}\n', 'glsl'],
    ['sum.vsh', 'hlsl', 'attribute vec4 place;\nvoid main() { gl_Position = place; }\n', 'glsl'],
    ['sum.shader', 'shaderlab', 'Shader "Sum" {\n}\n', 'shaderlab'],
    ['Sum.cls', 'tex', 'VERSION 1.0 CLASS\nBEGIN\nEND\n', 'vb'],
    ['sum.cls', 'tex', '\\ProvidesClass{sum}\n', 'tex'],
    ['sum_ca.ts', 'typescript', '<?xml version="1.0"?>\n<!DOCTYPE TS>\n', 'xml'],
    ['sum.ts', 'typescript', 'export const sum = 1;\n', 'typescript'],
    ['sum.lagda.md', 'markdown', '# Sum\n', 'lagda-tex'],
    ['sum.litcoffee', 'markdown', '', 'litcoffee'],
    ['sum.jsp', 'html', '<html>', 'jsp'],
    ['sum.csh', 'shellscript', '', 'tcsh'],
  ];
  for (const [path, guess, head, language] of heads) {
    it(`${path} with ${JSON.stringify(head.slice(0, 40))} is ${language}`, () => {
      assert.equal(of(`src/${path}`, guess, head), language);
    });
  }

  it('stays what a person or another extension chose', () => {
    assert.equal(of('sum.pl', 'prolog', '#!/usr/bin/perl\n'), 'prolog');
    assert.equal(of('sum.m', 'matlab', '#import <Foundation.h>\n'), 'matlab');
    assert.equal(of('sum.h', 'c', 'class A {};\n'), 'c');
    assert.equal(of('sum.agda', 'my-agda'), 'my-agda');
  });

  it('is the table’s where VS Code knows none', () => {
    assert.equal(of('a/queries.rq', 'plaintext'), 'sparql');
    assert.equal(of('COPYBOOK.PLSQL', 'plaintext'), 'sql');
    assert.equal(of('notes.txt', 'plaintext'), 'plaintext');
    assert.equal(of('README', 'plaintext'), 'plaintext');
  });

  it('is that of an issue where one is written', () => {
    assert.equal(of('/NewIssue.md', 'markdown'), 'issue');
    assert.equal(of('.github/ISSUE_TEMPLATE/bug.md', 'markdown'), 'issue');
    assert.equal(of('.github/pull_request_template.md', 'markdown'), 'issue');
    assert.equal(of('docs/issue.md', 'markdown'), 'markdown');
  });

  it('reads nothing where the name is enough', () => {
    const unread = (): string => assert.fail('the text was read');
    assert.equal(languageOf('a.py', 'python', unread), 'python');
    assert.equal(languageOf('a.rq', 'plaintext', unread), 'sparql');
    assert.equal(languageOf('a.m', 'matlab', unread), 'matlab');
  });
});
