import * as vscode from 'vscode';
import type { Definition, Definitions } from '../../core/completion/context/definitions';
import { wantedNames, type Named } from '../../core/completion/context/imports';
import { signatureAt } from '../../core/completion/context/signature';
import type { PrivateFiles } from '../privacy/privateFiles';
import type { OpenDocuments } from './openDocuments';

/** A provider that takes longer has not answered. In milliseconds. */
const deadlineMs = 1_000;
/** A larger file is not opened for the sake of a definition. In bytes. */
const largest = 500_000;

type Target = vscode.Location | vscode.LocationLink;

/**
 * Asks VS Code's own providers where names are defined. Never while anybody waits. Definitions outside of the
 * workspace are left out: models know libraries, and a library's folder is mostly ignored anyway. So is hover text,
 * which does not say what file it was taken from.
 */
export class DefinitionFinder {
  constructor(
    private readonly definitions: Definitions,
    private readonly documents: OpenDocuments,
    private readonly files: PrivateFiles,
  ) {}

  /** Finds out what is not known of the names that are used near a line. */
  async find(document: vscode.TextDocument, line: number, signal: AbortSignal): Promise<void> {
    const { definitions } = this;
    const text = this.documents.textOf(document);
    for (const named of definitions.due(text.id, text.languageId, wantedNames(text, line))) {
      // The person has gone on to another place.
      if (signal.aborted || document.isClosed) return;
      definitions.asked(text.id, named.name);
      const targets = await withDeadline(ask(document.uri, named));
      if (targets === 'late') {
        definitions.tooLate(text.id, text.languageId, named.name);
        return;
      }
      const definition = await this.read(targets, named);
      definitions.found(text.id, text.languageId, named.name, definition);
    }
  }

  private async read(targets: readonly Target[], { name }: Named): Promise<Definition | undefined> {
    const [target] = targets;
    if (target === undefined) return undefined;
    const { uri, begin, end } = placeOf(target);
    if (!isOfTheWorkspace(uri) || (await this.files.exclusion(uri)) !== undefined) return undefined;
    const document = await opened(uri);
    if (document === undefined || begin.line >= document.lineCount) return undefined;
    if (begin.line === 0 && begin.character === 0 && !document.lineAt(0).text.includes(name)) {
      // It stands for the whole file.
      return undefined;
    }
    const text = this.documents.textOf(document);
    const signature = signatureAt(text, begin.line, end);
    return signature === '' ? undefined : { name, document: text.id, path: text.path, text: signature };
  }
}

/** A provider that fails is one that knows nothing: what it has to say belongs to its own log. */
async function ask(uri: vscode.Uri, { line, character }: Named): Promise<readonly Target[]> {
  try {
    const position = new vscode.Position(line, character);
    const command = 'vscode.executeDefinitionProvider';
    return (await vscode.commands.executeCommand<Target[] | undefined>(command, uri, position)) ?? [];
  } catch {
    return [];
  }
}

async function withDeadline<T>(answer: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadlineMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function placeOf(target: Target): { uri: vscode.Uri; begin: vscode.Position; end: number | undefined } {
  const [uri, whole] =
    'targetUri' in target ? [target.targetUri, target.targetRange] : [target.uri, target.range];
  // A range of one line is mostly the name's alone.
  return { uri, begin: whole.start, end: whole.isSingleLine ? undefined : whole.end.line };
}

function isOfTheWorkspace(uri: vscode.Uri): boolean {
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return true;
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** The document, if it is open or small; `undefined` where it cannot be read. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const id = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === id);
  if (open !== undefined) return open;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : await vscode.workspace.openTextDocument(uri);
  } catch {
    // It is gone, or no text: then it defines nothing that could be shown.
    return undefined;
  }
}
