import * as vscode from 'vscode';
import { suggest } from '../../core/completion/engine';
import { isWanted } from '../../core/completion/scope';
import { Unable } from '../../core/completion/unable';
import type { Disposable } from '../../core/disposable';
import { describeError, isFailure } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Endpoints } from '../../core/endpoint/endpoints';
import { EndpointError } from '../../core/endpoint/errors';
import { describeExclusion } from '../../core/privacy/describeExclusion';
import { signalOf } from '../cancellation';
import { together } from '../disposables';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';
import type { OutageNotice } from '../outageNotice';
import { showFailure } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { completionRequest } from './request';

/** Schemes of documents that people write in. A pattern for all would match the chat's input box too. */
const schemes = ['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs', 'vscode-scm'];

export interface CompletionParts {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  readonly finder: EndpointFinder;
  readonly files: PrivateFiles;
  readonly outages: OutageNotice;
}

/** Offers ghost text while typing and on demand. */
export function registerCompletion(parts: CompletionParts): Disposable {
  const selector = schemes.map((scheme) => ({ scheme }));
  const unable = new Unable();
  const forgetting = parts.settings.onChange(() => unable.forget());
  const registered = vscode.languages.registerInlineCompletionItemProvider(selector, {
    provideInlineCompletionItems: async (document, position, context, token) => {
      if (!isWanted(parts.settings.completion(), document.languageId)) return undefined;
      // An item that disagrees with what the suggest widget would insert is hidden by VS Code anyway.
      if (context.selectedCompletionInfo !== undefined) return undefined;
      const invoked = context.triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
      const kept = await parts.files.exclusion(document.uri);
      if (kept !== undefined) {
        if (invoked) {
          vscode.window.setStatusBarMessage(describeExclusion(kept, nameOf(document.uri)), 8_000);
        }
        return undefined;
      }
      const request = completionRequest(document, position, invoked ? 'invoke' : 'automatic');
      if (request === undefined) return undefined;
      const signal = signalOf(token);
      const endpoint = await endpointFor(parts, invoked, signal);
      if (endpoint === undefined || (!invoked && unable.has(endpoint))) return undefined;
      try {
        const suggestion = await suggest(request, endpoint, signal);
        if (suggestion === undefined || signal.aborted) return undefined;
        return [new vscode.InlineCompletionItem(suggestion.text, new vscode.Range(position, position))];
      } catch (error) {
        unable.note(endpoint, error);
        if (!isFailure(error)) throw error;
        // While typing, the status bar says it, and one notice where that does not pass.
        if (error instanceof EndpointError) parts.outages.failed(error, invoked ? 'shown' : 'silent');
        if (invoked && error.reason !== 'aborted') void showFailure(describeError(error));
        return undefined;
      }
    },
  });
  return together(forgetting, registered);
}

/** While typing only what is set is asked; looking for a server needs a person's wish. */
async function endpointFor(
  { endpoints, finder }: CompletionParts,
  invoked: boolean,
  signal: AbortSignal,
): Promise<Endpoint | undefined> {
  return invoked ? finder.endpoint('completion', signal) : endpoints.first('completion');
}
