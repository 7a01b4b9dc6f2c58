import * as vscode from 'vscode';
import { languageName } from '../core/language/programming/names';
import { isWanted } from '../core/completion/scope';
import { t } from '../core/text';
import { editingCommands } from './editing/commands';
import { chooseLanguage } from './firstSteps/chooseLanguage';
import { tryCompletion, tryExplanation } from './firstSteps/example';
import { pickFromGlossary } from './glossary/pick';
import type { Parts } from './parts';
import { deleteMyData } from './privacy/deleteData';
import { manageConsent } from './privacy/manageConsent';
import { personalStores } from './privacy/personalStores';
import { languageIdOf } from './languages/languageIdOf';
import { showLanguages } from './languages/showLanguages';
import { showSent } from './privacy/sentDocument';
import { setKey } from './setup/setKey';
import { setUpEndpoint } from './setup/setUpEndpoint';
import { showModels } from './showModels';
import { showMenu } from './statusMenu';

/** Every command of Aliada. A test holds this table against `package.json`. */
function commandTable(parts: Parts): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { chat, settings, endpoints, keys, reports, log, snooze } = parts;
  return {
    'aliada.openChat': () => chat.focus(),
    'aliada.newChat': () => chat.newChat(),
    'aliada.stop': () => chat.stop(),
    'aliada.showConversations': () => chat.showHistory(),
    'aliada.renameConversation': () => chat.history.renameCurrent(),
    'aliada.exportConversation': () => chat.history.export(),
    'aliada.deleteConversation': () => chat.history.deleteCurrent(),
    'aliada.deleteAllConversations': () => chat.history.deleteAll(),
    'aliada.copyAnswer': () => chat.history.copyAnswer(),
    'aliada.regenerateAnswer': () => chat.history.regenerate(),
    'aliada.continueAnswer': () => chat.history.continue(),
    ...editingCommands(parts),
    'aliada.triggerCompletion': () => triggerCompletion(parts),
    'aliada.toggleCompletion': () => toggleCompletion(settings),
    'aliada.toggleCompletionForLanguage': () => toggleCompletionForLanguage(settings),
    'aliada.showLanguages': () => showLanguages(parts),
    'aliada.snoozeCompletion': () => snoozeCompletion(snooze),
    'aliada.chooseLanguage': (from) => chooseLanguage(parts, from),
    'aliada.chooseModel': () => showModels(parts),
    'aliada.showFirstSteps': () => parts.firstSteps.show(),
    'aliada.tryCompletion': () => tryCompletion(parts),
    'aliada.tryExplanation': () => tryExplanation(parts),
    'aliada.setUpEndpoint': () => setUpEndpoint(parts),
    'aliada.installLocalModel': () => parts.localModel.install(parts),
    'aliada.manageLocalModel': () => parts.localModel.manage(parts),
    'aliada.removeLocalModel': () => parts.localModel.remove(parts),
    'aliada.setKey': () => setKey(endpoints, keys),
    'aliada.manageConsent': () => manageConsent(parts),
    'aliada.showSent': () => showSent(),
    'aliada.deleteData': () => deleteMyData(personalStores(parts)),
    'aliada.diagnoseEndpoint': () => reports.diagnose(),
    'aliada.glossary': () => pickFromGlossary(parts.glossary, parts.text.answerLanguage),
    'aliada.showMenu': () => showMenu(parts),
    'aliada.openSettings': () => vscode.commands.executeCommand('workbench.action.openSettings', 'aliada'),
    'aliada.showLog': () => log.show(),
  };
}

export function registerCommands(parts: Parts): vscode.Disposable[] {
  return Object.entries(commandTable(parts)).map(([id, run]) => vscode.commands.registerCommand(id, run));
}

async function triggerCompletion({ settings }: Parts): Promise<void> {
  const languageId = activeLanguageId();
  if (languageId !== undefined && !isWanted(settings.completion(), languageId)) {
    say(t('Completion is off in {0}.', languageName(languageId)));
    return;
  }
  await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
}

async function toggleCompletion(settings: Parts['settings']): Promise<void> {
  const before = settings.completion().enabled;
  await settings.toggleCompletion();
  if (settings.completion().enabled === before) {
    sayShadowed();
    return;
  }
  say(settings.completion().enabled ? t('Completion is on.') : t('Completion is off.'));
}

/** How long completion is silent, in minutes. */
const snoozeMinutes = 10;

/** Begins a pause, or ends the one that is on. */
function snoozeCompletion(snooze: Parts['snooze']): void {
  if (snooze.isOn) {
    snooze.end();
    say(t('Completion is on.'));
    return;
  }
  snooze.start(snoozeMinutes * 60_000);
  say(t('Completion pauses for {0} minutes.', snoozeMinutes));
}

async function toggleCompletionForLanguage(settings: Parts['settings']): Promise<void> {
  const languageId = activeLanguageId();
  if (languageId === undefined) {
    void vscode.window.showInformationMessage(t('Open a file of the language first.'));
    return;
  }
  const isOn = (): boolean => isWanted({ ...settings.completion(), enabled: true }, languageId);
  const before = isOn();
  await settings.toggleCompletionFor(languageId);
  const on = isOn();
  if (on === before) {
    sayShadowed();
    return;
  }
  say(
    on
      ? t('Completion is on in {0}.', languageName(languageId))
      : t('Completion is off in {0}.', languageName(languageId)),
  );
}

function sayShadowed(): void {
  void vscode.window.showWarningMessage(
    t('The settings of this workspace decide otherwise, and they come first.'),
  );
}

function activeLanguageId(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && languageIdOf(editor.document);
}

/** A word in the status bar, gone after a moment. */
function say(text: string): void {
  vscode.window.setStatusBarMessage(text, 4_000);
}
