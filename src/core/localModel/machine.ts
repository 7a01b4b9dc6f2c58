/** What a model has to get along with. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** Logical processors. */
  readonly processors: number;
  /** All of it, in bytes, or what a container may use. */
  readonly memoryBytes: number;
}

/** What is known of a model's needs. */
export interface ModelNeeds {
  /** All its files, in bytes. */
  readonly sizeBytes: number;
  /** What one token of context takes, in bytes. */
  readonly bytesPerToken: number;
  /** In tokens. */
  readonly trainedContext: number;
}

export type Fit = 'fits' | 'tight' | 'tooLarge';

/** How a server is started. */
export interface RunPlan {
  readonly threads: number;
  /** Requests at once. */
  readonly slots: number;
  /** For one request, in tokens. */
  readonly contextTokens: number;
  readonly neededBytes: number;
  readonly fit: Fit;
}

/**
 * Buffers of llama.cpp beside the weights and the context, in bytes. The largest is the output layer's for a
 * vocabulary of 256,000 pieces.
 */
const buffersBytes = 600_000_000;

/** Up to this part of the memory the rest of the computer stays quick; up to the other it still runs. */
const comfortable = 0.6;
const possible = 0.85;

/**
 * Requests at once and tokens for each, the best first. Two, so that completion does not wait for a long answer of the
 * chat. Below 2,048 tokens neither has room for the code that is asked about.
 */
const shapes = [
  { slots: 2, contextTokens: 16_384 },
  { slots: 2, contextTokens: 8_192 },
  { slots: 2, contextTokens: 4_096 },
  { slots: 1, contextTokens: 4_096 },
  { slots: 1, contextTokens: 2_048 },
] as const;

/** Threads, context and slots that fit a model to a machine, and how well that fits. */
export function planRun(machine: Machine, model: ModelNeeds): RunPlan {
  const options = shapes
    .filter(({ contextTokens }) => contextTokens <= Math.max(2_048, model.trainedContext))
    .map((shape) => {
      const neededBytes =
        model.sizeBytes + buffersBytes + model.bytesPerToken * shape.slots * shape.contextTokens;
      return { ...shape, neededBytes, fit: fitOf(neededBytes, machine.memoryBytes) };
    });
  const chosen =
    options.find(({ fit }) => fit === 'fits') ??
    options.findLast(({ fit }) => fit === 'tight') ??
    options.at(-1);
  // `shapes` has an entry that every model can take.
  if (chosen === undefined) throw new Error('no shape fits');
  return { threads: threadsFor(machine), ...chosen };
}

function fitOf(neededBytes: number, memoryBytes: number): Fit {
  if (neededBytes <= memoryBytes * comfortable) return 'fits';
  return neededBytes <= memoryBytes * possible ? 'tight' : 'tooLarge';
}

/**
 * Threads to compute with. A second thread on the same core adds nothing to multiplying matrices, and on x86-64 most
 * processors show two of each; Apple's slower half of the cores holds the faster one up. Elsewhere one is left for
 * the editor.
 */
export function threadsFor({ platform, arch, processors }: Machine): number {
  const halved = arch === 'x64' || platform === 'darwin';
  const usable = halved ? Math.ceil(processors / 2) : processors - 1;
  return Math.min(16, Math.max(1, usable));
}

/** What stays free on the disk, in bytes, so that the system goes on working. */
const reserveBytes = 1_000_000_000;

/** True where `freeBytes` are enough to download `bytes` more, with something left. */
export function fitsOnDisk(bytes: number, freeBytes: number): boolean {
  return bytes + reserveBytes <= freeBytes;
}
