import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../../../src/core/endpoint/describe';
import { EndpointError } from '../../../src/core/endpoint/errors';
import type { LocalFolder } from '../../../src/core/localModel/folder.node';
import { Lease } from '../../../src/core/localModel/lease.node';
import { localBase, localHost } from '../../../src/core/localModel/localAddress';
import { localFetch } from '../../../src/core/localModel/localFetch';
import { keeperProcess, LocalServer } from '../../../src/core/localModel/localServer.node';
import { usualTimings, type Installation, type Timings } from '../../../src/core/localModel/serverState';
import { failureOf, never, openEndpoint, textOf } from '../../support/endpoint';
import { ggufFile } from '../../support/localModel/models';
import { network, newFolder, removeFolder, standInProgram, textIn } from '../../support/localModel/place';

const script = path.join(process.cwd(), 'dist', 'localModelKeeper.js');
const quick: Timings = {
  ...usualTimings,
  ...{ beatMs: 50, staleMs: 1_500, idleMs: 60_000, restartPausesMs: [20, 20], startMs: 20_000 },
};

/** A process that ended and that nobody has asked about, as in a container without an init, is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(
      existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '',
    );
  } catch {
    return false;
  }
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((next) => setTimeout(next, 20));
}

describe('local model: a server for all windows', () => {
  let folder: LocalFolder;
  let windows: LocalServer[];
  let fault: string | undefined;

  beforeEach(async () => {
    folder = await newFolder();
    windows = [];
    fault = undefined;
    await installed();
    process.env.STAND_IN_STARTS = path.join(folder.root, 'starts');
  });
  afterEach(async () => {
    delete process.env.STAND_IN_FAULT;
    delete process.env.STAND_IN_STARTS;
    await windows[0]?.stop();
    for (const one of windows) await one.close();
    await removeFolder(folder);
  });

  async function installed(changes: Partial<Installation> = {}): Promise<void> {
    const command = path.join(folder.root, 'llama-server');
    const modelFile = path.join(folder.root, 'model.gguf');
    await writeFile(command, standInProgram(), { mode: 0o755 });
    await writeFile(modelFile, ggufFile());
    await folder.keepInstallation({
      ...{
        command,
        args: [],
        ownsServer: true,
        ownsModel: true,
        modelFile,
        modelName: 'salamandra-2b-instruct',
      },
      ...{ threads: 1, slots: 2, contextTokens: 4_096 },
      ...changes,
    });
  }

  function openWindow(timings: Partial<Timings> = {}): LocalServer {
    const all = { ...quick, ...timings };
    const start = keeperProcess(script, folder.root, all);
    const one = new LocalServer(
      folder,
      () => {
        if (fault === undefined) delete process.env.STAND_IN_FAULT;
        else process.env.STAND_IN_FAULT = fault;
        start();
      },
      all,
    );
    windows.push(one);
    return one;
  }

  const ask = (window: LocalServer, text = 'Hola'): Promise<string> => {
    const endpoint = openEndpoint(localBase, {
      model: 'salamandra-2b-instruct',
      transport: localFetch(network, window),
    });
    const call = {
      messages: [{ role: 'user', content: text }],
      temperature: 0,
      maxTokens: 10,
      stop: [],
    } as const;
    return textOf(endpoint.chat(call, never));
  };

  /** Process and port of each start so far. */
  const starts = async (): Promise<readonly (readonly [pid: number, port: number])[]> =>
    (await textIn(path.join(folder.root, 'starts')))
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ').map(Number) as [number, number]);

  it('starts with the first question, and answers', async () => {
    const window = openWindow();
    assert.equal(await window.status(), 'off');
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
    assert.equal(await window.status(), 'ready');
    assert.equal((await starts()).length, 1);
  });

  it('is one for two windows, goes on without the first, and ends with the last', async () => {
    const [first, second] = [openWindow(), openWindow()];
    await Promise.all([ask(first), ask(second), ask(first)]);
    const [[pid] = [0]] = await starts();
    await first.close();
    await new Promise((next) => setTimeout(next, quick.staleMs * 1.2));
    assert.equal(await ask(second), 'Hola des de salamandra-2b-instruct');
    assert.equal((await starts()).length, 1);
    await second.close();
    await until(async () => !isAlive(pid) && (await folder.state())?.phase === 'stopped');
  });

  it('needs a key that nobody else knows, on a port of its own', async () => {
    const window = openWindow();
    const { port, key } = await window.ensure(never);
    assert.ok(key.length >= 40);
    const without = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
      method: 'POST',
      body: '{}',
    });
    assert.equal(without.status, 401);
    const state = await folder.state();
    const args = await textIn(`/proc/${state?.pid ?? 0}/cmdline`);
    assert.ok(process.platform !== 'linux' || args.includes('--port'));
    assert.ok(!args.includes(key));
    const { mode } = await (await import('node:fs/promises')).stat(folder.stateFile);
    assert.equal(mode & 0o077, 0);
  });

  it('comes back when it is killed, elsewhere', async () => {
    const window = openWindow();
    await ask(window);
    const [[pid] = [0]] = await starts();
    process.kill(pid, 'SIGKILL');
    await until(async () => (await starts()).length === 2 && (await window.status()) === 'ready');
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
  });

  it('comes back when its keeper is killed, and nothing is left running', async () => {
    const window = openWindow();
    await ask(window);
    const [[pid] = [0]] = await starts();
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(await textIn(`/proc/${pid}/status`))?.[1]);
    process.kill(parent, 'SIGKILL');
    // The lease grows old; the window then starts another keeper at its next question.
    await until(async () => (await window.status()) === 'off');
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
    const all = await starts();
    assert.equal(all.length, 2);
    assert.ok(!isAlive(pid));
  });

  it('takes another port where somebody has its own', async () => {
    fault = 'busyPort';
    const window = openWindow();
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
    const [[, first] = [0, 0], [, second] = [0, 0]] = await starts();
    assert.notEqual(first, second);
  });

  it('says that it ends by itself, and does not start for ever', async () => {
    fault = 'exits';
    const window = openWindow();
    const error = await failureOf(ask(window));
    assert.equal(error.code, 'LOCAL_EXITS');
    assert.equal((await starts()).length, 3);
    assert.equal(await window.status(), 'failed');
    assert.match(await textIn(folder.log), /error: failed to load model/);
    // What comes by itself is told at once; a person's wish tries again.
    await failureOf(ask(window));
    assert.equal((await starts()).length, 3);
    fault = undefined;
    await window.wish();
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
  });

  it('says so where the program has no permission, or the model is gone, or nothing is installed', async () => {
    const window = openWindow();
    await chmod(path.join(folder.root, 'llama-server'), 0o644);
    assert.equal((await failureOf(ask(window))).code, 'LOCAL_NOT_STARTED');
    await window.wish();
    await rm(path.join(folder.root, 'model.gguf'));
    assert.equal((await failureOf(ask(window))).code, 'LOCAL_MODEL_GONE');
    await rm(folder.installationFile);
    const missing = await failureOf(ask(window));
    assert.equal(missing.code, 'LOCAL_MISSING');
    assert.equal(missing.host, localHost);
    assert.deepEqual(describeError(missing).remedies[0], 'localModel');
  });

  it('stays stopped until a person asks', async () => {
    const [first, second] = [openWindow(), openWindow()];
    await ask(first);
    const [[pid] = [0]] = await starts();
    await second.stop();
    assert.ok(!isAlive(pid));
    assert.equal(await first.status(), 'stopped');
    assert.equal((await failureOf(ask(first))).code, 'LOCAL_STOPPED');
    await first.wish();
    assert.equal(await ask(first), 'Hola des de salamandra-2b-instruct');
  });

  it('ends after a while without a question', async () => {
    const window = openWindow({ idleMs: 400 });
    await ask(window);
    const [[pid] = [0]] = await starts();
    await until(() => !isAlive(pid));
    // The keeper tells once its server is gone.
    await until(async () => (await window.status()) === 'off');
  });

  it('lets one who waits go, and starts all the same', async () => {
    const window = openWindow();
    const abort = new AbortController();
    const waiting = failureOf(window.ensure(abort.signal));
    abort.abort();
    assert.equal((await waiting).reason, 'aborted');
    assert.equal(await ask(window), 'Hola des de salamandra-2b-instruct');
    assert.equal((await starts()).length, 1);
  });

  it('keeps prompts and keys out of its log', async () => {
    const window = openWindow();
    await ask(window, 'contraseña del cliente');
    const { key } = await window.ensure(never);
    await until(async () => (await textIn(folder.log)).includes('/v1/chat/completions'));
    const log = await textIn(folder.log);
    assert.ok(!log.includes('contraseña') && !log.includes(key));
  });

  it('is removed with everything that belongs to it', async () => {
    const window = openWindow();
    await ask(window);
    const [[pid] = [0]] = await starts();
    await window.remove();
    assert.ok(!isAlive(pid));
    assert.equal(await window.status(), 'missing');
    await assert.rejects((await import('node:fs/promises')).stat(folder.root));
  });

  const program = process.env.ALIADA_LLAMA_SERVER_PROGRAM;
  if (program !== undefined) {
    it('is a real llama-server', async () => {
      const { model, ...how } = JSON.parse(program) as Pick<Installation, 'command' | 'args'> & {
        model: string;
      };
      await installed({ ...how, modelFile: model });
      const window = openWindow();
      assert.match(await ask(window), /\S/);
      await until(async () => (await textIn(folder.log)).includes('prompt eval time'));
    });
  }
});

