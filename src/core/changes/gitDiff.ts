// cspell:ignore noprefix
/** What a diff says of one file. */
export interface FileDiff {
  /** Paths in the repository that it may be about, before and after; where git's prefixes leave doubt, both readings. */
  readonly paths: readonly string[];
  readonly text: string;
}

/** Cuts what `git diff` prints into its files. What stands before the first is none. */
export function filesOfDiff(diff: string): readonly FileDiff[] {
  return diff
    .split(/^(?=diff --(?:git|cc|combined) )/m)
    .filter((part) => part.startsWith('diff --'))
    .map((text) => ({ paths: pathsOf(text), text }));
}

function pathsOf(text: string): readonly string[] {
  const paths = new Set<string>();
  const hunk = text.search(/^@@/m);
  const header = (hunk < 0 ? text : text.slice(0, hunk)).split('\n');
  for (const line of header) {
    const bare = /^(?:rename|copy) (?:from|to) (.+)$/.exec(line)?.[1];
    if (bare !== undefined) paths.add(unquote(bare));
    const combined = /^diff --(?:cc|combined) (.+)$/.exec(line)?.[1];
    if (combined !== undefined) paths.add(unquote(combined));
    const prefixed = /^(?:---|\+\+\+) (.+?)\t?$/.exec(line)?.[1];
    if (prefixed !== undefined && prefixed !== '/dev/null') addBoth(unquote(prefixed), paths);
    const both = /^diff --git (.+)$/.exec(line)?.[1];
    if (both !== undefined) for (const path of pairOf(both)) addBoth(path, paths);
  }
  return [...paths];
}

/** The two paths of a `diff --git` line: quoted, or both alike but for their prefix, as git promises. */
function pairOf(pair: string): readonly string[] {
  const quoted = pair.match(/"(?:[^"\\]|\\.)*"/g);
  if (quoted !== null) {
    const rest = quoted.reduce((left, one) => left.replace(one, ''), pair).trim();
    return [...quoted.map(unquote), ...(rest === '' ? [] : [rest])];
  }
  const middle = (pair.length - 1) / 2;
  if (pair[middle] === ' ') return [pair.slice(0, middle), pair.slice(middle + 1)];
  return pair.split(' ').length === 2 ? pair.split(' ') : [];
}

/** `a/src/x.ts` may be `src/x.ts`, or with `diff.noprefix` a file in a folder `a`; a person may set any other prefix. */
function addBoth(path: string, paths: Set<string>): void {
  paths.add(path);
  const prefixed = /^[^/]+\/(.+)$/.exec(path)?.[1];
  if (prefixed !== undefined) paths.add(prefixed);
}

const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, a: 7, b: 8, v: 11, f: 12 };

/** A path as git quotes it in its output: in C's way, every byte beyond ASCII in octal. */
function unquote(path: string): string {
  if (!path.startsWith('"') || !path.endsWith('"')) return path;
  const bytes: number[] = [];
  for (const [piece] of path.slice(1, -1).matchAll(/\\(?:[0-7]{3}|.)|[^\\]+/g)) {
    if (!piece.startsWith('\\')) bytes.push(...new TextEncoder().encode(piece));
    else if (piece.length === 4) bytes.push(Number.parseInt(piece.slice(1), 8));
    else bytes.push(escapes[piece.charAt(1)] ?? piece.charCodeAt(1));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
