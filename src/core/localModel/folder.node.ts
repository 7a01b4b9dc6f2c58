import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { readInstallation, readState, type Installation, type ServerState } from './serverState';

/** Where everything lies that belongs to the local model, and nothing else. */
export class LocalFolder {
  constructor(readonly root: string) {}

  get installationFile(): string {
    return path.join(this.root, 'installation.json');
  }

  /** The unpacked llama.cpp, by release. */
  get engines(): string {
    return path.join(this.root, 'llama.cpp');
  }

  get models(): string {
    return path.join(this.root, 'models');
  }

  get downloads(): string {
    return path.join(this.root, 'downloads');
  }

  /** What the running server and the windows tell each other. */
  get run(): string {
    return path.join(this.root, 'run');
  }

  get lease(): string {
    return path.join(this.run, 'lease');
  }

  get stateFile(): string {
    return path.join(this.run, 'server.json');
  }

  get log(): string {
    return path.join(this.run, 'server.log');
  }

  /** Touched at each question. */
  get used(): string {
    return path.join(this.run, 'used');
  }

  /** There while the person wants it stopped. */
  get stopped(): string {
    return path.join(this.run, 'stopped');
  }

  /** One file for each window that uses the server, touched while it is open. */
  get windows(): string {
    return path.join(this.run, 'windows');
  }

  get installLease(): string {
    return path.join(this.root, 'installing');
  }

  async prepare(): Promise<void> {
    await mkdir(this.windows, { recursive: true, mode: 0o700 });
  }

  async installation(): Promise<Installation | undefined> {
    return readInstallation(await textOf(this.installationFile));
  }

  async keepInstallation(installation: Installation): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await writeWhole(this.installationFile, JSON.stringify(installation, undefined, 2));
  }

  async state(): Promise<ServerState | undefined> {
    return readState(await textOf(this.stateFile));
  }

  async keepState(state: ServerState): Promise<void> {
    await writeWhole(this.stateFile, JSON.stringify(state));
  }

  async removeAll(): Promise<void> {
    await rm(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Touches a file, and makes it where it is not there. */
export async function touch(file: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(file, now, now);
  } catch {
    await writeFile(file, '', { mode: 0o600 });
  }
}

/** Empty where there is none. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

/** Nobody ever reads half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, text, { mode: 0o600 });
  await rename(beside, file);
}