describe('local model: a lease', () => {
  let folder: LocalFolder;

  beforeEach(async () => {
    folder = await newFolder();
    await folder.prepare();
  });
  afterEach(() => removeFolder(folder));

  it('is held by one', async () => {
    const all = Array.from({ length: 8 }, () => new Lease(folder.lease, 10_000));
    const taken = await Promise.all(all.map((one) => one.take()));
    assert.equal(taken.filter(Boolean).length, 1);
    const holder = all[taken.indexOf(true)]!;
    assert.ok(await holder.touch());
    await holder.release();
    assert.ok(await all[0]!.take());
  });

  it('left behind is taken over by one, and who held it notices', async () => {
    const old = new Lease(folder.lease, 10_000);
    await old.take();
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(folder.lease, longAgo, longAgo);
    const all = Array.from({ length: 8 }, () => new Lease(folder.lease, 10_000));
    const taken = await Promise.all(all.map((one) => one.take()));
    const holding = await Promise.all(all.map((one) => one.isOurs()));
    assert.equal(holding.filter(Boolean).length, 1);
    assert.ok(taken[holding.indexOf(true)]);
    assert.equal(await old.touch(), false);
  });
});

describe('local model: its address', () => {
  it('leaves all others alone, and shows its name in errors', async () => {
    const asked: string[] = [];
    const starter = { ensure: () => Promise.resolve({ port: 1, key: 'k' }), used: () => undefined };
    const door = localFetch((url, init) => {
      asked.push(`${url} ${init.headers.authorization ?? ''}`);
      if (url.includes(':1/'))
        throw new EndpointError('network', { host: '127.0.0.1:1', code: 'ECONNREFUSED' });
      return Promise.resolve(new Response('ok'));
    }, starter);
    await door('https://llm.example.org/v1/models', {
      method: 'GET',
      headers: { authorization: 'Bearer theirs' },
    });
    const error = await failureOf(door(`${localBase}/models`, { method: 'GET', headers: {} }));
    assert.equal(error.host, localHost);
    assert.deepEqual(asked, [
      'https://llm.example.org/v1/models Bearer theirs',
      'http://127.0.0.1:1/v1/models Bearer k',
    ]);
  });
});
