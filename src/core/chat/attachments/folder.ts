// cspell:ignore pyproject cmakelists
/** A file below the folder that is described. */
export interface FolderFile {
  /** Relative to the folder. */
  readonly path: string;
  /** Its text; `undefined` where it is none, or too large. */
  read(): Promise<string | undefined>;
}

/** Of the room the list of files may take so much. */
const shareOfList = 0.3;

/** Files that are read at most, however small they are. */
export const mostRead = 40;

/**
 * A folder's files by name, then the text of those that tell the most about it, as many as fit.
 * @param characters the room for all of it.
 */
export async function describeFolder(
  files: readonly FolderFile[],
  characters: number,
  signal: AbortSignal,
): Promise<string> {
  const names = listOf(
    files.map(({ path }) => path),
    Math.floor(characters * shareOfList),
  );
  const parts = [names];
  let left = characters - names.length;
  for (const file of bestFiles(files).slice(0, mostRead)) {
    signal.throwIfAborted();
    const head = `=== ${file.path} ===\n`;
    if (left < head.length + 200) break;
    const text = (await file.read())?.trimEnd();
    if (text === undefined || text === '') continue;
    const part = head + text;
    // One that is too long is passed over: a shorter one behind it tells its whole story.
    if (part.length + 2 > left) continue;
    parts.push(part);
    left -= part.length + 2;
  }
  return parts.join('\n\n');
}

/**
 * Paths, a line each, as many as fit, and how many there are more.
 * @param lead stands before each.
 */
export function listOf(paths: readonly string[], characters: number, lead = ''): string {
  const sorted = [...paths].sort((a, b) => a.localeCompare(b));
  const lines: string[] = [];
  let length = 0;
  for (const path of sorted) {
    const line = lead + path;
    if (length + line.length + 1 > characters) break;
    lines.push(line);
    length += line.length + 1;
  }
  if (lines.length < sorted.length) lines.push(`${lead}… (+${sorted.length - lines.length})`);
  return lines.join('\n');
}

/** What the name of a file promises about the folder: the readme and the manifest, then where the program begins. */
const telling: readonly RegExp[] = [
  /^readme(\.\w+)?$/i,
  /^(package\.json|pyproject\.toml|cargo\.toml|go\.mod|pom\.xml|build\.gradle(\.kts)?|composer\.json|gemfile|cmakelists\.txt|makefile|[^/]+\.csproj)$/i,
  /^(index|main|app|mod|lib|program|__init__|__main__|extension|server)\.\w+$/i,
];

/** Nobody wrote these for people to read. */
const dull =
  /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml|cargo\.lock|poetry\.lock|composer\.lock|go\.sum)$|\.(min\.(js|css)|map|lock|svg|csv|log|snap)$/i;
const test = /(^|\/)(tests?|__tests__|spec)\/|[._-](test|spec)\.\w+$|(^|\/)test_[^/]+$/i;

/** The files in the order in which they tell about the folder. Files that nobody reads are left out. */
export function bestFiles<F extends { readonly path: string }>(files: readonly F[]): readonly F[] {
  return files
    .filter(({ path }) => !dull.test(path))
    .map((file) => ({ file, rank: rankOf(file.path) }))
    .sort((a, b) => a.rank - b.rank || a.file.path.localeCompare(b.file.path))
    .map(({ file }) => file);
}

function rankOf(path: string): number {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const found = telling.findIndex((pattern) => pattern.test(name));
  const promise = found < 0 ? telling.length : found;
  // Deeper is more special; a test tells less than what it tests.
  return promise * 2 + (parts.length - 1) * 3 + (test.test(path) ? 20 : 0);
}
