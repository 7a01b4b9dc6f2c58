// `node tools/language-id/train.mjs`: trains the classifier of `identify` and writes its weights. Takes some minutes;
// gives the same weights for the same texts. `npm run bench -- identify` prints what it is worth.
// `--development` writes nothing: it trains without some documents of the training sources and prints what the result is
// worth on these. Options of the training are chosen by that.
import { statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../bench/random.mjs';
import { loadBundle } from '../check/build.mjs';
import { runMain } from '../lib/fail.mjs';
import { Classifier } from './classifier.mjs';
import { cleaned } from './clean.mjs';
import { isDevelopment } from './development.mjs';
import { accuracyTable, guessesOf } from './evaluate.mjs';
import { examplesOf } from './examples.mjs';
import { languages } from './languages.mjs';
import { pack } from './pack.mjs';
import { trainingTexts } from './trainingTexts.mjs';

const spoken = 'src/core/language/spoken';
const weightsFile = fileURLToPath(new URL(`../../${spoken}/weights.json`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '41500' },
    steps: { type: 'string', default: '1500000' },
    out: { type: 'string', default: weightsFile },
    development: { type: 'boolean', default: false },
  },
});
/** The largest share of a text's features that is left out while learning. */
const mostDropped = 0.6;

/** Found by how often guesses of a confidence were right on the tuning sources. */
const sharpness = 1.35;

await runMain(async () => {
  const { featuresOf: hashed, normalised, featureSpace } = await loadBundle(`${spoken}/features.ts`);
  const format = await loadBundle(`${spoken}/model.ts`);
  const { proseOf } = await loadBundle(`${spoken}/prose.ts`);
  /** @param {string} text @returns {Int32Array} */
  const featuresOf = (text) => hashed(normalised(text));
  const random = seeded('language-id');

  const gathered = (await trainingTexts())
    .list()
    .map((sample) => ({ ...sample, text: proseOf(sample.text) }))
    .filter(({ text }) => text.length >= 8 && /\p{L}{2}/u.test(text));
  const samples = cleaned(gathered, featureSpace, featuresOf, random);
  process.stdout.write(
    `${samples.length} texts, ${gathered.length - samples.length} left out as mislabelled\n`,
  );

  const classifier = new Classifier(featureSpace);
  const known = options.development ? samples.filter((sample) => !isDevelopment(sample)) : samples;
  const next = examplesOf(known, random);
  const steps = Number(options.steps);
  /** @param {number} rate */
  const learn = (rate) => {
    for (let step = 0; step < steps; step += 1) {
      const { text, truth } = next();
      const share = 1 - mostDropped * random();
      const features = someOf(classifier.usable(featuresOf(text)), share, random);
      if (features.length > 2) classifier.learn(features, truth, rate * (1 - step / steps));
      if ((step + 1) % 500_000 === 0) process.stdout.write(`step ${step + 1}\n`);
    }
  };
  learn(0.3);
  classifier.keep(Number(options.rows));
  learn(0.15);

  if (options.development) {
    /** @param {string} text */
    const identify = (text) => {
      const chances = classifier.predict(classifier.usable(featuresOf(text)));
      const confidence = Math.max(...chances);
      return { language: languages[chances.indexOf(confidence)] ?? '', confidence };
    };
    for (const source of ['help', 'interface', 'own']) {
      const unseen = samples.filter((sample) => sample.source === source && isDevelopment(sample));
      process.stdout.write(
        `${source}, ${unseen.length} texts:\n\n${accuracyTable(guessesOf(unseen, identify, proseOf))}\n`,
      );
    }
    return;
  }
  const packed = pack(classifier.weights, classifier.kept ?? new Uint8Array(), format);
  writeFileSync(options.out, `${JSON.stringify({ sharpness, ...packed }, null, 2)}\n`);
  process.stdout.write(`${options.out}: ${statSync(options.out).size} bytes\n`);
});

/**
 * @param {Int32Array} features
 * @param {number} share of them that is kept, by chance
 * @param {() => number} random
 * @returns {Int32Array} a part of the same memory
 */
function someOf(features, share, random) {
  let count = 0;
  for (const feature of features) {
    if (random() < share) features[count++] = feature;
  }
  return features.subarray(0, count);
}
