import * as vscode from 'vscode';
import { tokenOf } from '../../cancellation';

/** Larger ones are hardly ever written by people, in bytes. */
const largest = 512 * 1_024;

/** How much of a file is looked at for a zero, which no text has, in bytes. */
const headLength = 8_192;

/**
 * The files of the workspace, or below a folder of it, without those that VS Code's own search leaves out.
 * @param most how many at most.
 */
export async function workspaceFiles(
  most: number,
  signal: AbortSignal,
  folder?: vscode.Uri,
): Promise<readonly vscode.Uri[]> {
  const include = folder === undefined ? '**/*' : new vscode.RelativePattern(folder, '**/*');
  return vscode.workspace.findFiles(include, excluded(), most, tokenOf(signal));
}

function excluded(): string {
  const globs = ['files.exclude', 'search.exclude'].flatMap((name) =>
    Object.entries(vscode.workspace.getConfiguration().get<Record<string, unknown>>(name) ?? {})
      // One that depends on a neighbour (`when`) is no simple pattern.
      .filter(([, on]) => on === true)
      .map(([glob]) => glob),
  );
  return `{${['**/.git/**', ...new Set(globs)].join(',')}}`;
}

/** Beyond that not even a file that somebody picked is read, in bytes: no model could take a tenth of it. */
const largestPicked = 5 * 1_024 * 1_024;

/** Whether a file that a person picked is text. VS Code opens others too, and shows their bytes. */
export async function kindOf(uri: vscode.Uri): Promise<'text' | 'binary' | 'tooLarge'> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > largestPicked) return 'tooLarge';
  return isText(await vscode.workspace.fs.readFile(uri)) ? 'text' : 'binary';
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, headLength).includes(0);
}

/** A file's text, as it stands in the editor where it is open; `undefined` for what is no text, or too large. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return isText(bytes) ? new TextDecoder().decode(bytes) : undefined;
  } catch {
    // It went away meanwhile, or may not be read: then there is nothing to look into.
    return undefined;
  }
}
