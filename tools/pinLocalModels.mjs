// `node tools/pinLocalModels.mjs`: a step of the release (docs/release.md). Asks GitHub and the hub which archives of llama.cpp
// and which model files there are, and writes their checksums to src/core/localModel/pins.json: the release takes those and
// no others. What a server says without a checksum is refused, as in the product.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { loadBundle } from './check/build.mjs';
import { Fail, runMain } from './lib/fail.mjs';

const HELP = `node tools/pinLocalModels.mjs [options]

  --check          changes nothing; fails where the file differs from what the servers say
  --none           writes a file that pins nothing
  --file FILE      another one than src/core/localModel/pins.json
  --mirror URL     as in aliada.downloads.mirror
`;
const FILE = fileURLToPath(new URL('../src/core/localModel/pins.json', import.meta.url));
const NOTHING = { archives: {}, models: {} };
const SYSTEMS = ['linux', 'darwin', 'win32'].flatMap((platform) =>
  ['x64', 'arm64'].map((arch) => ({ platform, arch })),
);

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      none: { type: 'boolean', default: false },
      file: { type: 'string', default: FILE },
      mirror: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const pins = values.none ? NOTHING : await asked(values.mirror);
  const text = `${JSON.stringify(pins, undefined, 2)}\n`;
  if (values.check) {
    if (!isDeepStrictEqual(JSON.parse(await readFile(values.file, 'utf8')), pins)) {
      throw new Fail(`${values.file} differs from what the servers say.`);
    }
  } else await writeFile(values.file, text);
  process.stdout.write(text);
  return 0;
});

/** @param {string} mirror */
async function asked(mirror) {
  const { findArchive, findModel } = await loadBundle('src/core/localModel/find.ts');
  const { offeredModels } = await loadBundle('src/core/localModel/models.ts');
  const { nodeFetch } = await loadBundle('src/core/endpoint/transport.node.ts');
  const network = { fetch: nodeFetch('Aliada/release', { silenceMs: 30_000 }), mirror };
  const { signal } = new AbortController();
  try {
    // All systems of one release: the newest that has builds for all of them need not be the newest for each.
    const first = await findArchive(network, SYSTEMS[0], signal, NOTHING);
    /** @type {Record<string, string>} */
    const archives = {};
    for (const system of SYSTEMS) {
      const { tag, name, sha256 } = await findArchive(network, system, signal, NOTHING);
      if (tag !== first.tag) {
        const which = `${tag} is the newest release for ${system.platform}-${system.arch}, ${first.tag} for others.`;
        throw new Fail(`${which} Try later.`);
      }
      archives[name] = sha256;
    }
    /** @type {Record<string, Record<string, string>>} */
    const models = {};
    for (const model of offeredModels) {
      const files = await findModel(network, model, signal, NOTHING);
      models[model.repository] = Object.fromEntries(
        files.map((/** @type {any} */ { name, sha256 }) => [name, sha256]),
      );
    }
    return { tag: first.tag, archives, models };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InstallError') throw error;
    throw new Fail(`The servers were asked, and: ${error.message}`, { cause: error });
  }
}
