import assert from 'node:assert/strict';
import { atMirror, releasesUrl } from '../../../src/core/localModel/addresses';
import { InstallError } from '../../../src/core/localModel/errors';
import { readGguf } from '../../../src/core/localModel/gguf';
import { chooseModelFiles } from '../../../src/core/localModel/hub';
import { planRun, threadsFor } from '../../../src/core/localModel/machine';
import { offeredModels } from '../../../src/core/localModel/models';
import { chooseArchive } from '../../../src/core/localModel/release';
import { safeLinkTarget, safeParts } from '../../../src/core/localModel/safePath';
import { logged } from '../../../src/core/localModel/serverLog';
import { recognise } from '../../../src/core/models/catalogue';
import { ggufFile } from '../../support/localModel/models';

const sum = 'a'.repeat(64);
/** The names that a release of 2026 has. */
const names = [
  'cudart-llama-bin-win-cuda-12.4-x64.zip',
  'llama-b9001-bin-macos-arm64.tar.gz',
  'llama-b9001-bin-macos-x64.tar.gz',
  'llama-b9001-bin-ubuntu-arm64.tar.gz',
  'llama-b9001-bin-ubuntu-s390x.tar.gz',
  'llama-b9001-bin-ubuntu-vulkan-x64.tar.gz',
  'llama-b9001-bin-ubuntu-x64.tar.gz',
  'llama-b9001-bin-win-cpu-arm64.zip',
  'llama-b9001-bin-win-cpu-x64.zip',
  'llama-b9001-bin-win-vulkan-x64.zip',
];

function release(tag: string, assets: readonly string[], digest: string | null = `sha256:${sum}`): object {
  return {
    tag_name: tag,
    draft: false,
    prerelease: false,
    assets: assets.map((name) => ({
      name,
      size: 15_000_000,
      digest,
      browser_download_url: `https://github.com/ggml-org/llama.cpp/releases/download/${tag}/${name}`,
    })),
  };
}

function reason(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InstallError) return error.reason;
    throw error;
  }
  return 'none';
}

describe('local model: the archive of llama.cpp', () => {
  for (const [platform, arch, name] of [
    ['linux', 'x64', 'llama-b9001-bin-ubuntu-x64.tar.gz'],
    ['linux', 'arm64', 'llama-b9001-bin-ubuntu-arm64.tar.gz'],
    ['darwin', 'arm64', 'llama-b9001-bin-macos-arm64.tar.gz'],
    ['darwin', 'x64', 'llama-b9001-bin-macos-x64.tar.gz'],
    ['win32', 'x64', 'llama-b9001-bin-win-cpu-x64.zip'],
    ['win32', 'arm64', 'llama-b9001-bin-win-cpu-arm64.zip'],
  ] as const) {
    it(`for ${platform}-${arch} is the one for the processor alone`, () => {
      const chosen = chooseArchive([release('b9001', names)], { platform, arch });
      assert.deepEqual(
        [chosen.name, chosen.tag, chosen.size, chosen.sha256, chosen.newerWithout],
        [name, 'b9001', 15_000_000, sum, undefined],
      );
    });
  }

  it('is of an older release where the newest has none for this system, and that is told', () => {
    const releases = [release('b9002', ['llama-b9002-bin-ubuntu-x64.tar.gz']), release('b9001', names)];
    const chosen = chooseArchive(releases, { platform: 'darwin', arch: 'arm64' });
    assert.deepEqual([chosen.tag, chosen.newerWithout], ['b9001', 'b9002']);
  });

  it('is refused without a checksum, for other systems, and from elsewhere', () => {
    const linux = { platform: 'linux', arch: 'x64' };
    assert.equal(
      reason(() => chooseArchive([release('b1', names.slice(0, 5))], linux)),
      'noBuild',
    );
    const bare = ['llama-b1-bin-ubuntu-x64.tar.gz'];
    for (const digest of [null, 'md5:abc', 'sha256:', `sha512:${sum}`, `sha256:${'g'.repeat(64)}`]) {
      assert.equal(
        reason(() => chooseArchive([release('b1', bare, digest)], linux)),
        'noDigest',
      );
    }
    assert.equal(
      reason(() => chooseArchive([], linux)),
      'noBuild',
    );
    assert.equal(
      reason(() => chooseArchive({ message: 'Not Found' }, linux)),
      'badAnswer',
    );
    assert.equal(
      reason(() => chooseArchive([], { platform: 'freebsd', arch: 'x64' })),
      'noBuild',
    );
    assert.equal(
      reason(() => chooseArchive([], { platform: 'linux', arch: 'ia32' })),
      'noBuild',
    );
    assert.equal(
      reason(() => chooseArchive([release('b1', bare)], { ...linux, musl: true })),
      'otherSystemLibrary',
    );
    const elsewhere = {
      tag_name: 'b1',
      assets: [
        { name: bare[0], size: 1, digest: `sha256:${sum}`, browser_download_url: 'https://evil.example/x' },
      ],
    };
    assert.equal(
      reason(() => chooseArchive([elsewhere], linux)),
      'badAnswer',
    );
  });
});

