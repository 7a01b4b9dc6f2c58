import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { LocalFolder } from '../../core/localModel/folder.node';
import { t } from '../../core/text';

/** How often the log is looked at while somebody may be reading it, in milliseconds. */
const lookMs = 1_000;

/** The server's log in the output panel. Its keeper has left out what could be a prompt, an answer or the key. */
export class ServerLog implements Disposable {
  private channel: vscode.OutputChannel | undefined;
  private timer: NodeJS.Timeout | undefined;
  private at = 0;

  constructor(private readonly folder: LocalFolder) {}

  /** Opens it. Until somebody wants to read it there is no channel, and nothing is read. */
  async show(): Promise<void> {
    this.channel ??= vscode.window.createOutputChannel(t('Aliada: local model'));
    this.timer ??= setInterval(() => void this.read(), lookMs);
    await this.read();
    this.channel.show(true);
  }

  /** The server has begun something else: what it said last is read before it may be gone. */
  refresh(): void {
    if (this.channel !== undefined) void this.read();
  }

  dispose(): void {
    clearInterval(this.timer);
    this.channel?.dispose();
  }

  private async read(): Promise<void> {
    const file = await open(this.folder.log).catch(() => undefined);
    if (file === undefined) return;
    try {
      const { size } = await file.stat();
      // A new server begins a new log.
      if (size < this.at) this.at = 0;
      const from = this.at;
      this.at = size;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
      this.channel?.append(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await file.close();
    }
  }
}
