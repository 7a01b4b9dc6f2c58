import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import type { Machine } from './machine';
import type { System } from './release';

/** This computer, or the container that runs on it. */
export function thisMachine(): Machine {
  const { platform, arch } = process;
  const limit = process.constrainedMemory();
  const memoryBytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return { platform, arch, processors: availableParallelism(), memoryBytes };
}

/** What an archive has to be built for, to run here. */
export function thisSystem(): System {
  const { platform, arch } = process;
  if (platform !== 'linux') return { platform, arch };
  // Node says which GNU C library it runs on; with musl there is none.
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return { platform, arch, musl: header.glibcVersionRuntime === undefined };
}

/** What a person may still write where `folder` is, or will be, in bytes. */
export async function freeBytes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The program of this name on the PATH. */
export async function findOnPath(name: string, paths = process.env.PATH ?? ''): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of paths.split(path.delimiter)) {
    // A relative entry would look into whatever folder happens to be the current one.
    if (!path.isAbsolute(folder)) continue;
    const program = path.join(folder, file);
    if (await canRun(program)) return program;
  }
  return undefined;
}

async function canRun(program: string): Promise<boolean> {
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
}