describe('local model: the files on the hub', () => {
  const [model] = offeredModels;
  const file = (path: string, oid: unknown = sum): object => ({
    type: 'file',
    path,
    size: 10,
    oid: 'git',
    lfs: { oid, size: 10 },
  });

  it('are those of the wanted quantisation, with the hash that the hub keeps them under', () => {
    const tree = [
      file('salamandra-2b-instruct.IQ4_K_M.gguf'),
      file('salamandra-2b-instruct.Q4_K_S.gguf'),
      file('salamandra-2b-instruct.Q4_K_M.gguf', 'b'.repeat(64)),
    ];
    const [chosen, ...others] = chooseModelFiles(tree, model!);
    assert.deepEqual(others, []);
    assert.deepEqual(chosen, {
      name: 'salamandra-2b-instruct.Q4_K_M.gguf',
      url: `https://huggingface.co/${model!.repository}/resolve/main/salamandra-2b-instruct.Q4_K_M.gguf`,
      size: 10,
      sha256: 'b'.repeat(64),
    });
  });

  it('may be the parts of one, in their order, if all of them are there', () => {
    const parts = ['m-Q4_K_M-00002-of-00002.gguf', 'm-Q4_K_M-00001-of-00002.gguf'];
    const chosen = chooseModelFiles(
      parts.map((path) => file(path)),
      model!,
    );
    assert.deepEqual(
      chosen.map(({ name }) => name),
      parts.toReversed(),
    );
    assert.equal(
      reason(() => chooseModelFiles([file(parts[0]!)], model!)),
      'notListed',
    );
  });

  it('are refused without a hash or with a name that could lead elsewhere', () => {
    assert.equal(
      reason(() => chooseModelFiles([file('m.Q4_K_M.gguf', null)], model!)),
      'noDigest',
    );
    assert.equal(
      reason(() => chooseModelFiles([file('m.Q4_K_M.gguf', 'abc')], model!)),
      'noDigest',
    );
    assert.equal(
      reason(() => chooseModelFiles([file('a b.Q4_K_M.gguf')], model!)),
      'notListed',
    );
    assert.equal(
      reason(() => chooseModelFiles([file('m.Q8_0.gguf')], model!)),
      'notListed',
    );
    assert.equal(
      reason(() => chooseModelFiles({ error: 'Repository not found' }, model!)),
      'badAnswer',
    );
  });

  it('every model on offer is one that the catalogue knows as an instruct model of the family', () => {
    for (const { name, licence } of offeredModels) {
      const { family, role } = recognise(name);
      assert.ok(family === 'alia' || family === 'salamandra', name);
      assert.equal(role, 'instruct', name);
      assert.equal(licence, 'Apache-2.0');
    }
  });
});

describe('local model: what fits a computer', () => {
  const giga = 1_000_000_000;
  const machine = { platform: 'linux', arch: 'x64', processors: 8 };
  const needs = (index: number): Parameters<typeof planRun>[1] => {
    const { approximateBytes, bytesPerToken, trainedContext } = offeredModels[index]!;
    return { sizeBytes: approximateBytes, bytesPerToken, trainedContext };
  };

  it('a laptop with 8 GB runs the 2B model for chat and completion at once', () => {
    const plan = planRun({ ...machine, memoryBytes: 8 * giga }, needs(0));
    assert.equal(plan.fit, 'fits');
    assert.equal(plan.slots, 2);
    assert.ok(plan.contextTokens >= 4_096);
  });

  it('gives more context to who has more memory, and never more than the model was trained for', () => {
    const small = planRun({ ...machine, memoryBytes: 16 * giga }, needs(1));
    const large = planRun({ ...machine, memoryBytes: 64 * giga }, needs(1));
    assert.equal(small.fit, 'fits');
    assert.equal(large.contextTokens, 8_192);
    assert.ok(small.contextTokens <= large.contextTokens);
  });

  it('says what is tight and what is too large', () => {
    assert.equal(planRun({ ...machine, memoryBytes: 8 * giga }, needs(1)).fit, 'tight');
    assert.equal(planRun({ ...machine, memoryBytes: 16 * giga }, needs(2)).fit, 'tooLarge');
    assert.equal(planRun({ ...machine, memoryBytes: 64 * giga }, needs(2)).fit, 'fits');
  });

  it('leaves processors to the editor', () => {
    const threads = (platform: string, arch: string, processors: number): number =>
      threadsFor({ platform, arch, processors, memoryBytes: 0 });
    assert.deepEqual(
      [threads('linux', 'x64', 8), threads('darwin', 'arm64', 8), threads('linux', 'arm64', 4)],
      [4, 4, 3],
    );
    assert.deepEqual([threads('win32', 'x64', 1), threads('linux', 'x64', 128)], [1, 16]);
  });
});

