// Follows the recipe for a language in CONTRIBUTING.md as the compiler does: with one more language in the lists, the files
// that no longer compile must be those that the recipe names. Exit code 1 where they are not. The other recipes are followed
// by test/unit/docs/recipes.test.ts; this one takes the compiler several seconds.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const lists = path.resolve('src/core/language/spoken/languages.ts');
const heading = '### A language that people speak';

const named = pathsIn(step(2));
const complaining = filesThatBreak();
const faults = [
  ...complaining
    .filter((file) => !named.includes(file))
    .map((file) => `${file} wants the new language too; name it`),
  ...named
    .filter((file) => !complaining.includes(file))
    .map((file) => `${file} compiles without the new language`),
];
for (const fault of faults) console.error(`CONTRIBUTING.md, ${heading.slice(4)}: ${fault}.`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`A language more breaks the ${named.length} files that the recipe names.`);

/**
 * The text of a step of the recipe.
 *
 * @param {number} number
 */
function step(number) {
  const page = fs.readFileSync('CONTRIBUTING.md', 'utf8');
  const recipe = page.slice(page.indexOf(heading));
  return recipe.slice(recipe.indexOf(`\n${number}. `), recipe.indexOf(`\n${number + 1}. `));
}

/** @param {string} text */
function pathsIn(text) {
  const names = [...text.matchAll(/`(src\/[\w./-]+\.ts)`/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** The files of the core that do not compile with one more language, beside the file of the lists itself. */
function filesThatBreak() {
  const config = ts.getParsedCommandLineOfConfigFile(
    'src/core/tsconfig.json',
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  if (!config) throw new Error('src/core/tsconfig.json cannot be read.');
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, version) =>
    path.resolve(file) === lists
      ? ts.createSourceFile(file, withOneMore(fs.readFileSync(lists, 'utf8')), version)
      : getSourceFile(file, version);
  const program = ts.createProgram(config.fileNames, config.options, host);
  const files = program
    .getSemanticDiagnostics()
    .flatMap(({ file }) => (file ? [path.relative('.', file.fileName).replaceAll('\\', '/')] : []));
  return [...new Set(files)].filter((file) => path.resolve(file) !== lists).sort();
}

/** @param {string} text */
function withOneMore(text) {
  const changed = text.replaceAll(/(?<=Languages = \[[^\]]*)\] as const/g, ", 'ast'] as const");
  if (changed.split("'ast'").length !== 3) throw new Error(`${lists} has no two lists of languages.`);
  return changed;
}
