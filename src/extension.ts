import * as vscode from 'vscode';
import { t } from './core/text';
import { registerParticipant } from './editor/chat/participant';
import { chatViewId } from './editor/chat/view';
import { registerCommands } from './editor/commands';
import { registerCompletion } from './editor/completion/register';
import { registerCodeActions } from './editor/editing/codeActions';
import { followSettings } from './editor/followSettings';
import { registerGlossary } from './editor/glossary/register';
import { registerLanguageModels } from './editor/languageModels/provider';
import { createParts } from './editor/parts';
import type { Platform } from './editor/platform/platform';
import { registerSentDocument } from './editor/privacy/sentDocument';
import { registerBroughtLanguages } from './editor/languages/broughtLanguages';
import { createStatusBar } from './editor/statusBar';

let closing: (() => Promise<void>) | undefined;

/**
 * Builds the parts, registers them with VS Code and returns. Touches no network. VS Code loads `desktop.ts` or
 * `web.ts`, which choose the platform.
 */
export async function activate(context: vscode.ExtensionContext, platform: Platform): Promise<void> {
  try {
    const parts = createParts(context, platform);
    await parts.text.load();
    closing = async () => {
      await Promise.all([parts.chat.close(), parts.localModel.close()]);
    };
    const { settings, activity, endpoints, chat, reports, snooze, log } = parts;
    const statusBar = createStatusBar(activity, settings, endpoints, snooze, parts.text);
    context.subscriptions.push(
      log,
      settings,
      parts.text,
      endpoints,
      chat,
      parts.changes,
      parts.privacy,
      parts.localModel,
      reports.register(),
      snooze,
      statusBar,
      ...registerCommands(parts),
      registerCompletion({ ...parts, files: parts.privacy.files, memory: context.globalState }),
      vscode.window.registerWebviewViewProvider(chatViewId, chat),
      registerParticipant({ ...parts, files: parts.privacy.files }, vscode.chat),
      registerLanguageModels({ ...parts, onChange: settings.onChange }, vscode.lm),
      registerSentDocument(parts.privacy.sent, parts.text),
      registerGlossary(parts),
      registerCodeActions(parts),
      registerBroughtLanguages(context.extension.id),
      followSettings(parts, statusBar, context.globalState),
    );
    void parts.changes.closeLeftOvers();
    log.info('activated', { version: vscode.version });
  } catch (error) {
    // VS Code keeps an activation error to itself; the person would only see that nothing happens.
    void vscode.window.showErrorMessage(t('Aliada could not start: {0}', String(error)));
    throw error;
  }
}

/** VS Code waits for it when a window closes. */
export async function deactivate(): Promise<void> {
  await closing?.();
}
