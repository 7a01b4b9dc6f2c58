/** The changes of one file, as git writes them. */
export interface FileDiff {
  /** Paths that the file may have, before and after: a repository's settings decide on what git puts before them. */
  readonly paths: readonly string[];
  readonly text: string;
}

/** Cuts git's diff into its files. */
export function filesOfDiff(diff: string): readonly FileDiff[] {
  return diff
    .split(/^(?=diff --(?:git|cc|combined) )/m)
    .filter((text) => text.startsWith('diff '))
    .map((text) => ({ text: text.trimEnd(), paths: pathsOf(text) }));
}

/**
 * The diffs in so many characters: short ones whole, long ones cut file by file to what is left for each, at a line end.
 * @param mark stands where lines were left out.
 */
export function shortened(diffs: readonly string[], characters: number, mark: string): string {
  let left = characters;
  const fitted = new Map<number, string>();
  const shortFirst = diffs
    .map((text, index) => ({ text, index }))
    .sort((a, b) => a.text.length - b.text.length);
  shortFirst.forEach(({ text, index }, done) => {
    const share = Math.floor(left / (diffs.length - done));
    const kept = text.length <= share ? text : cutTo(text, share, mark);
    left -= kept.length + 1;
    fitted.set(index, kept);
  });
  return diffs
    .map((_, index) => fitted.get(index) ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

function cutTo(text: string, characters: number, mark: string): string {
  const head = text.slice(0, Math.max(0, characters - mark.length - 1));
  const end = head.lastIndexOf('\n');
  return end < 0 ? '' : `${head.slice(0, end)}\n${mark}`;
}

function pathsOf(text: string): readonly string[] {
  const [header = ''] = text.split(/^@@/m);
  const named = [...header.matchAll(/^(?:---|\+\+\+|rename (?:from|to)|copy (?:from|to)) (.+)$/gm)].map(
    ([, path = '']) => plain(path.replace(/\t$/, '')),
  );
  // A binary or empty file has its names in the first line only.
  const first = /^diff --git (.+)$/m.exec(header)?.[1] ?? '';
  const half = plain(first.slice(0, Math.floor(first.length / 2)));
  const halves = named.length === 0 ? [half, plain(first.slice(Math.ceil(first.length / 2)).trim())] : [];
  const paths = [...named, ...halves].filter((path) => path !== '/dev/null' && path !== '');
  return [...new Set(paths.flatMap((path) => [path, path.replace(/^[^/]+\//, '')]))];
}

/** Git puts names with special characters in quotes, byte by byte. */
function plain(path: string): string {
  if (!path.startsWith('"')) return path;
  const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', '"': '"', '\\': '\\' };
  const bytes: number[] = [];
  const inner = path.slice(1, path.lastIndexOf('"'));
  for (const [part, octal, letter] of inner.matchAll(/\\([0-7]{3})|\\(.)|[^\\]/gu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(...new TextEncoder().encode(letter === undefined ? part : (escapes[letter] ?? letter)));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
