import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, readdir, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { atMirror } from '../../../src/core/localModel/addresses';
import { download } from '../../../src/core/localModel/download.node';
import { extractArchive, findProgram } from '../../../src/core/localModel/extract.node';
import { fetchFollowing } from '../../../src/core/localModel/followed';
import type { LocalFolder } from '../../../src/core/localModel/folder.node';
import { findArchive, findModel, type Network } from '../../../src/core/localModel/find';
import { install, isReplaced, removeReplaced } from '../../../src/core/localModel/install.node';
import type { InstallOptions, InstallProgress } from '../../../src/core/localModel/install.node';
import { offeredModels } from '../../../src/core/localModel/models';
import type { Fetch } from '../../../src/core/endpoint/transport';
import { never } from '../../support/endpoint';
import { tarGz, zip, type Entry } from '../../support/localModel/archives';
import { DownloadServer, sha256, type Served } from '../../support/localModel/downloadServer';
import { ggufFile } from '../../support/localModel/models';
import { network, newFolder, reasonOf, removeFolder, serverArchive } from '../../support/localModel/place';

const linux = { platform: 'linux', arch: 'x64' };
const machine = { ...linux, processors: 4, memoryBytes: 16_000_000_000 };
const [model] = offeredModels;
const archiveName = 'llama-b9001-bin-ubuntu-x64.tar.gz';
const modelName = 'salamandra-2b-instruct.Q4_K_M.gguf';

