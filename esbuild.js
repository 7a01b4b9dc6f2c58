// Bundles everything that runs: the extension for a computer and for a browser, the chat webview, the core for a
// browser, and (with --tests) the tests. `--production` minifies and leaves source maps out; `--watch` rebuilds on change.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** Paths of all files below `folder` that end in `ending`, relative to the project. */
function filesIn(folder, ending) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => name.endsWith(ending));
}

/**
 * What was bundled into each file that is shipped, as bytes by source file. Sources of which nothing was left are not
 * in it. `tools/package/bundled.mjs` reads whose they are.
 */
function bundledInto(...results) {
  return Object.fromEntries(
    results.flatMap(({ metafile }) =>
      Object.entries(metafile.outputs)
        .filter(([name]) => !name.endsWith('.map'))
        .map(([name, { inputs }]) => [
          name,
          Object.fromEntries(
            Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
              bytesInOutput > 0 ? [[file, bytesInOutput]] : [],
            ),
          ),
        ]),
    ),
  );
}

const common = {
  metafile: true,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2023',
  logLevel: 'warning',
  legalComments: 'none',
};

const builds = [
  {
    ...common,
    entryPoints: ['src/desktop.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    // For VS Code in a browser. That nothing of Node is in it is proved by the build, which would not find it.
    ...common,
    entryPoints: ['src/web.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    // A process of its own that keeps the local model's server for all windows.
    ...common,
    entryPoints: ['src/localModelKeeper.ts'],
    outfile: 'dist/localModelKeeper.js',
    platform: 'node',
    format: 'cjs',
  },
  {
    ...common,
    entryPoints: { chat: 'media/chat/main.ts' },
    outdir: 'dist/media',
    platform: 'browser',
    format: 'iife',
    loader: { '.css': 'css' },
  },
  {
    // Not shipped: proves on every build that the core runs where there is no Node.
    ...common,
    entryPoints: filesIn('src/core', '.ts').filter((name) => !/\.(node|d)\.ts$/.test(name)),
    outbase: 'src/core',
    outdir: 'out/browser',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    sourcemap: false,
  },
];

if (tests) {
  builds.push({
    ...common,
    entryPoints: [
      ...filesIn('test/unit', '.test.ts'),
      ...filesIn('test/host', '.test.ts'),
      ...filesIn('test/host', '.bench.ts'),
      ...filesIn('test/e2e', '.test.ts'),
      'test/host/index.ts',
    ],
    outbase: 'test',
    outdir: 'out/test',
    platform: 'node',
    format: 'cjs',
    external: [
      'vscode',
      'mocha',
      'playwright-core',
      'axe-core',
      'jsonc-parser',
      '@cyclonedx/cyclonedx-library',
    ],
    sourcemap: 'inline',
  });
}

/** The glossary as one file for each kind, read when it is first needed. */
function writeGlossary() {
  const from = path.join('src', 'core', 'language', 'spoken', 'glossary');
  const terms = filesIn(path.join(from, 'terms'), '.txt').sort();
  const to = path.join('dist', 'glossary');
  fs.mkdirSync(to, { recursive: true });
  fs.writeFileSync(path.join(to, 'terms.txt'), terms.map((name) => fs.readFileSync(name, 'utf8')).join('\n'));
  fs.copyFileSync(path.join(from, 'attested.txt'), path.join(to, 'attested.txt'));
}

async function main() {
  writeGlossary();
  if (!watch) {
    const [desktop, web, keeper, webview] = await Promise.all(
      builds.map((options) => esbuild.build(options)),
    );
    fs.mkdirSync('out', { recursive: true });
    fs.writeFileSync('out/bundled.json', JSON.stringify(bundledInto(desktop, web, keeper, webview)));
    return;
  }
  for (const options of builds) await (await esbuild.context(options)).watch();
}

main().catch(() => process.exit(1));
