import * as vscode from 'vscode';

/** What ends sooner than this, in milliseconds, needs no notice that it is under way. */
const soonMs = 400;

/**
 * Runs `task`, under a progress notice that can be cancelled unless it ends soon.
 * @returns `undefined` where it was cancelled.
 */
export async function busy<T>(
  title: string,
  task: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T | undefined> {
  const abort = new AbortController();
  let message = '';
  let show = (): void => undefined;
  const running = task(abort.signal, (words) => {
    message = words;
    show();
  });
  if (await endsSoon(running)) return running;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => abort.abort());
    show = () => progress.report({ message });
    if (message !== '') show();
    const result = await running;
    return abort.signal.aborted ? undefined : result;
  });
}

async function endsSoon(running: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), soonMs);
  });
  const ended = running.then(
    () => true,
    () => true,
  );
  const soon = await Promise.race([ended, late]);
  clearTimeout(timer);
  return soon;
}
