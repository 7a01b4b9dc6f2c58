/** Files that are read at once. */
const width = 16;

/** Does something with each, several at once; ends early where the signal says so. Fails with the first failure. */
export async function eachOf<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length && signal?.aborted !== true) {
      const one = all[next] as T;
      next += 1;
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, worker));
}
