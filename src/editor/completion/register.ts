import * as vscode from 'vscode';
import { chooseManner } from '../../core/chat/manner';
import { CompletionEngine } from '../../core/completion/engine';
import type { Figures } from '../../core/completion/figures';
import type { Anchor } from '../../core/completion/generation';
import { grantedPerMinute } from '../../core/completion/granted';
import type { Snooze } from '../../core/completion/snooze';
import { isFailure } from '../../core/endpoint/describe';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import type { FirstSteps } from '../firstSteps/firstSteps';
import { placeAt } from './request';
import { Provider, takenCommand, type CompletionParts } from './provider';
import { createContext } from './context';
import { documentSchemes, issueScheme } from './schemes';
import { noticeRivals } from './rivalNotice';
import { Usage } from './usage';

/** Offers ghost text while typing and on demand. */
export function registerCompletion(
  parts: CompletionParts & {
    readonly snooze: Snooze;
    readonly figures: Figures;
    readonly memory: vscode.Memento;
    readonly firstSteps: Pick<FirstSteps, 'reach'>;
  },
): Disposable {
  const { settings, endpoints } = parts;
  const selector = [...documentSchemes, 'vscode-scm', issueScheme].map((scheme) => ({ scheme }));
  const context = createContext(parts.files);
  const engine = new CompletionEngine({
    context: context.snippets,
    language: () => chooseManner(settings.answers(), []).comments,
    perMinute: (host) => settings.requestsPerMinute() ?? grantedPerMinute(host),
    onGrown: (place) => askAgain(place, 'grown'),
    onLate: (place) => askAgain(place, 'late'),
  });
  const usage = new Usage(
    parts.figures,
    () => engine.accepted(),
    () => {
      parts.firstSteps.reach('suggestionOffered');
      void noticeRivals(parts.memory);
    },
  );
  const provider = new Provider(parts, engine, parts.snooze, usage);

  const askAgain = ({ document: uri, prefix }: Anchor, answer: 'grown' | 'late'): void => {
    const { document, selection } = vscode.window.activeTextEditor ?? {};
    if (document?.uri.toString() !== uri || selection === undefined) return;
    if (placeAt(document, selection.active)?.prefix === prefix) void provider.askAgain(document, answer);
  };

  const prepare = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    if (editor === undefined || vscode.languages.match(selector, editor.document) === 0) return;
    const endpoint = endpoints.first('completion');
    if (endpoint === undefined || !settings.completion().enabled) return;
    try {
      await engine.prepare(endpoint, new AbortController().signal);
    } catch (error) {
      // Nobody asked for anything yet; the first wish will say what is wrong.
      if (!isFailure(error)) throw error;
    }
  };

  return together(
    engine,
    context,
    usage,
    vscode.languages.registerInlineCompletionItemProvider(selector, provider),
    vscode.commands.registerCommand(takenCommand, () => {
      engine.accepted();
      usage.acceptedWhole();
    }),
    settings.onChange(() => engine.forget()),
    vscode.workspace.onDidChangeTextDocument((event) => usage.changed(event)),
    // Only here the cursor is where it will be: a change alone does not tell, since editors close brackets.
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }) => {
      const at = selections[0]?.active;
      if (at === undefined || kind === vscode.TextEditorSelectionChangeKind.Mouse) return;
      engine.changed(document.uri.toString(), () => placeAt(document, at));
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => void prepare(editor)),
  );
}
