import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBundle, loadBundle } from '../check/build.mjs';
import {
  accuracyTable,
  calibrationTable,
  confusionTable,
  guessesOf,
  languageAccuracy,
} from '../language-id/evaluate.mjs';
import { heldOutTexts } from '../language-id/heldOutTexts.mjs';
import { finalPackages, tuningPackages } from '../language-id/packages.mjs';
import { loadRivals } from '../language-id/rivals.mjs';
import { trainingTexts } from '../language-id/trainingTexts.mjs';
import { percentile } from './percentile.mjs';
import { seeded } from './random.mjs';

const weights = fileURLToPath(new URL('../../src/core/language/spoken/weights.json', import.meta.url));
const report = fileURLToPath(new URL('../language-id/EVALUATION.md', import.meta.url));
const loads = 11;
/** The libraries are slower: they get as many texts of each language and length. */
const rivalTexts = 500;

/**
 * What identification is worth on texts of other software than it was trained on. `--tuning` takes the sources by
 * which options were chosen instead, and leaves the libraries out; `--errors 40` prints wrong guesses to read;
 * `--write` puts the figures into EVALUATION.md, between its two marks.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      tuning: { type: 'boolean', default: false },
      errors: { type: 'string', default: '0' },
      write: { type: 'boolean', default: false },
    },
  });
  const bundle = await buildBundle('src/core/language/spoken/identifyMarkdown.ts');
  try {
    const { identifyMarkdown } = await import(bundle.href);
    const { proseOf } = await loadBundle('src/core/language/spoken/prose.ts');
    const samples = await heldOutTexts(values.tuning ? tuningPackages : finalPackages, await trainingTexts());
    const from = process.cpuUsage();
    for (const { text } of samples) identifyMarkdown(text);
    const used = process.cpuUsage(from);
    const guesses = guessesOf(samples, identifyMarkdown, proseOf);
    const micros = (used.user + used.system) / samples.length;
    const parts = [
      `Accuracy in percent on ${samples.length} texts, by the characters of prose that remain:\n\n${accuracyTable(guesses)}`,
      `Row taken for column, 40 to 160 characters:\n\n${confusionTable(guesses)}`,
      `Confidence, all lengths:\n\n${calibrationTable(guesses)}`,
      `${costs(bundle, micros)}\n`,
    ];
    if (!values.tuning) parts.push(await rivalsTable(samples, identifyMarkdown, proseOf));
    process.stdout.write(`${parts.join('\n')}\n`);
    printErrors(guesses, Number(values.errors));
    if (values.write) writeReport(parts.join('\n'));
  } finally {
    await rm(bundle, { force: true });
  }
}

/** @param {URL} bundle @param {number} micros */
function costs(bundle, micros) {
  const script = [
    `const { identifyMarkdown } = await import(${JSON.stringify(bundle.href)});`,
    'const from = performance.now();',
    "identifyMarkdown('x');",
    'console.log(performance.now() - from);',
  ].join('\n');
  const times = Array.from({ length: loads }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script])),
  );
  return [
    `Model file: ${statSync(weights).size} bytes.`,
    `Taking out code and identifying: ${micros.toFixed(1)} µs of processor time a text.`,
    `First use, with unpacking, by the clock in ${loads} fresh processes: median ${percentile(times, 50).toFixed(1)} ms,`,
    `p95 ${percentile(times, 95).toFixed(1)} ms.`,
  ].join(' ');
}

/**
 * @param {readonly import('../language-id/languages.mjs').Sample[]} samples
 * @param {(text: string) => { language: string }} own
 * @param {(text: string) => string} proseOf
 */
async function rivalsTable(samples, own, proseOf) {
  const random = seeded('rivals');
  const shuffled = samples.map((sample) => ({ sample, at: random() })).sort((a, b) => a.at - b.at);
  /** @type {Map<string, number>} */
  const taken = new Map();
  const some = shuffled.flatMap(({ sample }) => {
    const { length } = proseOf(sample.text);
    if (length < 40) return [];
    const cell = `${sample.language} ${length > 80}`;
    const count = (taken.get(cell) ?? 0) + 1;
    taken.set(cell, count);
    return count > rivalTexts ? [] : [sample];
  });
  const all = [
    { name: 'Aliada', identify: (/** @type {string} */ text) => own(text).language },
    ...(await loadRivals()),
  ];
  return `The libraries, ${rivalTexts} texts a cell, held to the eight languages where they can be:\n\n${languageAccuracy(some, all, proseOf)}`;
}

/** @param {readonly import('../language-id/evaluate.mjs').Guessed[]} guesses @param {number} count */
function printErrors(guesses, count) {
  const random = seeded('errors');
  const wrong = guesses.filter(({ language, guess, length }) => language !== guess && length >= 40);
  for (const { language, guess, confidence, source, text } of wrong
    .map((guess) => ({ guess, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ guess }) => guess)) {
    process.stdout.write(`${language} taken for ${guess} (${confidence.toFixed(2)}), ${source}: ${text}\n`);
  }
}

/** @param {string} figures */
function writeReport(figures) {
  const whole = readFileSync(report, 'utf8');
  const [before, after] = [whole.split('<!-- figures -->')[0], whole.split('<!-- end of figures -->')[1]];
  writeFileSync(report, `${before}<!-- figures -->\n\n${figures}\n<!-- end of figures -->${after}`);
}
