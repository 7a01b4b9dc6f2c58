import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { ignoreFileNames, type FilePlace, type Top } from '../../core/privacy/exclusions';
import { personalExcludes, repositoryExcludes, repositoryOf } from '../../core/privacy/git.node';
import type { IgnoreFiles } from '../platform/platform';
import { WorkspaceIgnoreFiles } from './workspaceIgnoreFiles';

/** How often places outside of the workspace are looked at again at most, in milliseconds. */
const pauseMs = 1_000;

/**
 * Reads the files with rules: those of the workspace through VS Code, and on this computer's own disk those of git
 * above the workspace folder and in the person's home.
 */
export class DiskIgnoreFiles implements IgnoreFiles {
  private readonly workspace = new WorkspaceIgnoreFiles();
  /**
   * Places outside of the workspace that the answers rest on, and what each was like. Looked at again rather than
   * watched: VS Code's watcher misses what happens in a folder that was not there when it began.
   */
  private readonly places = new Map<string, Promise<string>>();
  private lookedAt = 0;

  /** @param changed called when something outside of the workspace came, changed or went. */
  constructor(private readonly changed: () => void) {}

  async lookAgain(): Promise<void> {
    const now = performance.now();
    if (now - this.lookedAt < pauseMs) return;
    this.lookedAt = now;
    for (const [place, before] of [...this.places]) {
      if ((await stampOf(place)) === (await before)) continue;
      this.places.clear();
      this.changed();
      return;
    }
  }

  async top(root: string): Promise<Top> {
    const uri = vscode.Uri.parse(root, true);
    if (uri.scheme !== 'file') return { root, below: '' };
    const { top, folder } = await repositoryOf(uri.fsPath, this.note);
    if (top === folder) return { root, below: '' };
    for (let above = dirname(folder); above.length >= top.length; above = dirname(above)) {
      for (const name of ignoreFileNames) this.note(join(above, name));
      if (dirname(above) === above) break;
    }
    return { root: vscode.Uri.file(top).toString(), below: `${slashes(relative(top, folder))}/` };
  }

  read(root: string, path: string): Promise<string | undefined> {
    return this.workspace.read(root, path);
  }

  repositoryExcludes(root: string, folder: string): Promise<string | undefined> {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(root, true), folder);
    if (uri.scheme !== 'file') return Promise.resolve(undefined);
    return repositoryExcludes(uri.fsPath, this.note);
  }

  personalExcludes(root: string): Promise<string | undefined> {
    if (vscode.Uri.parse(root, true).scheme !== 'file') return Promise.resolve(undefined);
    return personalExcludes(homedir(), process.env, this.note);
  }

  async resolve(place: FilePlace): Promise<FilePlace> {
    const uri = vscode.Uri.parse(place.id, true);
    if (uri.scheme !== 'file' && uri.scheme !== 'vscode-notebook-cell') return place;
    const real = await realPath(uri.fsPath);
    const root = place.root === undefined ? undefined : vscode.Uri.parse(place.root, true);
    const realRoot = root === undefined ? undefined : await realPath(root.fsPath);
    if (realRoot !== undefined && (real === realRoot || real.startsWith(realRoot + sep))) {
      return { ...place, path: slashes(real.slice(realRoot.length)) };
    }
    return { ...place, root: undefined, path: slashes(real) };
  }

  private readonly note = (place: string): void => {
    if (!this.places.has(place)) this.places.set(place, stampOf(place));
  };
}

/** Changes with a file's content, and for a folder when it comes and goes; never fails. */
async function stampOf(place: string): Promise<string> {
  try {
    const found = await stat(place);
    return found.isFile() ? `${found.mtimeMs} ${found.size}` : 'no file';
  } catch {
    return 'not there';
  }
}

/** Where a file really lies; one that is not there yet lies where it says. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