describe('local model: a GGUF file’s header', () => {
  const reading =
    (bytes: Buffer) =>
    (offset: number, length: number): Promise<Uint8Array> =>
      Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length)));

  it('says what its context takes', async () => {
    assert.deepEqual(await readGguf(reading(ggufFile())), {
      architecture: 'llama',
      bytesPerToken: 196_608,
      trainedContext: 8_192,
      hasTemplate: true,
    });
  });

  it('is refused where it is none, of the first version, cut off, or has nothing of a model', async () => {
    const whole = ggufFile();
    const old = Buffer.from(whole);
    old.writeUInt32LE(1, 4);
    const others = [Buffer.from('PK'), Buffer.alloc(64), old, whole.subarray(0, 90), ggufFile({ a: 'b' })];
    for (const bytes of others) {
      await assert.rejects(readGguf(reading(bytes)), ({ reason: why }: InstallError) => why === 'badModel');
    }
  });
});

describe('local model: names in an archive', () => {
  it('stay below their folder on every system', () => {
    assert.deepEqual(safeParts('llama-b1/./bin//llama-server'), ['llama-b1', 'bin', 'llama-server']);
    for (const name of [
      '/etc/passwd',
      '../x',
      'a/../../x',
      'C:/x',
      'a\\..\\x',
      'a/nul.txt',
      'a/x ',
      'a\0b',
      'a/b.',
    ]) {
      assert.equal(
        reason(() => safeParts(name)),
        'unsafeArchive',
        name,
      );
    }
  });

  it('of links point to what lies beside them', () => {
    assert.equal(safeLinkTarget('./libllama.so.0'), 'libllama.so.0');
    for (const target of ['/etc/passwd', '../x', 'sub/x', '..', '', 'C:x']) {
      assert.equal(
        reason(() => safeLinkTarget(target)),
        'unsafeArchive',
        target,
      );
    }
  });
});

describe('local model: addresses', () => {
  it('lie at the mirror as wget would put them', () => {
    assert.equal(atMirror(releasesUrl, ''), releasesUrl);
    assert.equal(
      atMirror('https://huggingface.co/a/b/resolve/main/m.gguf', ' https://mirror.example/files/ '),
      'https://mirror.example/files/huggingface.co/a/b/resolve/main/m.gguf',
    );
    for (const wrong of ['mirror', 'file:///srv', 'https://me:secret@mirror.example']) {
      assert.equal(
        reason(() => atMirror(releasesUrl, wrong)),
        'badMirror',
      );
    }
  });
});

describe('local model: the server’s log', () => {
  const key = 'k'.repeat(43);

  it('keeps figures, and of a start what went wrong', () => {
    for (const line of [
      'srv  log_server_r: request: POST /v1/chat/completions 127.0.0.1 200',
      'prompt eval time =      12.31 ms /    14 tokens (    0.88 ms per token,  1137.05 tokens per second)',
      'main: server is listening on http://127.0.0.1:4711',
      'slot      release: id  0 | task 0 | stop processing: n_tokens = 30, truncated = 0',
    ]) {
      assert.equal(logged(line, true, key), line);
    }
    const fault = 'error: failed to load model';
    assert.equal(logged(fault, false, key), fault);
  });

  it('leaves out prompts, answers, templates and the key', () => {
    const asked = 'contraseña del cliente';
    for (const line of [
      `slot update_slots: prompt = '${asked}'`,
      `{"prompt":"${asked}"}`,
      `error parsing request: ${asked}`,
      `request: POST /v1/chat/completions 127.0.0.1 200 {"messages":"${asked}"}`,
      'main: chat template, example_format: <|im_start|>system',
    ]) {
      assert.equal(logged(line, true, key), undefined, line);
    }
    assert.equal(logged(`error: invalid api key ${key}`, false, key)?.includes(key), false);
  });
});