describe('local model: downloads', () => {
  let server: DownloadServer;
  let folder: LocalFolder;
  const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * 31) % 251));
  const place = (): string => path.join(folder.root, 'file');

  beforeEach(async () => {
    server = await new DownloadServer().start();
    folder = await newFolder();
  });
  afterEach(async () => {
    await server.stop();
    await removeFolder(folder);
  });

  function serve(served: Omit<Served, 'bytes'> = {}): Served {
    const one = { bytes, ...served };
    server.files.set('/file', one);
    return one;
  }

  const get = (options: Partial<Parameters<typeof download>[2]> = {}, sum = sha256(bytes)): Promise<void> =>
    download({ name: 'file', url: `${server.url}/file`, size: bytes.length, sha256: sum }, place(), {
      ...{ fetch: network, signal: never, mirror: server.url, pausesMs: [1, 1] },
      ...options,
    });

  it('put a file into its place only when it is whole', async () => {
    serve();
    const seen: boolean[] = [];
    await get({
      onProgress: () =>
        void stat(place()).then(
          () => seen.push(true),
          () => seen.push(false),
        ),
    });
    assert.deepEqual(await readFile(place()), bytes);
    assert.ok(!seen.includes(true));
    assert.deepEqual(await readdir(folder.root), ['file']);
    // What is there already is not downloaded again.
    await get();
    assert.equal(server.downloads.length, 1);
  });

  it('go on where the connection broke', async () => {
    serve({ breakAfter: 150_000 });
    await get();
    assert.deepEqual(await readFile(place()), bytes);
    assert.equal(server.downloads.length, 2);
    const [, second] = server.downloads;
    assert.match(second!.range ?? '', /^bytes=[1-9]\d*-$/);
    assert.equal(second!.ifRange, '"content-1"');
  });

  it('go on in a later try, after the person stopped', async () => {
    serve({ stallAfter: 200_000 });
    const abort = new AbortController();
    const stopped = get({
      signal: abort.signal,
      onProgress: (had) => {
        if (had >= 100_000) abort.abort();
      },
    });
    assert.equal(await reasonOf(stopped), 'aborted');
    const { size } = await stat(`${place()}.part`);
    assert.ok(size >= 100_000);
    serve();
    await get();
    assert.deepEqual(await readFile(place()), bytes);
    assert.equal(server.downloads.at(-1)?.range, `bytes=${size}-`);
  });

  it('begin anew where the content has changed meanwhile, or the server knows no ranges', async () => {
    for (const second of [{ etag: '"content-2"' }, { noRanges: true }]) {
      serve({ breakAfter: 150_000 });
      await reasonOf(get({ pausesMs: [] }));
      serve(second);
      await get();
      assert.deepEqual(await readFile(place()), bytes);
      await removeFolder(folder);
      folder = await newFolder();
    }
  });

  it('refuse and delete what has another checksum', async () => {
    serve({ wrong: true });
    assert.equal(await reasonOf(get()), 'checksum');
    assert.deepEqual(await readdir(folder.root), []);
  });

  it('do not mix the parts of two contents', async () => {
    serve({ breakAfter: 150_000, wrong: true });
    await reasonOf(get({ pausesMs: [] }, 'c'.repeat(64)));
    serve();
    await get();
    assert.deepEqual(await readFile(place()), bytes);
    assert.equal(server.downloads.at(-1)?.range, undefined);
  });

  it('refuse more than was announced', async () => {
    server.files.set('/file', { bytes: Buffer.concat([bytes, Buffer.from('more')]) });
    assert.equal(await reasonOf(get()), 'checksum');
  });

  it('keep what is here when the disk is full, and go on once there is room', async () => {
    serve();
    let room = 100_000;
    const openFile = async (file: string, flags: string): ReturnType<typeof open> => {
      const handle = await open(file, flags);
      const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<{ bytesWritten: number }>;
      handle.write = (async (piece: Uint8Array, at: number) => {
        if (room < piece.byteLength - at) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        room -= piece.byteLength - at;
        return write(piece, at);
      }) as typeof handle.write;
      return handle;
    };
    assert.equal(await reasonOf(get({ openFile })), 'diskFull');
    assert.ok((await stat(`${place()}.part`)).size > 0);
    await get();
    assert.deepEqual(await readFile(place()), bytes);
  });

  it('say what refuses them', async () => {
    assert.equal(await reasonOf(get()), 'badAnswer');
    serve({ breakAfter: 10 });
    assert.equal(await reasonOf(get({ pausesMs: [] })), 'network');
    const { url } = server;
    await server.stop();
    const away = { name: 'file', url: `${url}/file`, size: 1, sha256: sha256(bytes) };
    const options = { fetch: network, signal: never, mirror: url, pausesMs: [] };
    assert.equal(await reasonOf(download(away, place(), options)), 'network');
    server = await new DownloadServer().start();
    serve();
    await writeFile(path.join(folder.root, 'in the way'), '');
    const inTheWay = download(
      { name: 'file', url: `${server.url}/file`, size: bytes.length, sha256: sha256(bytes) },
      path.join(folder.root, 'in the way', 'file'),
      { fetch: network, signal: never, mirror: server.url },
    );
    assert.equal(await reasonOf(inTheWay), 'notWritable');
  });

  it('follow redirects to https only, and from elsewhere never to this machine', async () => {
    const asked: string[] = [];
    const leading =
      (to: Readonly<Record<string, string>>): Fetch =>
      (url) => {
        asked.push(url);
        const location = to[url];
        return Promise.resolve(
          location === undefined
            ? new Response('x')
            : new Response(null, { status: 302, headers: { location } }),
        );
      };
    const ask = async (to: Readonly<Record<string, string>>, mirror?: string): Promise<string> => {
      asked.length = 0;
      const [first = ''] = Object.keys(to);
      const work = fetchFollowing(leading(to), first, { headers: {}, signal: never }, mirror);
      return work.then(
        () => asked.join(' '),
        () => reasonOf(work),
      );
    };
    assert.equal(
      await ask({ 'https://a.example/1': 'https://b.example/2' }),
      'https://a.example/1 https://b.example/2',
    );
    assert.equal(
      await ask({ 'https://a.example/1': '/2', 'https://a.example/2': '/3' }),
      'https://a.example/1 https://a.example/2 https://a.example/3',
    );
    for (const to of [
      'http://b.example/',
      'http://127.0.0.1/',
      'https://localhost/',
      'file:///etc/passwd',
      'https://u:p@b.example/',
    ]) {
      assert.equal(await ask({ 'https://a.example/1': to }), 'redirect', to);
    }
    assert.equal(await ask({ 'http://a.example/1': 'https://b.example/' }), 'redirect');
    assert.equal(
      await ask({ 'http://m.example/1': '/2' }, 'http://m.example'),
      'http://m.example/1 http://m.example/2',
    );
    assert.equal(await ask({ 'http://m.example/1': 'http://n.example/2' }, 'http://m.example'), 'redirect');
    assert.equal(await ask({ 'https://a.example/1': 'https://a.example/1' }), 'badAnswer');
  });
});

