/** Something that takes seconds to start. */
export interface Stoppable {
  stop(): Promise<void>;
}

declare global {
  /**
   * What is kept, by its name. Global, because the test files are bundled each by itself, so that they have no module in
   * common. tools/test/runSuite.mjs stops what is in it after the last file.
   */
  var aliadaKept: Map<string, Promise<Stoppable>> | undefined;
}

/** The thing of this name, started by the first test file that needs it and used by all that follow. */
export function kept<Thing extends Stoppable>(name: string, start: () => Promise<Thing>): Promise<Thing> {
  const all = (globalThis.aliadaKept ??= new Map<string, Promise<Stoppable>>());
  const known = all.get(name);
  if (known !== undefined) return known as Promise<Thing>;
  const started = start();
  all.set(name, started);
  // The next file tries again.
  started.catch(() => all.delete(name));
  return started;
}
