import type * as vscode from 'vscode';

/** VS Code's token as the core's `AbortSignal`. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  // The token lives as long as its request and takes the listener with it.
  else token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}
