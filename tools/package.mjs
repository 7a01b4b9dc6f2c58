// `npm run package`: builds for production and writes out/aliada.vsix and its bill of materials, out/aliada.cdx.json.
// Prints sizes and the archive's sha256, which is the same for the same commit.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMain } from './lib/fail.mjs';
import { buildPackage } from './package/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

await runMain(async () => {
  const { vsix, sbom, sha256, bytes, files } = await buildPackage(root);
  const kb = (/** @type {number} */ count) => `${(count / 1024).toFixed(0)} KB`;
  const bundles = ['dist/extension.js', 'dist/web/extension.js', 'dist/media/chat.js'];
  process.stdout.write(
    [
      `${path.relative(root, vsix)}: ${Object.keys(files).length} files, ${kb(bytes)}`,
      ...bundles.map((name) => `  ${name}: ${kb(files[`extension/${name}`] ?? 0)}`),
      `sha256 ${sha256}`,
      `bill of materials: ${path.relative(root, sbom)}`,
      '',
    ].join('\n'),
  );
  return 0;
});
