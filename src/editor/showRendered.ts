import * as vscode from 'vscode';

/** Shows a Markdown document as a page, in the one preview that VS Code keeps for that. */
export async function showRendered(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // The preview belongs to an extension of VS Code's own, which can be switched off.
    await vscode.window.showTextDocument(uri);
  }
}
