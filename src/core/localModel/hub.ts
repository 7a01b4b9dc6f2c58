import { fileUrl } from './addresses';
import { InstallError } from './errors';
import type { OfferedModel } from './models';
import { isSha256, type RemoteFile } from './remoteFile';

/**
 * The files of a model: one, or the parts of a split one in their order; llama.cpp is given the first. Their sizes and
 * hashes are those under which the hub itself keeps the content (`lfs.oid` is its SHA-256).
 * @param tree the hub's list of the repository's files.
 * @param only names of files; all where there are none.
 * @throws InstallError `notListed`, `noDigest` or `badAnswer`
 */
export function chooseModelFiles(
  tree: unknown,
  model: OfferedModel,
  only?: readonly string[],
): readonly RemoteFile[] {
  if (!Array.isArray(tree)) throw new InstallError('badAnswer', 'huggingface.co');
  const all = (tree as unknown[]).map(readEntry).filter((entry) => entry !== undefined);
  const entries = only === undefined ? all : all.filter(({ path }) => only.includes(nameOf(path)));
  for (const quantisation of model.quantisations) {
    const fitting = entries.filter(({ path }) => hasQuantisation(path, quantisation));
    const whole = fitting.find(({ path }) => !isPart(path));
    const files = whole === undefined ? fitting.filter(({ path }) => isPart(path)) : [whole];
    if (files.length === 0) continue;
    if (whole === undefined && !isComplete(files.map(({ path }) => path))) continue;
    return files
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, size, sha256 }) => {
        if (sha256 === undefined || size === undefined) throw new InstallError('noDigest', path);
        return { name: nameOf(path), url: fileUrl(model.repository, path), size, sha256 };
      });
  }
  throw new InstallError('notListed', model.repository);
}

interface Entry {
  readonly path: string;
  readonly size: number | undefined;
  readonly sha256: string | undefined;
}

function readEntry(value: unknown): Entry | undefined {
  const { type, path, lfs } = (value ?? {}) as Readonly<Record<string, unknown>>;
  // A name of plain characters: it becomes the name of a file here.
  if (type !== 'file' || typeof path !== 'string' || !/^[\w.\-/]+\.gguf$/i.test(path)) return undefined;
  const { oid, size } = (lfs ?? {}) as Readonly<Record<string, unknown>>;
  return {
    path,
    size: typeof size === 'number' && size > 0 ? size : undefined,
    sha256: isSha256(oid) ? oid : undefined,
  };
}

/** `Q4_K_M` stands in the name by itself: not as a part of `IQ4_K_M` or of `Q4_K_M_L`. */
function hasQuantisation(path: string, quantisation: string): boolean {
  return new RegExp(`(^|[.\\-_])${quantisation}([.-]|$)`, 'i').test(nameOf(path));
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

const part = /-(\d{5})-of-(\d{5})\.gguf$/i;

function isPart(path: string): boolean {
  return part.test(path);
}

function isComplete(paths: readonly string[]): boolean {
  const counts = new Set(paths.map((path) => part.exec(path)?.[2]));
  return counts.size === 1 && Number([...counts][0]) === paths.length;
}
