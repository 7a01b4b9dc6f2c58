import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { Fetch } from '../../core/endpoint/transport';
import { LocalFolder } from '../../core/localModel/folder.node';
import type { Network } from '../../core/localModel/find';
import { keeperProcess, LocalServer, type LocalStatus } from '../../core/localModel/localServer.node';
import { t } from '../../core/text';
import type { Settings } from '../settings';
import { ServerLog } from './serverLog';

/** The model that runs on this computer, as this window knows it. Starts nothing and looks at nothing by itself. */
export class LocalModel implements Disposable {
  readonly folder: LocalFolder;
  readonly server: LocalServer;
  readonly log: ServerLog;
  private readonly watcher: Disposable;

  /** @param fetch the network, with the person's proxies and certificates. */
  constructor(
    storage: vscode.Uri,
    extensionUri: vscode.Uri,
    private readonly fetch: Fetch,
    private readonly settings: Settings,
  ) {
    this.folder = new LocalFolder(vscode.Uri.joinPath(storage, 'localModel').fsPath);
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'localModelKeeper.js').fsPath;
    this.server = new LocalServer(this.folder, keeperProcess(script, this.folder.root));
    this.log = new ServerLog(this.folder);
    this.watcher = this.server.onChange(() => this.log.refresh());
  }

  get network(): Network {
    return { fetch: this.fetch, mirror: this.settings.downloadsMirror() };
  }

  /** The window closes. */
  async close(): Promise<void> {
    await this.server.close();
  }

  dispose(): void {
    this.watcher.dispose();
    this.log.dispose();
  }
}

/** What the server does, in words. */
export function statusWords(status: LocalStatus): string {
  switch (status) {
    case 'missing':
      return t('not installed');
    case 'off':
      return t('starts with the next question');
    case 'stopped':
      return t('stopped');
    case 'starting':
      return t('starting…');
    case 'ready':
      return t('running');
    case 'failed':
      return t('could not be started');
  }
}
