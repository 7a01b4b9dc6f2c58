import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadPostprocess } from '../postprocess/core.mjs';
import { casesOf } from './cases.mjs';
import { Tally } from './tally.mjs';

const own = fileURLToPath(new URL('../../test/bench/programs', import.meta.url));
const examples = fileURLToPath(new URL('../../examples/workspace', import.meta.url));

/** The languages of the example workspace, whose files stand in one folder. */
const exampleLanguages = /** @type {Record<string, string>} */ ({
  '.c': 'c',
  '.f90': 'FortranFreeForm',
  '.java': 'java',
  '.js': 'javascript',
  '.md': 'markdown',
  '.py': 'python',
  '.rs': 'rust',
  '.sh': 'shellscript',
  '.sql': 'sql',
  '.ts': 'typescript',
});

/**
 * `npm run bench -- postprocess [--corpus DIR] [--gaps N] [--faults N] [--language ID] [--failures REGEX]`:
 * how well the post-processing fits what a model wrote into true files, beside an engine that only trims the end.
 * `--corpus DIR` takes the files of another folder, which has one folder per language id; `--failures` prints the
 * cases of the faults named so that come out wrong, as JSON lines, instead of the table.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      corpus: { type: 'string' },
      gaps: { type: 'string', default: '20' },
      faults: { type: 'string', default: '6' },
      failures: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const postprocess = await loadPostprocess();
  const ours = new Tally('Aliada');
  const naive = new Tally('naive');
  let shown = 0;
  const files =
    values.corpus === undefined ? [...filesOf(own), ...filesOf(examples)] : filesOf(values.corpus);
  for (const file of files) {
    if (values.language !== undefined && file.languageId !== values.language) continue;
    for (const each of casesOf(file, { gaps: Number(values.gaps), perGap: Number(values.faults) })) {
      const place = { languageId: each.vscodeLanguageId, prefix: each.prefix, suffix: each.suffix };
      const before = performance.now();
      const suggestion = postprocess(each.output, place);
      ours.add(each, suggestion, performance.now() - before);
      const plain = each.output.trimEnd();
      naive.add(each, plain === '' ? undefined : { text: plain, replaceSuffix: 0 }, 0);
      if (
        values.failures !== undefined &&
        !ours.lastIsRight &&
        each.variant.match(values.failures) &&
        shown < 4000
      ) {
        shown += 1;
        process.stdout.write(`${JSON.stringify({ ...each, truth: undefined, got: suggestion ?? null })}\n`);
      }
    }
  }
  if (values.failures === undefined) process.stdout.write(ours.report(naive));
}

/**
 * @param {string} root
 * @returns {{ path: string, text: string, languageId: string }[]}
 */
function filesOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: path.relative(root, file),
      text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
      languageId:
        root === examples
          ? (exampleLanguages[path.extname(file)] ?? 'plaintext')
          : path.basename(path.dirname(file)),
    }));
}
