/** What the name of a file of the history says. */
export interface FileName {
  /** The conversation. */
  readonly id: string;
  /** The window that wrote it, and nobody else does. */
  readonly writer: string;
  /** Counted up with each time it is written. */
  readonly revision: number;
}

const pattern = /^([0-9a-z-]{8,64})\.([0-9a-z]{6,32})\.(\d{1,12})\.json$/;

/** `conversation.window.revision.json`; `undefined` for every other file. */
export function readFileName(name: string): FileName | undefined {
  const [, id, writer, revision] = pattern.exec(name) ?? [];
  if (id === undefined || writer === undefined) return undefined;
  return { id, writer, revision: Number(revision) };
}

export function fileNameOf({ id, writer, revision }: FileName): string {
  return `${id}.${writer}.${revision}.json`;
}

/** The newest file of each window for each conversation, and the files that these have taken the place of. */
export function newestOf(names: readonly string[]): {
  readonly newest: readonly (FileName & { readonly name: string })[];
  readonly outdated: readonly string[];
} {
  const newest = new Map<string, FileName & { readonly name: string }>();
  const outdated: string[] = [];
  for (const name of names) {
    const read = readFileName(name);
    if (read === undefined) continue;
    const key = `${read.id}.${read.writer}`;
    const other = newest.get(key);
    if (other === undefined || other.revision < read.revision) {
      if (other !== undefined) outdated.push(other.name);
      newest.set(key, { ...read, name });
    } else outdated.push(name);
  }
  return { newest: [...newest.values()], outdated };
}
