/** A place for a local model: a folder, a network, and what is offered there. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import { InstallError, type InstallFailure } from '../../../src/core/localModel/errors';
import { LocalFolder } from '../../../src/core/localModel/folder.node';
import { tarGz } from './archives';

export const network = nodeFetch('Aliada/test', { silenceMs: 5_000 });

export async function newFolder(): Promise<LocalFolder> {
  return new LocalFolder(await mkdtemp(path.join(tmpdir(), 'aliada-local-')));
}

export async function removeFolder(folder: LocalFolder): Promise<void> {
  await rm(folder.root, { recursive: true, force: true, maxRetries: 5 });
}

/** The stand-in for llama-server, as a program that starts by itself. @param variables that it finds. */
export function standInProgram(variables: Readonly<Record<string, string>> = {}): string {
  const file = path.join(process.cwd(), 'test', 'support', 'localModel', 'llama-server.mjs');
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'\n`);
  return `#!/bin/sh\n${lines.join('')}exec '${process.execPath}' '${file}' "$@"\n`;
}

/** An archive as llama.cpp's: a folder with the release's name, a program, a library and its short name. */
export function serverArchive(tag: string, program = standInProgram(), mode = 0o755): Promise<Buffer> {
  return tarGz([
    { name: `llama-${tag}/`, type: 'directory', mode: 0o755 },
    { name: `llama-${tag}/libllama.so`, type: 'symlink', linkname: 'libllama.so.0' },
    { name: `llama-${tag}/llama-server`, mode, content: program },
    { name: `llama-${tag}/libllama.so.0`, mode: 0o644, content: 'library' },
    { name: `llama-${tag}/LICENSE`, mode: 0o644, content: 'MIT' },
  ]);
}

/** The reason with which installing fails. */
export async function reasonOf(work: Promise<unknown>): Promise<InstallFailure> {
  const error: unknown = await work.then(
    () => new Error('it worked'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof InstallError) return error.reason;
  throw error;
}

export async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
