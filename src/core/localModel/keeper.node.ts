import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { isFresh, Lease } from './lease.node';
import { LocalFolder, touch } from './folder.node';
import { asks, knowsKey } from './serverDoor.node';
import { logged } from './serverLog';
import { serverFlags, usualTimings, type Installation, type ServerState, type Timings } from './serverState';

/** A log grows to this many bytes in the life of a server. */
const longestLog = 1 << 20;
const termMs = 5_000;

/**
 * Keeps one llama-server running for all windows. Runs in a process of its own, started by whichever window needs the
 * server first, so that the server outlives that window while others use it. The lease lets only one do this; the
 * server ends when the lease is gone, when no window is there any more, or after a while without a question.
 */
export async function keepServer(root: string, timings: Timings = usualTimings): Promise<void> {
  const folder = new LocalFolder(root);
  const plan = await folder.installation();
  if (plan === undefined) return;
  await folder.prepare();
  const lease = new Lease(folder.lease, timings.staleMs);
  if (!(await lease.take())) return;
  try {
    await endOrphan(folder);
    await writeFile(folder.log, '', { mode: 0o600 });
    await new Keeper(folder, plan, lease, timings).run();
  } finally {
    await lease.release();
  }
}

type End = 'leaseLost' | 'noWindow' | 'idle' | 'failed';

