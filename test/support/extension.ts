/** What host tests share: the extension, its settings and an editor to write in. Runs inside VS Code. */
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { interfaceLanguageFor, readLanguage } from '../../src/core/language/spoken/choose';
import type { AnswerLanguage } from '../../src/core/language/spoken/languages';
import { settingNames } from '../../src/editor/settings';
import { readExtensionLog } from './extensionLog';
import type { ScriptedServer } from './scriptedServer';
import { BASE_MODEL, MODEL } from './scriptedServer';
import { choose } from './lists';
import type { SettingGroup } from './manifestSettings';

export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly SettingGroup[];
  };
}

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('aliada.aliada');
  assert.ok(found, 'the extension is not there');
  return found;
}

export function manifest(): Manifest {
  return extension().packageJSON as Manifest;
}

/** Names the server as the only endpoint, for chat and so for completion, and allows it as a person does. */
export async function useEndpoint(server: ScriptedServer): Promise<void> {
  await nameEndpoint(server);
  await answerConsent(/Allow/);
}

/** As `useEndpoint`, for completion with a base model, which is asked to continue raw text. */
export async function useBaseModel(server: ScriptedServer): Promise<void> {
  await useEndpoint(server);
  await setting(settingNames.completionEndpoints, [{ url: server.url, model: BASE_MODEL }]);
}

/** Answers the question of consent for the endpoint that the settings name, through the command that a person has. */
export async function answerConsent(answer: RegExp): Promise<void> {
  await choose(vscode.commands.executeCommand('aliada.manageConsent'), /./, answer);
}

/** Names the server as the only endpoint. The person has not been asked yet. */
export async function nameEndpoint(server: ScriptedServer): Promise<void> {
  await setting(settingNames.chatEndpoints, [{ url: server.url, model: MODEL }]);
}

/** Writes a user setting below `aliada.`; undefined takes it out. */
export async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('aliada').update(name, value, vscode.ConfigurationTarget.Global);
}

/** The language of answers and of Aliada's own words, as after `Aliada: Choose Language`; undefined takes both out. */
export async function speak(language: AnswerLanguage | 'auto' | undefined): Promise<void> {
  const spoken = readLanguage(language);
  await setting(settingNames.language, language);
  await setting(settingNames.interfaceLanguage, spoken && interfaceLanguageFor(spoken));
}

/** As after installation. */
export async function resetSettings(): Promise<void> {
  for (const name of Object.values(settingNames)) {
    const written = vscode.workspace.getConfiguration('aliada').inspect(name)?.globalValue;
    if (written !== undefined) await setting(name, undefined);
  }
}

/** Opens a new document with the cursor where `|` stands. */
export async function write(language: string, content: string): Promise<vscode.TextEditor> {
  const at = content.indexOf('|');
  assert.ok(at >= 0, 'no cursor in the text');
  const text = content.slice(0, at) + content.slice(at + 1);
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  const editor = await vscode.window.showTextDocument(document);
  const cursor = document.positionAt(at);
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

/** Closes all editors without asking whether to save. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Types as a keyboard does, so that automatic completion sees it. */
export async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

/** Asks for ghost text. Resolves when the provider has answered, so not before a request has ended. */
export async function trigger(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
}

/**
 * Runs `command` again and again until it changes the document: VS Code does not tell an extension when ghost text
 * is on the screen, and until then accepting it does nothing.
 */
export async function untilChanged(
  editor: vscode.TextEditor,
  command: string,
  deadline = 10_000,
): Promise<string> {
  const { document } = editor;
  const { version } = document;
  const giveUp = performance.now() + deadline;
  while (document.version === version) {
    assert.ok(performance.now() < giveUp, `${command} changed nothing in ${deadline} ms`);
    await vscode.commands.executeCommand(command);
    if (document.version === version) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return document.getText();
}

export async function commitGhost(editor: vscode.TextEditor): Promise<string> {
  return untilChanged(editor, 'editor.action.inlineSuggest.commit');
}

/** Everything that the extension has written to its log. */
export async function readLog(): Promise<string> {
  const folder = process.env.ALIADA_TEST_LOGS;
  assert.ok(folder, 'ALIADA_TEST_LOGS is not set');
  return readExtensionLog(folder);
}
