import * as vscode from 'vscode';
import { answerMayBeLost } from '../../core/completion/audience';
import type { CompletionEngine } from '../../core/completion/engine';
import type { CompletionRequest, Suggestion } from '../../core/completion/request';
import { isWanted } from '../../core/completion/scope';
import type { Snooze } from '../../core/completion/snooze';
import { isAtSecret, standsBack } from '../../core/completion/standBack';
import { describeError, isFailure } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Endpoints } from '../../core/endpoint/endpoints';
import { EndpointError } from '../../core/endpoint/errors';
import { describeExclusion, describeSecret } from '../../core/privacy/describeExclusion';
import { signalOf } from '../cancellation';
import { languageIdOf, notebookEntryOf } from '../languages/languageIdOf';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';
import type { OutageNotice } from '../outageNotice';
import { showFailure } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { completionRequest } from './request';
import type { Usage } from './usage';

export interface CompletionParts {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  readonly finder: EndpointFinder;
  readonly files: PrivateFiles;
  readonly outages: OutageNotice;
}

/** By then VS Code shows what it was answered, in milliseconds; and how often that is hoped for. */
const shownMs = 80;
const mostTries = 3;

/** Answers VS Code's questions for ghost text. */
export class Provider implements vscode.InlineCompletionItemProvider {
  /** The state of the document in which VS Code was made to ask again; no person wished that. */
  private again: { readonly document: vscode.TextDocument; readonly version: number } | undefined;

  constructor(
    private readonly parts: CompletionParts,
    private readonly engine: CompletionEngine,
    private readonly snooze: Snooze,
    private readonly usage: Usage,
  ) {}

  async provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.InlineCompletionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlineCompletionItem[] | undefined> {
    const started = performance.now();
    const explicit = context.triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
    const invoked = explicit && !this.isAgain(document);
    if (explicit) this.again = undefined;
    const scope = this.parts.settings.completion();
    if (!isWanted(scope, languageIdOf(document), notebookEntryOf(document))) return undefined;
    if (this.snooze.isOn && !invoked) return undefined;
    const kept = await this.parts.files.exclusion(document.uri);
    if (kept !== undefined) {
      if (invoked) vscode.window.setStatusBarMessage(describeExclusion(kept, nameOf(document.uri)), 8_000);
      return undefined;
    }
    const selected = context.selectedCompletionInfo;
    const request = completionRequest(document, position, invoked ? 'invoke' : 'automatic', selected);
    if (request === undefined || (!invoked && standsBack(request, scope))) return undefined;
    // What the suggest widget would insert is the person's choice: only what is known already may follow it.
    const { version } = document;
    token.onCancellationRequested(() => {
      if (selected !== undefined || document.version !== version) return;
      this.engine.withdrawn(request, performance.now() - started);
    });
    const suggestions =
      selected === undefined
        ? await this.ask(request, invoked, signalOf(token))
        : [this.engine.recall(request)].filter((suggestion) => suggestion !== undefined);
    if (token.isCancellationRequested || suggestions.length === 0) return undefined;
    const items = suggestions.map((suggestion) => itemOf(suggestion, position, selected));
    const waitedMs = performance.now() - started;
    this.usage.offered(document, position, suggestions, waitedMs);
    if (!explicit && answerMayBeLost(waitedMs) && listWaits(document, position)) {
      const { version } = document;
      setTimeout(() => {
        if (document.version === version && isAt(document, position)) void this.askAgain(document, 'late');
      }, shownMs);
    }
    return items;
  }

  /**
   * Lets VS Code ask again, as if the person went on typing. Where ghost text is on the screen, its own command for that
   * would go on showing the item that it has and put the longer one behind it; the command for the next one
   * asks first and then goes on to it, in one step: nothing flickers (`test/e2e/completionGrows.test.ts`). It does
   * nothing where no ghost text is on the screen, so VS Code is given the time to put it there.
   * @param answer `grown` where VS Code shows the beginning, `late` where it shows nothing, or maybe nothing.
   */
  async askAgain(document: vscode.TextDocument, answer: 'grown' | 'late'): Promise<void> {
    const wish = { document, version: document.version };
    this.again = wish;
    if (answer === 'late') {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
      return;
    }
    for (let left = mostTries; left > 0 && this.again === wish; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, shownMs));
      if (!this.isAgain(document)) break;
      await vscode.commands.executeCommand('editor.action.inlineSuggest.showNext');
    }
  }

  private isAgain(document: vscode.TextDocument): boolean {
    return this.again?.document === document && this.again.version === document.version;
  }

  private async ask(
    request: CompletionRequest,
    invoked: boolean,
    signal: AbortSignal,
  ): Promise<readonly Suggestion[]> {
    const endpoint = await this.endpoint(invoked, signal);
    if (endpoint === undefined) return [];
    try {
      // Who asks once more at the same place wants to choose.
      const seen = invoked && this.engine.hasOffered(request);
      const suggestion = await this.engine.suggest(request, endpoint, signal);
      if (suggestion === undefined) {
        if (invoked && isAtSecret(request)) vscode.window.setStatusBarMessage(describeSecret(), 8_000);
        return [];
      }
      const other = seen ? await this.engine.another(request, endpoint, signal) : undefined;
      return other === undefined ? [suggestion] : [suggestion, other];
    } catch (error) {
      if (!isFailure(error)) throw error;
      // While typing, the status bar says it, and one notice where that does not pass.
      if (error instanceof EndpointError) this.parts.outages.failed(error, invoked ? 'shown' : 'silent');
      if (invoked && error.reason !== 'aborted') void showFailure(describeError(error));
      return [];
    }
  }

  /** While typing only what is set is asked; looking for a server needs a person's wish. */
  private async endpoint(invoked: boolean, signal: AbortSignal): Promise<Endpoint | undefined> {
    const { endpoints, finder } = this.parts;
    return invoked ? finder.endpoint('completion', signal) : endpoints.first('completion');
  }
}

/**
 * True where VS Code's list of suggestions waits for ghost text, and takes its question back after a while: behind a
 * word, unless a person wants the list otherwise.
 */
function listWaits(document: vscode.TextDocument, position: vscode.Position): boolean {
  if (document.getWordRangeAtPosition(position)?.end.isEqual(position) !== true) return false;
  const kinds = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  return typeof kinds === 'object' && Object.values(kinds ?? {}).includes('offWhenInlineCompletions');
}

function isAt(document: vscode.TextDocument, position: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && editor.selection.active.isEqual(position);
}

/** Run by VS Code once an item was taken whole: the only way in which it tells. No command for people. */
export const takenCommand = '_aliada.completionTaken';

function itemOf(
  { text, replacePrefix, replaceSuffix, id }: Suggestion,
  position: vscode.Position,
  selected: vscode.SelectedCompletionInfo | undefined,
): vscode.InlineCompletionItem {
  const start = selected?.range.start ?? position.translate(0, -replacePrefix);
  const range = new vscode.Range(start, (selected?.range.end ?? position).translate(0, replaceSuffix));
  const command = { command: takenCommand, title: '', arguments: [id] };
  return new vscode.InlineCompletionItem((selected?.text ?? '') + text, range, command);
}
