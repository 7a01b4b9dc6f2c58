// Names of tools and of their files. cspell:disable
import assert from 'node:assert/strict';
import { outputText } from '../../../src/core/editing/cellOutput';
import { docStyle } from '../../../src/core/editing/docStyle';
import { testPlace, type Files } from '../../../src/core/editing/testPlace';

describe('the form of documentation comments', () => {
  for (const [id, text, expected] of [
    ['python', 'def f():\n    """F.\n\n    Args:\n        x: y\n    """', /Google/],
    ['python', 'def f():\n    """F.\n\n    Parameters\n    ----------\n    x\n    """', /numpydoc/],
    ['python', 'def f():\n    """F.\n\n    :param x: y\n    """', /reStructuredText/],
    ['python', 'x = 1', /PEP 257/],
    ['cpp', '/// \\brief F\nvoid f();', /`\/\/\/` with commands/],
    ['c', '/*! F */\nvoid f();', /Qt style/],
    ['c', 'void f();', /Doxygen/],
    ['java', '', /Javadoc/],
    ['typescriptreact', '', /TSDoc/],
    ['rust', '', /rustdoc/],
    ['go', '', /godoc/],
    ['ruby', '', /YARD/],
    ['r', '', /roxygen2/],
    ['lua', '---@param x number\n', /LuaLS/],
  ] as const) {
    it(`is found for ${id}: ${expected.source}`, () => assert.match(docStyle(id, text) ?? '', expected));
  }

  it('is unknown for what has none', () => assert.equal(docStyle('csv', ''), undefined));
});

/** A workspace of files that count how often they are looked at. */
function workspace(texts: Readonly<Record<string, string>>): Files & { looks: number } {
  const files = {
    looks: 0,
    read: (path: string) => {
      files.looks += 1;
      return Promise.resolve(texts[path]);
    },
    list: (folder: string) => {
      files.looks += 1;
      const inside = Object.keys(texts)
        .filter((path) => folder === '' || path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder === '' ? 0 : folder.length + 1).split('/')[0] ?? '');
      return Promise.resolve(inside.length === 0 ? undefined : [...new Set(inside)]);
    },
  };
  return files;
}

describe('the place of tests', () => {
  const cases: readonly (readonly [
    name: string,
    path: string,
    id: string,
    files: Readonly<Record<string, string>>,
    expected: readonly [path: string, exists: boolean, framework: string | undefined],
  ])[] = [
    [
      'the folder of tests of a Python project, with its pytest',
      'src/app/nif.py',
      'python',
      {
        'pyproject.toml': '[tool.pytest.ini_options]',
        'tests/test_iban.py': 'import pytest',
        'src/app/nif.py': '',
      },
      ['tests/test_nif.py', false, 'pytest'],
    ],
    [
      'the tests that a Python file has',
      'nif.py',
      'python',
      { 'nif.py': '', 'tests/test_nif.py': 'import unittest' },
      ['tests/test_nif.py', true, 'unittest'],
    ],
    [
      'beside others of their kind, in their form',
      'src/cart.ts',
      'typescript',
      { 'package.json': '{"devDependencies":{"vitest":"3"}}', 'src/cart.ts': '', 'src/shop.spec.ts': '' },
      ['src/cart.spec.ts', false, 'Vitest'],
    ],
    [
      'the nearest package of several',
      'packages/a/src/cart.ts',
      'typescript',
      {
        'package.json': '{"devDependencies":{"jest":"1"}}',
        'packages/a/package.json': '{"devDependencies":{"mocha":"1"}}',
        'packages/a/test/other.test.ts': '',
        'packages/a/src/cart.ts': '',
      },
      ['packages/a/test/cart.test.ts', false, 'Mocha'],
    ],
    [
      'the mirrored package of Maven',
      'src/main/java/org/x/Cart.java',
      'java',
      { 'pom.xml': '<artifactId>junit-jupiter</artifactId>', 'src/main/java/org/x/Cart.java': '' },
      ['src/test/java/org/x/CartTest.java', false, 'JUnit 5'],
    ],
    [
      'beside it in Go',
      'cart/cart.go',
      'go',
      { 'go.mod': '', 'cart/cart.go': '' },
      ['cart/cart_test.go', false, 'testing'],
    ],
    [
      'the file itself in Rust',
      'src/lib.rs',
      'rust',
      { 'Cargo.toml': '', 'src/lib.rs': '' },
      ['src/lib.rs', true, '#[test] in `#[cfg(test)] mod tests`'],
    ],
    [
      'the folder of specs of a gem',
      'lib/shop/cart.rb',
      'ruby',
      { Gemfile: "gem 'rspec'", 'lib/shop/cart.rb': '', 'spec/shop/item_spec.rb': '' },
      ['spec/shop/cart_spec.rb', false, 'RSpec'],
    ],
    [
      'beside it where nothing is known',
      'a/b.xyz',
      'xyz',
      { 'a/b.xyz': '' },
      ['a/b_test.xyz', false, undefined],
    ],
  ];
  for (const [name, path, id, texts, [place, exists, framework]] of cases) {
    it(`is ${name}`, async () => {
      const files = workspace(texts);
      assert.deepEqual(await testPlace(path, id, files), { path: place, exists, framework });
      assert.ok(files.looks < 40, `${files.looks} looks`);
    });
  }
});

describe('what a cell of a notebook brought', () => {
  it('is its error without colours, where it has one', () => {
    const error = { name: 'NameError', message: "name 'x' is not defined", stack: '' };
    const mime = 'application/vnd.code.notebook.error';
    assert.deepEqual(
      outputText([
        { mime: 'text/plain', text: '1' },
        {
          mime,
          text: JSON.stringify({ ...error, stack: "\u001b[31mNameError\u001b[0m: name 'x' is not defined" }),
        },
      ]),
      { text: "NameError: name 'x' is not defined", isError: true },
    );
    assert.deepEqual(outputText([{ mime, text: JSON.stringify(error) }]), {
      text: "NameError: name 'x' is not defined",
      isError: true,
    });
  });

  it('is what it printed, without pictures', () => {
    assert.deepEqual(
      outputText([
        { mime: 'image/png', text: '…' },
        { mime: 'text/plain', text: '42' },
      ]),
      { text: '42', isError: false },
    );
  });
});
