import * as vscode from 'vscode';

/** VS Code's token as the core's `AbortSignal`. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  // The token lives as long as its request and takes the listener with it.
  else token.onCancellationRequested(() => abort.abort());
  return abort.signal;
}

/** The core's `AbortSignal` as VS Code's token. */
export function tokenOf(signal: AbortSignal): vscode.CancellationToken {
  const source = new vscode.CancellationTokenSource();
  if (signal.aborted) source.cancel();
  else signal.addEventListener('abort', () => source.cancel(), { once: true });
  return source.token;
}
