// Writes the walkthroughs of package.json, six of the same five steps:
//   node tools/walkthrough.mjs            writes them into package.json
//   node tools/walkthrough.mjs --check    says whether they are the same, exit code 1 where they differ
//   node tools/walkthrough.mjs --pictures copies the pictures that the browser test made to media/walkthrough
// The first has its texts as %keys%, which VS Code replaces by those of its own display language. VS Code has no Galician
// or Basque, so five more have the same texts written out, one in each language of the interface; the extension shows
// one of these where Aliada's words have another language than VS Code (src/core/setup/languageChoice.ts).
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { manifestFile, targetLanguages } from './l10n/languages.mjs';

const ROOT = new URL('../', import.meta.url);

/** What ticks each step. The contexts are set by src/editor/firstSteps/firstSteps.ts. */
const steps = {
  language: [
    'onContext:aliada.languageChosen',
    'onSettingChanged:aliada.language',
    'onSettingChanged:aliada.interfaceLanguage',
  ],
  endpoint: ['onContext:aliada.hasEndpoint'],
  complete: ['onContext:aliada.suggestionOffered'],
  ask: ['onContext:aliada.answered'],
  privacy: ['onCommand:aliada.showSent', 'onCommand:aliada.manageConsent'],
};

/**
 * @param {string} id
 * @param {string} when
 * @param {(key: string) => string} text
 */
function walkthrough(id, when, text) {
  return {
    id,
    title: text('title'),
    description: text('description'),
    when,
    steps: Object.entries(steps).map(([step, completionEvents]) => ({
      id: step,
      title: text(`${step}.title`),
      description: text(`${step}.description`),
      media: {
        image: {
          light: text(`${step}.light`),
          dark: text(`${step}.dark`),
          hc: text(`${step}.dark`),
          hcLight: text(`${step}.light`),
        },
        altText: text(`${step}.alt`),
      },
      completionEvents,
    })),
  };
}

/** @param {ReturnType<typeof walkthrough>} one */
function picturesOf({ steps: all }) {
  return all.flatMap(({ media: { image } }) => Object.values(image));
}

async function made() {
  const all = [walkthrough('firstSteps', '!aliada.firstSteps', (key) => `%walkthrough.${key}%`)];
  for (const language of ['en', ...targetLanguages]) {
    const file = manifestFile(language === 'en' ? undefined : language);
    const texts = JSON.parse(await readFile(new URL(file, ROOT), 'utf8'));
    const text = (/** @type {string} */ key) => texts[`walkthrough.${key}`];
    all.push(walkthrough(`firstSteps.${language}`, `aliada.firstSteps == '${language}'`, text));
  }
  return all;
}

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
  },
});
const file = new URL('package.json', ROOT);
const manifest = JSON.parse(await readFile(file, 'utf8'));
const walkthroughs = await made();

if (options.pictures) {
  await cp(new URL('out/artifacts/walkthrough/', ROOT), new URL('media/walkthrough/', ROOT), {
    recursive: true,
  });
} else if (!options.check) {
  manifest.contributes.walkthroughs = walkthroughs;
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
} else if (JSON.stringify(manifest.contributes.walkthroughs) !== JSON.stringify(walkthroughs)) {
  console.error(
    'The walkthroughs of package.json are not those of its texts. Run: node tools/walkthrough.mjs',
  );
  process.exitCode = 1;
} else {
  for (const picture of walkthroughs.slice(1).flatMap(picturesOf)) {
    if (existsSync(new URL(picture, ROOT))) continue;
    console.error(`${picture} is missing.`);
    process.exitCode = 1;
  }
  console.log(`${walkthroughs.length} walkthroughs of package.json are those of its texts.`);
}
