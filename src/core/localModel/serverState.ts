/** Why a server could not be kept running. */
export type ServerFailure =
  /** The program cannot be started: not there, or no permission. */
  | 'notStarted'
  /** It ended again and again. */
  | 'exits'
  /** It never became ready. */
  | 'late';

/** What the keeper of the server tells all windows, in a file. */
export interface ServerState {
  readonly phase: 'starting' | 'ready' | 'restarting' | 'stopped' | 'failed';
  /** What stands in its lease: an earlier keeper may have left its state behind. */
  readonly keeper: string;
  /** Of the server, on loopback. */
  readonly port?: number;
  /** What its clients send. Only the person can read the file. */
  readonly key?: string;
  /** The server's process. */
  readonly pid?: number;
  readonly failure?: ServerFailure;
  /** The code with which it ended, or the name of a signal. */
  readonly exit?: string;
}

/** What is installed, in a file beside the server and the model. */
export interface Installation {
  /** The program, and what comes before its own flags. */
  readonly command: string;
  readonly args: readonly string[];
  /** Where it looks for its parts. */
  readonly cwd?: string;
  /** True where we brought the program, so that removing takes it away. */
  readonly ownsServer: boolean;
  /** The model's file, or the first of its parts. */
  readonly modelFile: string;
  readonly ownsModel: boolean;
  /** As endpoints name it. */
  readonly modelName: string;
  readonly threads: number;
  readonly slots: number;
  /** For one request, in tokens. */
  readonly contextTokens: number;
}

export function readState(text: string): ServerState | undefined {
  return parsed<ServerState>(
    text,
    ({ phase, keeper }) => typeof phase === 'string' && typeof keeper === 'string',
  );
}

export function readInstallation(text: string): Installation | undefined {
  return parsed<Installation>(
    text,
    ({ command, modelFile, modelName, args }) =>
      typeof command === 'string' &&
      typeof modelFile === 'string' &&
      typeof modelName === 'string' &&
      Array.isArray(args),
  );
}

function parsed<T>(
  text: string,
  isOne: (value: Partial<Record<keyof T, unknown>>) => boolean,
): T | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof T, unknown>> | null;
    return value !== null && isOne(value) ? (value as T) : undefined;
  } catch {
    // A file that was cut off says nothing.
    return undefined;
  }
}

/** llama-server's own flags. Only such as every version of the last years knows. */
export function serverFlags(plan: Installation, port: number): readonly string[] {
  const { modelFile, modelName, threads, slots, contextTokens } = plan;
  return [
    ...['--model', modelFile, '--alias', modelName],
    ...['--host', '127.0.0.1', '--port', `${port}`],
    ...['--ctx-size', `${contextTokens * slots}`, '--parallel', `${slots}`, '--threads', `${threads}`],
  ];
}

/** Milliseconds; how the parts of a shared server get along. */
export interface Timings {
  /** Between two touches of a lease. */
  readonly beatMs: number;
  /** Without a touch, whoever held something is gone. */
  readonly staleMs: number;
  /** Without a question, the server ends: it holds gigabytes of memory. */
  readonly idleMs: number;
  /** Before the n-th restart in a row. */
  readonly restartPausesMs: readonly number[];
  /** After so long without a fault the count begins anew. */
  readonly steadyMs: number;
  /** A model of 25 GB from a slow disk takes some minutes. */
  readonly startMs: number;
}

export const usualTimings: Timings = {
  beatMs: 1_000,
  staleMs: 10_000,
  idleMs: 20 * 60_000,
  restartPausesMs: [500, 1_000, 3_000, 10_000],
  steadyMs: 60_000,
  startMs: 10 * 60_000,
};
