/** A place where Aliada keeps something of the person's. All of them are registered in one list. */
export interface PersonalStore {
  /** What it holds, in the interface language, for the person to read before and after. */
  label(): string;
  clear(): Promise<void> | void;
}

/**
 * Empties every store; one that fails does not keep the others from it.
 * @returns what was removed, and what could not be.
 */
export async function clearStores(
  stores: readonly PersonalStore[],
): Promise<{ readonly removed: readonly string[]; readonly failed: readonly string[] }> {
  const removed: string[] = [];
  const failed: string[] = [];
  for (const store of stores) {
    try {
      await store.clear();
      removed.push(store.label());
    } catch {
      // The person is told which; the reason may hold what was to be removed.
      failed.push(store.label());
    }
  }
  return { removed, failed };
}