describe('local model: archives', () => {
  let folder: LocalFolder;
  const to = (): string => path.join(folder.root, 'out');

  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => removeFolder(folder));

  async function unpack(name: string, archive: Buffer): Promise<void> {
    const file = path.join(folder.root, name);
    await writeFile(file, archive);
    await extractArchive(file, to(), never);
  }

  it('of Linux and macOS are unpacked with their permissions and links', async () => {
    await unpack('a.tar.gz', await serverArchive('b1'));
    const inside = path.join(to(), 'llama-b1');
    assert.deepEqual((await readdir(inside)).sort(), [
      'LICENSE',
      'libllama.so',
      'libllama.so.0',
      'llama-server',
    ]);
    assert.equal((await stat(path.join(inside, 'llama-server'))).mode & 0o777, 0o755);
    assert.equal((await stat(path.join(inside, 'LICENSE'))).mode & 0o777, 0o644);
    assert.equal(await readlink(path.join(inside, 'libllama.so')), 'libllama.so.0');
    assert.equal(await findProgram(to(), 'llama-server'), path.join(inside, 'llama-server'));
  });

  it('of Windows are unpacked', async () => {
    await unpack('a.zip', zip({ 'llama-server.exe': 'program', 'lib/ggml.dll': 'library' }));
    assert.equal(await readFile(path.join(to(), 'llama-server.exe'), 'utf8'), 'program');
    assert.equal(await readFile(path.join(to(), 'lib', 'ggml.dll'), 'utf8'), 'library');
  });

  it('without the permission to run still give a program that runs', async () => {
    await unpack('a.tar.gz', await serverArchive('b1', '#!/bin/sh\necho runs\n', 0o644));
    const program = await findProgram(to(), 'llama-server');
    const { stdout } = await promisify(execFile)(program!);
    assert.equal(stdout, 'runs\n');
  });

  /** Where nothing of them may ever come. */
  const outside = path.join(tmpdir(), `aliada-outside-${process.pid}.txt`);
  const unsafe: readonly (readonly [string, readonly Entry[]])[] = [
    ['a name that climbs out', [{ name: '../out.txt', content: 'x' }]],
    ['an absolute name', [{ name: outside, content: 'x' }]],
    ['a link that leads out', [{ name: 'a', type: 'symlink', linkname: '../../secret' }]],
    [
      'a file written through a link',
      [
        { name: 'a', type: 'symlink', linkname: tmpdir() },
        { name: `a/${path.basename(outside)}`, content: 'x' },
      ],
    ],
    ['a hard link', [{ name: 'a', type: 'link', linkname: '/etc/passwd' }]],
    ['a device', [{ name: 'a', type: 'character-device', devmajor: 1, devminor: 3 }]],
  ];
  for (const [what, entries] of unsafe) {
    it(`with ${what} are refused, and nothing of them is left`, async () => {
      const archive = await tarGz([{ name: 'good', content: 'good' }, ...entries]);
      assert.equal(await reasonOf(unpack('a.tar.gz', archive)), 'unsafeArchive');
      assert.deepEqual(await readdir(folder.root), ['a.tar.gz']);
      assert.ok(!existsSync(outside));
    });
  }

  it('of the other kind that climb out, or that are broken, are refused as well', async () => {
    for (const archive of [
      zip({ '../out.txt': 'x' }),
      zip({ 'a\\..\\..\\x': 'x' }),
      Buffer.from('no archive'),
    ]) {
      const why = await reasonOf(unpack('a.zip', archive));
      assert.ok(why === 'unsafeArchive' || why === 'badArchive', why);
    }
    assert.equal(await reasonOf(unpack('a.zip', zip({ link: '/etc/passwd' }, 0o120777))), 'unsafeArchive');
    const cut = (await serverArchive('b1')).subarray(0, 200);
    assert.equal(await reasonOf(unpack('a.tar.gz', cut)), 'badArchive');
    assert.equal(await reasonOf(unpack('a.tar.gz', Buffer.from('no archive'))), 'badArchive');
    const twice = await tarGz([
      { name: 'a', content: '1' },
      { name: 'a', content: '2' },
    ]);
    assert.notEqual(await reasonOf(unpack('a.tar.gz', twice)), 'aborted');
    assert.deepEqual((await readdir(folder.root)).sort(), ['a.tar.gz', 'a.zip']);
  });

  it('take the place of what stood there', async () => {
    await mkdir(to());
    await writeFile(path.join(to(), 'old'), '');
    await symlink('/etc', path.join(to(), 'elsewhere'));
    await unpack('a.tar.gz', await tarGz([{ name: 'new', content: 'x' }]));
    assert.deepEqual(await readdir(to()), ['new']);
  });
});

