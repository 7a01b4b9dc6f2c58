import * as vscode from 'vscode';
import { ollamaModel } from '../../core/localModel/models';
import { t } from '../../core/text';
import { busy } from '../setup/busy';
import type { EndpointFinder } from '../setup/endpointFinder';

/**
 * Starts Ollama in a terminal, where the person sees and ends it, and waits until it answers.
 * @returns false where it did not, which the person has been told, or was not to be waited for.
 */
export async function startOllama(finder: EndpointFinder): Promise<boolean> {
  const terminal = opened('ollama serve', true);
  const closed = new AbortController();
  const watcher = vscode.window.onDidCloseTerminal((one) => {
    if (one === terminal) closed.abort();
  });
  const answers = await busy(t('Waiting for Ollama…'), (signal) =>
    finder.ollamaAnswersSoon(AbortSignal.any([signal, closed.signal])),
  ).finally(() => void watcher.dispose());
  // A terminal that the person has closed has nothing to say.
  if (answers === false && !closed.signal.aborted) void sayWhere(terminal);
  return answers ?? false;
}

async function sayWhere(terminal: vscode.Terminal): Promise<void> {
  const show = t('Show the terminal');
  const message = t('Ollama does not answer. Its terminal says why.');
  if ((await vscode.window.showWarningMessage(message, show)) === show) terminal.show();
}

/**
 * Writes the command into a terminal: gigabytes are downloaded only when the person presses Enter there.
 * @returns true where there is to be looked again.
 */
export async function downloadWithOllama(): Promise<boolean> {
  opened(`ollama pull ${ollamaModel}`, false);
  const again = t('Look again');
  const message = t('Enter in the terminal downloads the model. Once it is there, Aliada can look again.');
  return (await vscode.window.showInformationMessage(message, again)) === again;
}

/** A terminal with a command in it. @param runs whether it runs at once, or waits for Enter */
function opened(command: string, runs: boolean): vscode.Terminal {
  const terminal = vscode.window.createTerminal('Ollama');
  terminal.show(runs);
  terminal.sendText(command, runs);
  return terminal;
}
