import * as vscode from 'vscode';
import { remedyLabel, type Description, type Remedy } from '../core/endpoint/describe';

/** The command that carries a remedy out, for those that need nothing else. */
export const remedyCommands: Readonly<Record<Exclude<Remedy, 'retry'>, string>> = {
  setUp: 'aliada.setUpEndpoint',
  setKey: 'aliada.setKey',
  newChat: 'aliada.newChat',
  openSettings: 'aliada.openSettings',
  showLog: 'aliada.showLog',
  manageConsent: 'aliada.manageConsent',
  diagnose: 'aliada.diagnoseEndpoint',
  localModel: 'aliada.manageLocalModel',
  installLocalModel: 'aliada.installLocalModel',
};

/** Shows a failure with its remedies as buttons. `retry` is left to the person, who asks again. */
export async function showFailure({ message, remedies }: Description): Promise<void> {
  const offered = remedies.filter((remedy) => remedy !== 'retry');
  const labels = offered.map(remedyLabel);
  const chosen = await vscode.window.showWarningMessage(message, ...labels);
  const remedy = offered[labels.indexOf(chosen ?? '')];
  if (remedy !== undefined) await vscode.commands.executeCommand(remedyCommands[remedy]);
}
