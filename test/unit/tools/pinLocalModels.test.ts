import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { offeredModels } from '../../../src/core/localModel/models';
import { DownloadServer } from '../../support/localModel/downloadServer';

const run = promisify(execFile);
const systems = ['ubuntu', 'macos', 'win-cpu'].flatMap((os) =>
  ['x64', 'arm64'].map((arch) => `${os}-${arch}`),
);
const archive = (tag: string, system: string): string => `llama-${tag}-bin-${system}.zip`;
const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('tools/pinLocalModels.mjs', () => {
  let server: DownloadServer;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-pins-'));
    server = await new DownloadServer().start();
    for (const { repository, name, quantisations } of offeredModels) {
      const bytes = Buffer.from(name);
      server.repository(repository, `${name}.${quantisations.at(-1)}.gguf`, { bytes });
    }
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const file = (): string => path.join(folder, 'pins.json');
  function pin(...options: string[]): Promise<{ stdout: string }> {
    const tool = path.resolve('tools', 'pinLocalModels.mjs');
    return run(process.execPath, [tool, '--mirror', server.url, '--file', file(), ...options]);
  }

  it('writes the checksums of a release with all systems and of all models, and finds what has changed', async () => {
    for (const system of systems) {
      server.release('b9001', archive('b9001', system), { bytes: Buffer.from(system) });
    }
    await pin();
    const pins = JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>;
    assert.equal(pins.tag, 'b9001');
    assert.deepEqual(
      pins.archives,
      Object.fromEntries(systems.map((system) => [archive('b9001', system), sum(system)])),
    );
    assert.deepEqual(
      pins.models,
      Object.fromEntries(
        offeredModels.map(({ repository, name, quantisations }) => [
          repository,
          { [`${name}.${quantisations.at(-1)}.gguf`]: sum(name) },
        ]),
      ),
    );
    await pin('--check');
    const [first] = offeredModels;
    server.repository(first!.repository, `${first!.name}.Q4_K_M.gguf`, { bytes: Buffer.from('other') });
    await assert.rejects(pin('--check'), /differs from what the servers say/);
  });

  it('waits where the newest release is not complete', async () => {
    server.release('b9002', archive('b9002', 'ubuntu-x64'), { bytes: Buffer.from('new') });
    for (const system of systems) {
      server.release('b9001', archive('b9001', system), { bytes: Buffer.from(system) });
    }
    await assert.rejects(pin(), /b9001 is the newest release for linux-arm64, b9002 for others/);
    await assert.rejects(readFile(file()), /ENOENT/);
  });
});
