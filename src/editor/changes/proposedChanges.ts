import * as vscode from 'vscode';
import { hunkAtLine, lineInResult } from '../../core/changes/proposal';
import type { Hunk } from '../../core/changes/hunks';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import { nameOf } from '../privacy/privateFiles';
import { lensesOf } from './lenses';
import { OpenProposal, type Outcome, type ProposedChange } from './openProposal';

/** The scheme of what is proposed, which the conditions in `package.json` name too. Nothing of it is on a disk. */
const changeScheme = 'aliada-change';

/**
 * Changes to look at before they are made: each is shown beside its document in a diff editor, and accepted or refused
 * there, whole or by hunk. Until then the document is not touched; closing the diff editor refuses what is left.
 */
export class ProposedChanges implements Disposable {
  private readonly open = new Map<string, OpenProposal>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly lenses = new vscode.EventEmitter<void>();
  private readonly registered: Disposable;
  private count = 0;

  /**
   * @param onWords fires when Aliada's words are in another language.
   * @param shown called each time that a change is shown.
   */
  constructor(
    onWords: vscode.Event<void>,
    private readonly shown: () => void = () => undefined,
    private readonly scheme = changeScheme,
  ) {
    this.registered = together(
      this.changes,
      this.lenses,
      onWords(() => this.lenses.fire()),
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changes.event,
        provideTextDocumentContent: (uri) => this.open.get(uri.path)?.text ?? '',
      }),
      vscode.languages.registerCodeLensProvider(
        { scheme },
        {
          onDidChangeCodeLenses: this.lenses.event,
          provideCodeLenses: ({ uri }) => {
            const proposal = this.open.get(uri.path);
            return proposal === undefined ? [] : lensesOf(proposal, uri);
          },
        },
      ),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const proposal of this.open.values()) if (proposal.document === document) proposal.follow();
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const tab of closed) this.closed(this.shownIn(tab));
      }),
    );
  }

  /**
   * Shows a change, and resolves once all of it is decided. Rejects with what the stream failed with; then, too, the
   * document is as it was.
   */
  async propose(change: ProposedChange): Promise<Outcome> {
    const document = await documentOf(change.uri);
    this.count += 1;
    const uri = vscode.Uri.from({ scheme: this.scheme, path: `/${this.count}/${nameOf(change.uri)}` });
    const proposal = new OpenProposal(change, document, () => {
      this.changes.fire(uri);
      this.lenses.fire();
    });
    this.open.set(uri.path, proposal);
    try {
      const isWhole = typeof change.newText === 'string';
      // What is no change at all is not worth an editor.
      if (isWhole && !(await proposal.write())) return await proposal.outcome;
      await this.show(uri, proposal);
      if (isWhole || (await proposal.write())) this.reveal(uri);
      return await proposal.outcome;
    } finally {
      this.open.delete(uri.path);
      await this.leave(uri, proposal);
    }
  }

  /** Puts all that is open into the document, in one step. */
  async acceptAll(uri?: unknown): Promise<void> {
    const { proposal } = this.find(uri);
    if (proposal?.proposal !== undefined) await this.accept(proposal, proposal.proposal.open);
  }

  /** Refuses all that is open, and stops what is being written. */
  refuseAll(uri?: unknown): void {
    this.find(uri).proposal?.close();
  }

  /** @param hunk its id; left out, the one at the cursor. */
  async acceptOne(uri?: unknown, hunk?: unknown): Promise<void> {
    const { proposal, found } = this.findHunk(uri, hunk);
    if (proposal !== undefined && found !== undefined) await this.accept(proposal, [found]);
  }

  /** @param hunk its id; left out, the one at the cursor. */
  refuseOne(uri?: unknown, hunk?: unknown): void {
    const { proposal, found } = this.findHunk(uri, hunk);
    if (proposal !== undefined && found !== undefined) proposal.refuse([found]);
  }

  /** Closes what a window before this one has left open: nobody knows any more what it proposed. */
  async closeLeftOvers(): Promise<void> {
    const left = tabs().filter((tab) => {
      const path = this.shownIn(tab)?.path;
      return path !== undefined && !this.open.has(path);
    });
    if (left.length > 0) await vscode.window.tabGroups.close(left, true);
  }

  dispose(): void {
    for (const proposal of this.open.values()) proposal.close();
    this.registered.dispose();
  }

  private closed(uri: vscode.Uri | undefined): void {
    // One that is moved to another group is closed here and open there.
    const isElsewhere = tabs().some((tab) => this.shownIn(tab)?.path === uri?.path);
    if (uri !== undefined && !isElsewhere) this.open.get(uri.path)?.close();
  }

  private async accept(proposal: OpenProposal, hunks: readonly Hunk[]): Promise<void> {
    const refusal = await proposal.accept(hunks);
    if (refusal !== undefined) void vscode.window.showWarningMessage(refusal);
  }

  private async show(uri: vscode.Uri, { document, change }: OpenProposal): Promise<void> {
    const shown = await vscode.workspace.openTextDocument(uri);
    if (document !== undefined && shown.languageId !== document.languageId) {
      await vscode.languages.setTextDocumentLanguage(shown, document.languageId);
    }
    // A file that does not exist yet is beside an empty one.
    const left = document?.uri ?? uri.with({ path: `/0${uri.path}` });
    await vscode.commands.executeCommand('vscode.diff', left, uri, change.title, { preview: false });
    this.shown();
  }

  /** Brings the first change into sight. */
  private reveal(uri: vscode.Uri): void {
    const state = this.open.get(uri.path)?.proposal;
    const [first] = state?.open ?? [];
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    if (state === undefined || first === undefined || editor === undefined) return;
    const line = Math.min(lineInResult(state, first), editor.document.lineCount - 1);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Closes the diff editor, and goes back to the document where somebody was looking at it. */
  private async leave(uri: vscode.Uri, { document, change }: OpenProposal): Promise<void> {
    const shown = tabs().filter((tab) => this.shownIn(tab)?.toString() === uri.toString());
    const wasActive = shown.some(({ isActive, group }) => isActive && group.isActive);
    if (shown.length > 0) await vscode.window.tabGroups.close(shown, false);
    if (!wasActive || change.uri.scheme === 'vscode-notebook-cell') return;
    // VS Code mostly goes back there by itself; showing it once more would take the focus from where a person is by then.
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    if (
      activeTab?.input instanceof vscode.TabInputText &&
      activeTab.input.uri.toString() === change.uri.toString()
    )
      return;
    const back = document ?? (await documentOf(change.uri));
    if (back !== undefined && !back.isClosed) await vscode.window.showTextDocument(back, { preview: false });
  }

  private find(uri: unknown): { readonly uri: vscode.Uri | undefined; readonly proposal?: OpenProposal } {
    const active = vscode.window.tabGroups.activeTabGroup.activeTab;
    const named =
      uri instanceof vscode.Uri && uri.scheme === this.scheme ? uri : active && this.shownIn(active);
    const proposal = this.open.get(named?.path ?? '');
    return proposal === undefined ? { uri: named } : { uri: named, proposal };
  }

  /** The address of the proposal that a tab shows. */
  private shownIn({ input }: vscode.Tab): vscode.Uri | undefined {
    if (!(input instanceof vscode.TabInputTextDiff)) return undefined;
    return input.modified.scheme === this.scheme ? input.modified : undefined;
  }

  private findHunk(
    uri: unknown,
    id: unknown,
  ): { readonly proposal?: OpenProposal; readonly found?: Hunk | undefined } {
    const { uri: shown, proposal } = this.find(uri);
    const state = proposal?.proposal;
    if (proposal === undefined || state === undefined) return {};
    if (typeof id === 'number') {
      return { proposal, found: [...state.open, ...state.outdated].find((hunk) => hunk.id === id) };
    }
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === shown?.toString(),
    );
    return { proposal, found: hunkAtLine(state, editor?.selection.active.line ?? 0) };
  }
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

/** The document, or `undefined` where there is no such file yet. */
async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const known = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (known !== undefined) return known;
  try {
    await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return vscode.workspace.openTextDocument(uri);
}