class Keeper {
  private readonly key = randomBytes(32).toString('base64url');
  private child: ChildProcess | undefined;
  private port = 0;
  private failures = 0;
  private readySince: number | undefined;
  private lastBeat = performance.now();
  /** When somebody was there last. A window that is loaded anew is away for a moment. */
  private windowSeen = performance.now();
  private logBytes = 0;
  private end: End | undefined;
  private ended: Promise<void> = Promise.resolve();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: LocalFolder,
    private readonly plan: Installation,
    private readonly lease: Lease,
    private readonly timings: Timings,
  ) {}

  async run(): Promise<void> {
    const beating = this.beat();
    this.ended = beating;
    while (this.end === undefined) await this.oneLife();
    await beating;
    await this.stopChild();
    await this.writing;
    // Whoever holds the lease now tells its own state.
    if (this.end !== 'leaseLost' || !(await isFresh(this.folder.lease, this.timings.staleMs))) {
      if (this.end !== 'failed') await this.tell('stopped');
    }
  }

  /** From a start to the end of the process. */
  private async oneLife(): Promise<void> {
    const { restartPausesMs, steadyMs, startMs } = this.timings;
    this.port = await freePort();
    this.readySince = undefined;
    const life = this.start();
    await this.tell(this.failures === 0 ? 'starting' : 'restarting');
    const late = performance.now() + startMs;
    while (!life.isOver() && this.readySince === undefined && this.end === undefined) {
      if (performance.now() > late) {
        await this.fail({ failure: 'late' });
        return;
      }
      if (await asks(this.port, this.key)) {
        await touch(this.folder.used);
        this.readySince = performance.now();
        await this.tell('ready');
      } else await pause(50);
    }
    while (!life.isOver() && this.end === undefined)
      await Promise.race([life.over, pause(this.timings.beatMs)]);
    if (!life.isOver()) return;
    const exit = await life.over;
    if (this.readySince !== undefined && performance.now() - this.readySince > steadyMs) this.failures = 0;
    const rest = restartPausesMs[this.failures];
    this.failures += 1;
    if (this.end !== undefined) return;
    // A program that cannot be started at all will not be startable in a moment.
    if (exit === 'ENOENT' || exit === 'EACCES' || exit === 'ENOEXEC') {
      await this.fail({ failure: 'notStarted', exit });
    } else if (rest === undefined) await this.fail({ failure: 'exits', exit });
    else {
      await this.tell('restarting');
      await Promise.race([pause(rest), this.ended]);
    }
  }

  private start(): { readonly over: Promise<string>; readonly isOver: () => boolean } {
    const { command, args, cwd } = this.plan;
    const { ELECTRON_RUN_AS_NODE: _node, NODE_OPTIONS: _options, ...env } = process.env;
    let isOver = false;
    const over = new Promise<string>((resolve) => {
      const ended = (how: string): void => {
        isOver = true;
        resolve(how);
      };
      try {
        const child = spawn(command, [...args, ...serverFlags(this.plan, this.port)], {
          // Through the environment: a command line is there for everybody on the machine to read.
          env: { ...env, LLAMA_API_KEY: this.key },
          stdio: ['ignore', 'pipe', 'pipe'],
          windowsHide: true,
          ...(cwd === undefined ? {} : { cwd }),
        });
        this.child = child;
        child.on('error', (error: NodeJS.ErrnoException) => ended(error.code ?? 'error'));
        child.on('exit', (code, signal) => ended(signal ?? `${code ?? 0}`));
        for (const stream of [child.stdout, child.stderr]) {
          createInterface({ input: stream }).on('line', (line) => this.note(line));
        }
      } catch (error) {
        ended((error as NodeJS.ErrnoException).code ?? 'error');
      }
    });
    return { over, isOver: () => isOver };
  }

  private note(line: string): void {
    const text = logged(line, this.readySince !== undefined, this.key);
    if (text === undefined || this.logBytes > longestLog) return;
    this.logBytes += text.length + 1;
    this.writing = this.writing.then(() => appendFile(this.folder.log, `${text}\n`)).catch(() => undefined);
  }

  /** Holds the lease and looks who is there, until it is time to end. */
  private async beat(): Promise<void> {
    const { beatMs, staleMs, idleMs } = this.timings;
    while (this.end === undefined) {
      await pause(beatMs);
      const now = performance.now();
      // After a sleep of the computer all files look old; the windows need a moment as well.
      if (now - this.lastBeat > beatMs * 3 + 2_000 || (await this.hasWindow())) this.windowSeen = now;
      this.lastBeat = now;
      if (!(await this.lease.touch())) this.end ??= 'leaseLost';
      else if (now - this.windowSeen > staleMs) this.end ??= 'noWindow';
      else if (this.readySince !== undefined && !(await isFresh(this.folder.used, idleMs)))
        this.end ??= 'idle';
    }
  }

  private async hasWindow(): Promise<boolean> {
    const names = await readdir(this.folder.windows).catch(() => []);
    const fresh = names.map((name) => isFresh(path.join(this.folder.windows, name), this.timings.staleMs));
    return (await Promise.all(fresh)).includes(true);
  }

  private async fail(what: Pick<ServerState, 'failure' | 'exit'>): Promise<void> {
    await this.folder.keepState({ phase: 'failed', keeper: this.lease.id, ...what });
    this.end ??= 'failed';
  }

  /** Port, key and process also while it starts: whoever comes after a keeper that was killed needs them. */
  private async tell(phase: ServerState['phase']): Promise<void> {
    const { port, key, child } = this;
    const running = phase === 'stopped' ? {} : { port, key };
    const pid = phase === 'stopped' ? undefined : child?.pid;
    await this.folder.keepState({
      phase,
      keeper: this.lease.id,
      ...running,
      ...(pid === undefined ? {} : { pid }),
    });
  }

  private async stopChild(): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await Promise.race([gone, pause(termMs)]);
    child.kill('SIGKILL');
  }
}

/**
 * Ends a server that a keeper left behind which was killed itself. Its process id may belong to somebody else by now,
 * so first something has to answer on its port that takes its key, and no other.
 */
async function endOrphan(folder: LocalFolder): Promise<void> {
  const { pid, port, key, phase } = (await folder.state()) ?? {};
  if (pid === undefined || port === undefined || key === undefined || phase === 'stopped') return;
  const isOurs = (await knowsKey(port, key)) || (await isNamed(pid, await folder.installation()));
  if (!isOurs) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in this moment.
  }
}

/** One that is still loading does not answer; Linux tells what a process was started with. */
async function isNamed(pid: number, plan: Installation | undefined): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return plan !== undefined && line.split('\0').includes(plan.modelFile) && line.includes(plan.command);
}

/** A port that is free now. Somebody else may take it first; the server ends then, and the next start has another. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
