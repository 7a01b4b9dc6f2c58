import * as vscode from 'vscode';

/** Runs `task` under a progress notice that can be cancelled; `undefined` when it was. */
export async function busy<T>(
  title: string,
  task: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const result = await task(abort.signal, (message) => progress.report({ message }));
    return abort.signal.aborted ? undefined : result;
  });
}
