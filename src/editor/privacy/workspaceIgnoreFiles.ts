import * as vscode from 'vscode';
import type { FilePlace, Top } from '../../core/privacy/exclusions';
import type { IgnoreFiles } from '../platform/platform';

/** Absent, for certain: any other fault means that nobody knows, and then nothing is sent. */
const absent = ['FileNotFound', 'FileIsADirectory', 'FileNotADirectory'];

/** Reads the files with rules in the workspace, wherever VS Code has it from. Above the workspace it sees nothing. */
export class WorkspaceIgnoreFiles implements IgnoreFiles {
  lookAgain(): Promise<void> {
    return Promise.resolve();
  }

  top(root: string): Promise<Top> {
    return Promise.resolve({ root, below: '' });
  }

  async read(root: string, path: string): Promise<string | undefined> {
    try {
      const file = vscode.Uri.joinPath(vscode.Uri.parse(root, true), path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && absent.includes(error.code)) return undefined;
      throw error;
    }
  }

  repositoryExcludes(root: string, folder: string): Promise<string | undefined> {
    return this.read(root, `${folder}.git/info/exclude`);
  }

  personalExcludes(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  resolve(place: FilePlace): Promise<FilePlace> {
    return Promise.resolve(place);
  }
}