describe('local model: installing', () => {
  let server: DownloadServer;
  let folder: LocalFolder;
  let net: Network;

  beforeEach(async () => {
    server = await new DownloadServer().start();
    folder = await newFolder();
    net = { fetch: network, mirror: server.url };
    server.release('b9001', archiveName, { bytes: await serverArchive('b9001') });
    server.repository(model!.repository, modelName, { bytes: ggufFile(undefined, 100_000) });
  });
  afterEach(async () => {
    await server.stop();
    await removeFolder(folder);
  });

  async function all(options: Partial<InstallOptions> = {}): ReturnType<typeof install> {
    const archive = await findArchive(net, linux, never);
    const files = await findModel(net, model!, never);
    return install(
      { kind: 'archive', archive },
      { kind: 'download', model: model!, files },
      {
        folder,
        network: net,
        machine,
        signal: never,
        onProgress: () => undefined,
        pausesMs: [1],
        ...options,
      },
    );
  }

  it('brings the program and the model, and notes how to run them', async () => {
    const progress: InstallProgress[] = [];
    const installed = await all({ onProgress: (one) => progress.push(one) });
    assert.deepEqual(await folder.installation(), installed);
    assert.equal(installed.modelName, 'salamandra-2b-instruct');
    assert.deepEqual(await readFile(installed.modelFile), ggufFile(undefined, 100_000));
    assert.equal((await stat(installed.command)).mode & 0o111, 0o111);
    assert.ok(installed.ownsServer && installed.ownsModel);
    assert.equal(installed.contextTokens, 8_192);
    const steps = new Set(progress.map(({ step }) => step));
    assert.deepEqual([...steps], ['server', 'check', 'unpack', 'model']);
    assert.deepEqual((await readdir(folder.root)).sort(), [
      'installation.json',
      'llama.cpp',
      'models',
      'run',
    ]);
  });

  it('a second time downloads nothing', async () => {
    await all();
    const { length } = server.downloads;
    await all();
    assert.equal(server.downloads.length, length);
  });

  it('does not begin where the disk has no room for it', async () => {
    assert.equal(await reasonOf(all({ free: () => Promise.resolve(500_000) })), 'diskFull');
    assert.equal(server.downloads.length, 0);
  });

  it('leaves what is installed as it was when anything fails', async () => {
    const before = await all();
    server.repository(model!.repository, modelName, { bytes: ggufFile(undefined, 200_000), wrong: true });
    assert.equal(await reasonOf(all()), 'checksum');
    assert.deepEqual(await folder.installation(), before);
    assert.deepEqual(await readFile(before.modelFile), ggufFile(undefined, 100_000));
  });

  it('refuses what has no checksum before anything of it is downloaded', async () => {
    server.repository(model!.repository, modelName, { bytes: ggufFile() }, false);
    assert.equal(await reasonOf(all()), 'noDigest');
    assert.equal(server.downloads.length, 0);
  });

  it('takes the pinned release and its files, and no others; a mirror is trusted', async () => {
    const archive = await findArchive(net, linux, never);
    const [file] = await findModel(net, model!, never);
    // Without a mirror in the settings; the same server answers for GitHub and the hub.
    const open: Network = { fetch: (url, init) => network(atMirror(url, server.url), init), mirror: '' };
    const pins = {
      tag: 'b9001',
      archives: { [archive.name]: archive.sha256 },
      models: { [model!.repository]: { [modelName]: file!.sha256 } },
    };
    const newer = archiveName.replace('b9001', 'b9002');
    server.release('b9002', newer, { bytes: await serverArchive('b9002') });
    assert.deepEqual(await findArchive(open, linux, never, pins), archive);
    assert.deepEqual(await findModel(open, model!, never, pins), [file]);
    server.repository(model!.repository, modelName, { bytes: ggufFile(undefined, 200_000) });
    assert.equal(await reasonOf(findModel(open, model!, never, pins)), 'changed');
    const other = { ...pins, archives: { [archive.name]: 'f'.repeat(64) } };
    assert.equal(await reasonOf(findArchive(open, linux, never, other)), 'changed');
    assert.equal((await findArchive(net, linux, never, other)).tag, 'b9001');
    assert.equal((await findModel(net, model!, never, pins)).length, 1);
  });

  describe('in the place of another one', () => {
    const second = { ...model!, name: 'another', repository: 'them/another' };
    const program = { kind: 'program', command: process.execPath } as const;
    const options = (): InstallOptions => ({
      ...{ folder, network: net, machine, signal: never, onProgress: () => undefined },
    });

    it('takes that one away once the new one runs, and nothing that was never installed', async () => {
      const before = await all();
      server.repository(second.repository, modelName, { bytes: ggufFile(undefined, 50_000) });
      const files = await findModel(net, second, never);
      await install(program, { kind: 'download', model: second, files }, options());
      const half = path.join(folder.models, 'stopped', 'half.gguf.part');
      await mkdir(path.dirname(half));
      await writeFile(half, 'what came so far');
      assert.ok((await stat(before.modelFile)).isFile(), 'it may still run');
      await removeReplaced(folder, before);
      assert.deepEqual((await readdir(folder.models)).sort(), ['another', 'stopped']);
    });

    it('leaves the file that the new one runs', async () => {
      const before = await all();
      const picked = { kind: 'file', file: before.modelFile } as const;
      assert.ok(!isReplaced(before, picked), 'nothing is to be said of it');
      // Still one that Aliada has brought, and takes away.
      assert.ok((await install(program, picked, options())).ownsModel);
      await removeReplaced(folder, before);
      assert.ok((await stat(before.modelFile)).isFile());
    });

    it('leaves a file of the person’s own', async () => {
      const own = path.join(folder.root, 'mine.gguf');
      await mkdir(folder.root, { recursive: true });
      await writeFile(own, ggufFile());
      const before = await install(program, { kind: 'file', file: own }, options());
      await all();
      await removeReplaced(folder, before);
      assert.ok((await stat(own)).isFile());
    });
  });

  it('refuses a model that is none, and an archive without the program', async () => {
    server.repository(model!.repository, modelName, { bytes: Buffer.from('<html>Sign in</html>') });
    assert.equal(await reasonOf(all()), 'badModel');
    assert.equal(await folder.installation(), undefined);
  });

  it('is done in one window at a time', async () => {
    server.repository(model!.repository, modelName, {
      bytes: ggufFile(undefined, 90_000),
      stallAfter: 10_000,
    });
    const abort = new AbortController();
    const begun = new Promise<void>((resolve) => {
      const options = {
        signal: abort.signal,
        onProgress: ({ step }: InstallProgress) => step === 'model' && resolve(),
      };
      void reasonOf(all({ ...options, onProgress: (one) => void options.onProgress(one) })).then((why) => {
        assert.equal(why, 'aborted');
        ended();
      });
    });
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    await begun;
    assert.equal(await reasonOf(all()), 'elsewhere');
    abort.abort();
    await end;
    server.repository(model!.repository, modelName, { bytes: ggufFile(undefined, 90_000) });
    await all();
  });

  it('runs a file of the person’s own with a program of theirs, and touches neither', async () => {
    const file = path.join(folder.root, '..', `${path.basename(folder.root)}-mine.gguf`);
    await writeFile(file, ggufFile());
    await chmod(file, 0o444);
    const options = { folder, network: net, machine, signal: never, onProgress: () => undefined };
    const program = { kind: 'program', command: process.execPath } as const;
    const installed = await install(program, { kind: 'file', file }, options);
    assert.equal(installed.modelName, path.basename(file, '.gguf'));
    assert.ok(!installed.ownsServer && !installed.ownsModel);
    assert.equal(server.asked.length, 0);
    await folder.removeAll();
    assert.deepEqual(await readFile(file), ggufFile());
    await chmod(file, 0o644);
    await (await import('node:fs/promises')).rm(file);
  });
});
