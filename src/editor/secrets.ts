import type * as vscode from 'vscode';
import type { Log } from '../core/log';

/** API keys in VS Code's secret storage, one per origin (scheme, host and port). */
export class Keys {
  constructor(
    private readonly storage: vscode.SecretStorage,
    private readonly log: Log,
    /** Keeps which origins have a key: the secret storage does not tell. */
    private readonly index: vscode.Memento,
  ) {}

  /** Without a key where the system's keyring fails: the server then asks for one, and the person enters it. */
  readonly get = async (origin: string): Promise<string | undefined> => {
    try {
      return await this.storage.get(name(origin));
    } catch {
      this.log.warn('secretStorageFailed', { host: new URL(origin).host });
      return undefined;
    }
  };

  /** An empty key removes the one that is kept. */
  async set(origin: string, key: string): Promise<void> {
    if (key === '') await this.storage.delete(name(origin));
    else await this.storage.store(name(origin), key);
    const others = this.origins().filter((other) => other !== origin);
    await this.index.update(indexName, key === '' ? others : [...others, origin]);
  }

  /** Removes every key. @param more origins that may have had one before they were noted. */
  async clear(more: readonly string[]): Promise<void> {
    for (const origin of new Set([...this.origins(), ...more])) await this.set(origin, '');
  }

  private origins(): readonly string[] {
    return this.index.get<readonly string[]>(indexName, []);
  }
}

const indexName = 'aliada.keyOrigins';

function name(origin: string): string {
  return `aliada.key:${origin}`;
}
