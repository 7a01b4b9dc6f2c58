import * as vscode from 'vscode';
import type { Disposable } from '../core/disposable';
import { logLine, type Log } from '../core/log';

/** The log channel "Aliada" in the output panel. */
export interface LogChannel extends Log, Disposable {
  show(): void;
}

export function createLog(): LogChannel {
  const channel = vscode.window.createOutputChannel('Aliada', { log: true });
  return {
    debug: (event, fields) => channel.debug(logLine(event, fields)),
    info: (event, fields) => channel.info(logLine(event, fields)),
    warn: (event, fields) => channel.warn(logLine(event, fields)),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
