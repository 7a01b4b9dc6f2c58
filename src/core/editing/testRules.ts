// Names of tools and of their files. cspell:disable
/** Where tests of a language are, and what they are written with. */
export interface TestRules {
  /** Files that say what a project uses; the nearest folder with one of them is the project's. */
  readonly manifests: readonly string[];
  /** Signs of a framework in a manifest or in a test, the more telling first. */
  readonly frameworks: readonly (readonly [RegExp, string])[];
  /** What is used where there is no sign. */
  readonly usual?: string;
  /** Names of test files: `{name}` stands for the code's, without its ending. */
  readonly names: readonly string[];
  /** Folders of a project that hold tests. */
  readonly folders: readonly string[];
  /** The folder of the code in a project, which the path of its test leaves out. */
  readonly sources?: RegExp;
  /** True where tests mostly stand beside the code. */
  readonly beside?: boolean;
  /** True where tests stand in the file of the code itself. */
  readonly inside?: boolean;
}

const javascript: Omit<TestRules, 'names'> = {
  manifests: ['package.json', 'deno.json'],
  frameworks: [
    [/"vitest"|from 'vitest'/, 'Vitest'],
    [/"(?:@jest\/core|jest|ts-jest|react-scripts)"|@jest\/globals/, 'Jest'],
    [/"mocha"[^]*"chai"/, 'Mocha and Chai'],
    [/"mocha"/, 'Mocha'],
    [/"jasmine/, 'Jasmine'],
    [/"ava"/, 'AVA'],
    [/"uvu"/, 'uvu'],
    [/"@playwright\/test"/, 'Playwright Test'],
    [/node (?:[\w./-]+ )*--test|node:test/, 'node:test and node:assert'],
    [/deno\.json|"tasks"/, 'Deno.test'],
  ],
  folders: ['test', 'tests', '__tests__'],
  sources: /^(?:src|lib)\//,
  beside: true,
};

const jvm: Omit<TestRules, 'names'> = {
  manifests: ['pom.xml', 'build.gradle', 'build.gradle.kts', 'build.sbt'],
  frameworks: [
    [/kotest/, 'Kotest'],
    [/spock/, 'Spock'],
    [/scalatest/i, 'ScalaTest'],
    [/munit/i, 'MUnit'],
    [/testng/i, 'TestNG'],
    [/jupiter|useJUnitPlatform|junit-bom|spring-boot-starter-test/, 'JUnit 5'],
    [/junit/i, 'JUnit 4'],
  ],
  usual: 'JUnit 5',
  folders: [],
  sources: /^$/,
};

const c: Omit<TestRules, 'names'> = {
  manifests: ['CMakeLists.txt', 'meson.build', 'Makefile', 'conanfile.txt', 'vcpkg.json'],
  frameworks: [
    [/gtest|GTest|googletest/, 'GoogleTest'],
    [/Catch2/i, 'Catch2'],
    [/doctest/, 'doctest'],
    [/Boost.*(?:unit_test|test)/i, 'Boost.Test'],
    [/cmocka/, 'cmocka'],
    [/unity\.h|Unity/, 'Unity'],
  ],
  folders: ['test', 'tests'],
  sources: /^(?:src|lib|source)\//,
};

const rules: Readonly<Record<string, TestRules>> = {
  python: {
    manifests: [
      'pyproject.toml',
      'pytest.ini',
      'setup.cfg',
      'tox.ini',
      'requirements-dev.txt',
      'requirements.txt',
    ],
    frameworks: [
      [/pytest/, 'pytest'],
      [/\bunittest\b/, 'unittest'],
    ],
    usual: 'unittest',
    names: ['test_{name}.py', '{name}_test.py'],
    folders: ['tests', 'test'],
    sources: /^(?:src\/)?/,
  },
  javascript: { ...javascript, names: ['{name}.test.{ext}', '{name}.spec.{ext}', '{name}-test.{ext}'] },
  typescript: { ...javascript, names: ['{name}.test.{ext}', '{name}.spec.{ext}'] },
  java: { ...jvm, names: ['{name}Test.java', '{name}Tests.java', 'Test{name}.java'] },
  kotlin: { ...jvm, names: ['{name}Test.kt', '{name}Spec.kt'] },
  scala: { ...jvm, usual: 'ScalaTest', names: ['{name}Test.scala', '{name}Spec.scala', '{name}Suite.scala'] },
  groovy: { ...jvm, usual: 'Spock', names: ['{name}Spec.groovy', '{name}Test.groovy'] },
  rust: {
    manifests: ['Cargo.toml'],
    frameworks: [],
    usual: '#[test] in `#[cfg(test)] mod tests`',
    names: [],
    folders: [],
    inside: true,
  },
  zig: {
    manifests: ['build.zig'],
    frameworks: [],
    usual: '`test` blocks',
    names: [],
    folders: [],
    inside: true,
  },
  go: {
    manifests: ['go.mod'],
    frameworks: [[/stretchr\/testify/, 'testing and testify']],
    usual: 'testing',
    names: ['{name}_test.go'],
    folders: [],
    beside: true,
  },
  ruby: {
    manifests: ['Gemfile', '.rspec', 'Rakefile'],
    frameworks: [
      [/rspec/i, 'RSpec'],
      [/minitest/i, 'Minitest'],
      [/test-unit|test\/unit/, 'Test::Unit'],
    ],
    usual: 'Minitest',
    names: ['{name}_spec.rb', '{name}_test.rb', 'test_{name}.rb'],
    folders: ['spec', 'test'],
    sources: /^(?:lib|app)\//,
  },
  php: {
    manifests: ['composer.json', 'phpunit.xml', 'phpunit.xml.dist'],
    frameworks: [
      [/pestphp\/pest/, 'Pest'],
      [/phpunit/i, 'PHPUnit'],
    ],
    usual: 'PHPUnit',
    names: ['{name}Test.php'],
    folders: ['tests', 'test'],
    sources: /^(?:src|app)\//,
  },
  csharp: {
    manifests: ['Directory.Packages.props', 'Directory.Build.props'],
    frameworks: [
      [/xunit/i, 'xUnit'],
      [/nunit/i, 'NUnit'],
      [/MSTest/i, 'MSTest'],
    ],
    usual: 'xUnit',
    names: ['{name}Tests.cs', '{name}Test.cs'],
    folders: ['tests', 'test', 'Tests'],
    sources: /^src\//,
  },
  c: { ...c, names: ['test_{name}.c', '{name}_test.c'] },
  cpp: { ...c, names: ['test_{name}.cpp', '{name}_test.cpp', '{name}_test.cc', '{name}Test.cpp'] },
  elixir: {
    manifests: ['mix.exs'],
    frameworks: [],
    usual: 'ExUnit',
    names: ['{name}_test.exs'],
    folders: ['test'],
    sources: /^lib\//,
  },
  dart: {
    manifests: ['pubspec.yaml'],
    frameworks: [[/flutter_test/, 'flutter_test']],
    usual: 'package:test',
    names: ['{name}_test.dart'],
    folders: ['test'],
    sources: /^lib\//,
  },
  r: {
    manifests: ['DESCRIPTION'],
    frameworks: [
      [/testthat/, 'testthat'],
      [/tinytest/, 'tinytest'],
    ],
    usual: 'testthat',
    names: ['test-{name}.R', 'test_{name}.R'],
    folders: ['tests/testthat', 'tests'],
    sources: /^R\//,
  },
  julia: {
    manifests: ['Project.toml'],
    frameworks: [],
    usual: 'Test',
    names: ['test_{name}.jl', '{name}_test.jl'],
    folders: ['test'],
    sources: /^src\//,
  },
  haskell: {
    manifests: ['package.yaml', 'stack.yaml', 'cabal.project'],
    frameworks: [
      [/hspec/, 'Hspec'],
      [/tasty/, 'Tasty'],
      [/HUnit/, 'HUnit'],
    ],
    usual: 'Hspec',
    names: ['{name}Spec.hs', '{name}Test.hs'],
    folders: ['test', 'tests'],
    sources: /^(?:src|lib|app)\//,
  },
  lua: {
    manifests: ['.busted', '.luacheckrc'],
    frameworks: [[/luaunit/i, 'LuaUnit']],
    usual: 'busted',
    names: ['{name}_spec.lua', 'test_{name}.lua'],
    folders: ['spec', 'test', 'tests'],
    sources: /^(?:src|lua|lib)\//,
  },
  perl: {
    manifests: ['Makefile.PL', 'Build.PL', 'cpanfile'],
    frameworks: [[/Test2/, 'Test2::V0']],
    usual: 'Test::More',
    names: ['{name}.t'],
    folders: ['t'],
    sources: /^lib\//,
  },
  clojure: {
    manifests: ['project.clj', 'deps.edn'],
    frameworks: [],
    usual: 'clojure.test',
    names: ['{name}_test.clj'],
    folders: ['test'],
    sources: /^src\//,
  },
  swift: {
    manifests: ['Package.swift'],
    frameworks: [[/swift-testing|import Testing/, 'Swift Testing']],
    usual: 'XCTest',
    names: ['{name}Tests.swift'],
    folders: ['Tests'],
    sources: /^Sources\//,
  },
};

const alike: Readonly<Record<string, string>> = {
  javascriptreact: 'javascript',
  typescriptreact: 'typescript',
  coffeescript: 'javascript',
  'cuda-cpp': 'cpp',
};

/** `undefined` in a language of whose tests nothing is known. */
export function testRules(languageId: string): TestRules | undefined {
  return rules[alike[languageId] ?? languageId];
}
