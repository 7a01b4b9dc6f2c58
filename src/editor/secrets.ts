import type * as vscode from 'vscode';

/** API keys in VS Code's secret storage, one per origin (scheme, host and port). */
export class Keys {
  constructor(private readonly storage: vscode.SecretStorage) {}

  readonly get = async (origin: string): Promise<string | undefined> => this.storage.get(name(origin));

  /** An empty key removes the one that is kept. */
  async set(origin: string, key: string): Promise<void> {
    if (key === '') await this.storage.delete(name(origin));
    else await this.storage.store(name(origin), key);
  }
}

function name(origin: string): string {
  return `aliada.key:${origin}`;
}
