import * as vscode from 'vscode';
import { t } from '../../core/text';
import { busy } from '../setup/busy';
import type { EndpointFinder } from '../setup/endpointFinder';

/**
 * Starts Ollama in a terminal, where the person sees and ends it, and waits until it answers.
 * @returns false where it did not, which the person has been told, or was not to be waited for.
 */
export async function startOllama(finder: EndpointFinder): Promise<boolean> {
  const terminal = vscode.window.createTerminal('Ollama');
  terminal.show(true);
  terminal.sendText('ollama serve');
  const answers = await busy(t('Waiting for Ollama…'), (signal) => finder.ollamaAnswers(signal));
  if (answers === false) void sayWhere(terminal);
  return answers ?? false;
}

async function sayWhere(terminal: vscode.Terminal): Promise<void> {
  const show = t('Show the terminal');
  const message = t('Ollama does not answer. Its terminal says why.');
  if ((await vscode.window.showWarningMessage(message, show)) === show) terminal.show();
}
