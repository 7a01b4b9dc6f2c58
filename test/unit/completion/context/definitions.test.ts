import assert from 'node:assert/strict';
import { wantedNames } from '../../../../src/core/completion/context/imports';
import type { OpenText } from '../../../../src/core/completion/context/openText';
import { signatureAt } from '../../../../src/core/completion/context/signature';

function text(languageId: string, ...lines: readonly string[]): OpenText {
  return { id: 'a', path: 'a', languageId, version: 1, lineCount: lines.length, line: (at) => lines[at]! };
}

/** Names wanted at the last line. */
function wanted(languageId: string, ...lines: readonly string[]): readonly string[] {
  const document = text(languageId, ...lines);
  return wantedNames(document, lines.length - 1).map(({ name, line, character }) => {
    assert.equal(lines[line]!.slice(character, character + name.length), name);
    return name;
  });
}

describe('the names whose definitions are wanted', () => {
  it('are imported ones in use near the cursor, in many languages', () => {
    const cases: readonly (readonly [
      language: string,
      lines: readonly string[],
      names: readonly string[],
    ])[] = [
      [
        'python',
        ['from shop.money import (', '    Money,', '    Bank as B,', ')', 'import os', '', 'x = B(Money('],
        ['B', 'Money'],
      ],
      ['typescript', ["import { Money, type Bank } from './money';", '', 'const x = new Money('], ['Money']],
      ['javascript', ["const { pay } = require('./bank');", 'pay('], ['pay']],
      ['java', ['import shop.Money;', 'class A {', '  Money m = '], ['Money']],
      ['rust', ['use crate::shop::{Money, Bank};', 'fn f(b: Bank) {'], ['Bank']],
      ['php', ['<?php', 'use Shop\\Money;', '$a = new Money('], ['Money']],
      ['fortran', ['program a', '  use shop, only: price', '  x = price('], ['price']],
      ['kotlin', ['import shop.Money', 'val a = Money('], ['Money']],
      ['scala', ['import shop.{Money, Bank}', 'val a = Bank('], ['Bank']],
    ];
    for (const [language, lines, names] of cases)
      assert.deepEqual(wanted(language, ...lines), names, language);
  });

  it('are members of imported modules too', () => {
    assert.deepEqual(wanted('python', 'import bank', '', 'bank.pay('), ['bank', 'pay']);
    assert.deepEqual(wanted('cpp', '#include "bank.h"', '', 'total(pay('), ['total', 'pay']);
  });

  it('are none in a text that imports nothing, and none that stand far away', () => {
    assert.deepEqual(wanted('python', 'x = Money('), []);
    const far = Array.from({ length: 60 }, (_, at) => `x${at} = ${at}`);
    assert.deepEqual(wanted('python', 'from shop import Money', 'y = Money()', ...far), []);
  });

  it('are a few, the nearest first', () => {
    const names = Array.from({ length: 20 }, (_, at) => `name${at}`);
    const found = wanted(
      'python',
      `from shop import ${names.join(', ')}`,
      ...names.map((name) => `${name}()`),
    );
    assert.deepEqual(found, ['name19', 'name18', 'name17', 'name16', 'name15', 'name14']);
  });
});

describe('the piece of a definition', () => {
  it('is the whole of a short one', () => {
    const lines = ['interface A {', '  a: string;', '}', '', 'x'];
    assert.equal(signatureAt(text('typescript', ...lines), 0, 2), 'interface A {\n  a: string;\n}');
  });

  it('is the head of a long function, over several lines and with its decorator', () => {
    const body = Array.from({ length: 30 }, () => '        work()');
    const lines = [
      'class A:',
      '    @cached',
      '    def f(',
      '        self,',
      '        a: int,',
      '    ) -> str:',
      ...body,
    ];
    assert.equal(
      signatureAt(text('python', ...lines), 1, lines.length - 1),
      '@cached\ndef f(\n    self,\n    a: int,\n) -> str:',
    );
  });

  it('is the head of a class with the heads of its members', () => {
    const lines = [
      'export class A {',
      '  // How many.',
      '  count = 0;',
      '',
      '  add(b: number): void {',
      '    this.count += b;',
      '  }',
      '',
      '  get(): number {',
      '    return this.count;',
      '  }',
      '}',
      'other();',
    ];
    assert.equal(
      signatureAt(text('typescript', ...lines), 0, undefined),
      'export class A {\n  count = 0;\n  add(b: number): void {\n  get(): number {',
    );
  });

  it('is nothing in minified text', () => {
    assert.equal(signatureAt(text('javascript', `function a(){${'x();'.repeat(200)}}`), 0, undefined), '');
  });
});
