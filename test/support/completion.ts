/** What host tests of completion share: a scripted server with a base model, and hands on the keyboard. */
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { closeEditors, commitGhost, extension, resetSettings, type, useBaseModel } from './extension';
import { answer } from './replies';
import { startScriptedServer, type ScriptedServer } from './scriptedServer';

/** For a `describe`: a server that is the only endpoint of each of its tests, and a clean editor after each. */
export function completionServer(): { readonly server: ScriptedServer } {
  const holder: { server?: ScriptedServer } = {};
  before(async () => {
    holder.server = await startScriptedServer();
    await extension().activate();
  });
  beforeEach(async () => {
    await resetSettings();
    await useBaseModel(holder.server!);
    holder.server!.script(answer(''));
    holder.server!.forget();
  });
  afterEach(async () => {
    await closeEditors();
    await resetEditorSettings();
  });
  after(async () => {
    await resetSettings();
    await holder.server!.stop();
  });
  return holder as { readonly server: ScriptedServer };
}

const changed = new Set<string>();

/** Writes one of VS Code's own settings until the test ends. */
export async function editorSetting(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

async function resetEditorSettings(): Promise<void> {
  for (const name of changed) {
    await vscode.workspace.getConfiguration().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
  changed.clear();
}

/** Types one key after the other. */
export async function keys(text: string): Promise<void> {
  for (const key of text) await type(key);
}

/** Runs one of the editor's commands, as its key would. */
export async function press(command: string): Promise<void> {
  await vscode.commands.executeCommand(command);
}

export function putCursor(editor: vscode.TextEditor, offset: number): void {
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
}

/** The prompts that the server was sent, without the places before them. */
export function prompts(server: ScriptedServer): readonly (string | undefined)[] {
  return server.asked.map(({ body }) => body.prompt);
}

/** Takes the ghost text whole, and makes sure that the server was not asked more often than `times`. */
export async function commitAfter(
  editor: vscode.TextEditor,
  server: ScriptedServer,
  times: number,
): Promise<string> {
  const text = await commitGhost(editor);
  assert.deepEqual(prompts(server).slice(times), [], 'asked more often than needed');
  return text;
}
