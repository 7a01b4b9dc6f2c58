import * as vscode from 'vscode';
import type { Disposable } from '../core/disposable';
import { together } from './disposables';

/**
 * Documents of Aliada's own that are never on a disk and can only be read, one for each address of a scheme. A file
 * system and no `TextDocumentContentProvider`: when VS Code brings back a tab after a reload, it starts the extension
 * for a file system (`onFileSystem:…` in `package.json`) and waits, where a content provider would come too late.
 */
export class ReadOnlyDocument implements Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly registered: Disposable;
  private changedAt = Date.now();

  /** @param text what the document of a name says now, in the language of now. */
  constructor(
    private readonly scheme: string,
    private readonly text: (name: string) => string | Promise<string>,
  ) {
    const bytes = async ({ path }: vscode.Uri): Promise<Uint8Array> =>
      new TextEncoder().encode(await this.text(path.slice(1)));
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: this.changes.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: async (uri) => ({
        type: vscode.FileType.File,
        ctime: 0,
        mtime: this.changedAt,
        size: (await bytes(uri)).length,
        permissions: vscode.FilePermission.Readonly,
      }),
      readFile: bytes,
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    };
    this.registered = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true });
  }

  /** The address of the document that is called `name`. */
  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path: `/${name}` });
  }

  /** The text is another one: what is open shows it. */
  changed(): void {
    // VS Code reads a file anew only where its time is another one.
    this.changedAt = Math.max(Date.now(), this.changedAt + 1);
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === this.scheme);
    this.changes.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  dispose(): void {
    together(this.registered, this.changes).dispose();
  }
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
