import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Emitter } from '../emitter';
import { EndpointError } from '../endpoint/errors';
import { waited } from '../waited';
import type { LocalFolder } from './folder.node';
import { touch } from './folder.node';
import { holderOf } from './lease.node';
import { localError, localHost, type LocalCode } from './localAddress';
import type { LocalStarter, RunningServer } from './localFetch';
import { usualTimings, type ServerFailure, type ServerState, type Timings } from './serverState';

/** What the window shows of the server. */
export type LocalStatus = 'missing' | 'off' | 'stopped' | 'starting' | 'ready' | 'failed';

const lookMs = 100;
/** How long a new keeper may take to say something. */
const keeperMs = 10_000;
const mostKeepers = 2;
/** After a start that failed, what comes by itself does not try again for so long. */
const restAfterFailureMs = 60_000;

const never = new AbortController().signal;

/** One window's side of the shared server: asks for it, counts as somebody who uses it, and sees how it is. */
export class LocalServer implements LocalStarter {
  private readonly changed = new Emitter<LocalStatus>();
  private readonly window = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private starting: Promise<RunningServer> | undefined;
  private failed: { readonly error: EndpointError; readonly at: number } | undefined;
  private usedAt = 0;
  private shown: LocalStatus | undefined;

  /** @param startKeeper starts a process of its own that calls `keepServer`. */
  constructor(
    readonly folder: LocalFolder,
    private readonly startKeeper: () => void,
    private readonly timings: Timings = usualTimings,
  ) {}

  readonly onChange = this.changed.on.bind(this.changed);

  async status(): Promise<LocalStatus> {
    if ((await this.folder.installation()) === undefined) return 'missing';
    const state = await this.running();
    if (state !== undefined) return state.phase === 'ready' ? 'ready' : 'starting';
    if (this.starting !== undefined) return 'starting';
    if (await exists(this.folder.stopped)) return 'stopped';
    return this.failed === undefined ? 'off' : 'failed';
  }

  /** A person wants it: what was stopped may start again. */
  async wish(): Promise<void> {
    this.failed = undefined;
    await rm(this.folder.stopped, { force: true });
  }

  ensure = async (signal: AbortSignal | undefined): Promise<RunningServer> => {
    const state = await this.running();
    if (state?.phase === 'ready' && this.timer !== undefined) return asRunning(state);
    const { failed } = this;
    if (failed !== undefined && performance.now() - failed.at < restAfterFailureMs) throw failed.error;
    // Several questions share one start, and one that is taken back leaves it to the others.
    this.starting ??= this.start().finally(() => {
      this.starting = undefined;
      void this.look();
    });
    void this.look();
    return signal === undefined ? this.starting : Promise.race([this.starting, aborted(signal)]);
  };

  used(): void {
    // The file is for minutes; a stream has pieces many times a second.
    if (performance.now() - this.usedAt < this.timings.idleMs / 60) return;
    this.usedAt = performance.now();
    void touch(this.folder.used).catch(() => undefined);
  }

  /** Ends the server for all windows, until a person asks for it again. Resolves when it is gone. */
  async stop(): Promise<void> {
    await this.folder.prepare();
    await touch(this.folder.stopped);
    await this.end();
  }

  /** Ends the one that runs, so that the next question starts what is installed now. */
  async restart(): Promise<void> {
    await this.wish();
    await this.end();
  }

  /** This window is closing. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await rm(this.windowFile, { force: true });
  }

  /** Ends it and takes everything away. */
  async remove(): Promise<void> {
    await this.end();
    await this.close();
    await this.folder.removeAll();
    this.failed = undefined;
    await this.look();
  }

  private get windowFile(): string {
    return path.join(this.folder.windows, this.window);
  }

  /** Without its lease, the keeper ends the server and itself. */
  private async end(): Promise<void> {
    const { keeper } = (await this.running()) ?? {};
    await rm(this.folder.lease, { force: true });
    if (keeper === undefined) return;
    const late = performance.now() + 15_000;
    while (performance.now() < late) {
      const state = await this.folder.state();
      if (state?.keeper !== keeper || state.phase === 'stopped' || state.phase === 'failed') break;
      await waited(lookMs, never);
    }
    await this.look();
  }

  private async start(): Promise<RunningServer> {
    const plan = await this.folder.installation();
    if (plan === undefined) throw localError('LOCAL_MISSING');
    if (!(await exists(plan.modelFile))) throw localError('LOCAL_MODEL_GONE');
    if (await exists(this.folder.stopped)) throw localError('LOCAL_STOPPED');
    await this.attend();
    const before = (await this.folder.state())?.keeper;
    let keepers = 0;
    let startedAt = 0;
    const late = performance.now() + this.timings.startMs + keeperMs;
    while (performance.now() < late) {
      const state = await this.folder.state();
      const holder = await holderOf(this.folder.lease, this.timings.staleMs);
      if (holder !== undefined && holder === state?.keeper && state.phase === 'ready')
        return asRunning(state);
      if (keepers > 0 && state?.phase === 'failed' && state.keeper !== before)
        return this.fail(state.failure);
      if (await exists(this.folder.stopped)) throw localError('LOCAL_STOPPED');
      if (holder === undefined && (keepers === 0 || performance.now() - startedAt > keeperMs)) {
        if (keepers === mostKeepers) return this.fail('notStarted');
        keepers += 1;
        startedAt = performance.now();
        this.startKeeper();
      }
      await waited(lookMs, never);
    }
    return this.fail('late');
  }

  private fail(failure: ServerFailure | undefined): never {
    const code: LocalCode =
      failure === 'notStarted' ? 'LOCAL_NOT_STARTED' : failure === 'late' ? 'LOCAL_LATE' : 'LOCAL_EXITS';
    const error = localError(code);
    this.failed = { error, at: performance.now() };
    throw error;
  }

  /** From now on this window counts as one that uses the server. */
  private async attend(): Promise<void> {
    await this.folder.prepare();
    await writeFile(this.windowFile, '', { mode: 0o600 });
    await touch(this.folder.used);
    if (this.timer !== undefined) return;
    this.timer = setInterval(() => {
      void touch(this.windowFile).catch(() => undefined);
      void this.look();
    }, this.timings.beatMs);
    this.timer.unref();
  }

  /** What the keeper says, as long as there is one. */
  private async running(): Promise<ServerState | undefined> {
    const holder = await holderOf(this.folder.lease, this.timings.staleMs);
    const state = await this.folder.state();
    if (holder === undefined || state?.keeper !== holder) return undefined;
    return state.phase === 'stopped' || state.phase === 'failed' ? undefined : state;
  }

  private async look(): Promise<void> {
    const status = await this.status();
    if (status === this.shown) return;
    this.shown = status;
    this.changed.emit(status);
  }
}

/** Starts the keeper's script in a process that outlives this one. @param timings that both keep to. */
export function keeperProcess(script: string, root: string, timings: Partial<Timings> = {}): () => void {
  return () => {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const child = spawn(process.execPath, [script, root, JSON.stringify(timings)], {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      // In VS Code, Node's own place is taken by Electron.
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    });
    // Whoever waits sees that nothing comes, and says so.
    child.on('error', () => undefined);
    child.unref();
  };
}

function asRunning({ port, key }: ServerState): RunningServer {
  if (port === undefined || key === undefined) throw localError('LOCAL_EXITS');
  return { port, key };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new EndpointError('aborted', { host: localHost }));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
