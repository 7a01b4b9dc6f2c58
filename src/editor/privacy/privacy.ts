import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { Activity } from '../../core/endpoint/activity';
import type { Log } from '../../core/log';
import { Consents } from '../../core/privacy/consent';
import { Gate, type Destination } from '../../core/privacy/gate';
import type { Refusal } from '../../core/privacy/refusal';
import { SentList } from '../../core/privacy/sent';
import { t } from '../../core/text';
import { together } from '../disposables';
import type { Platform } from '../platform/platform';
import type { Settings } from '../settings';
import { askConsent } from './consentQuestion';
import { PrivateFiles } from './privateFiles';

/** What decides on everything that leaves the machine. */
export interface Privacy extends Disposable {
  readonly consents: Consents;
  readonly gate: Gate;
  readonly sent: SentList;
  readonly files: PrivateFiles;
}

const consentName = 'aliada.consent';

/** Builds the gate over the person's own state, which VS Code keeps apart from every workspace. */
export function createPrivacy(
  { globalState }: vscode.ExtensionContext,
  settings: Settings,
  activity: Activity,
  log: Log,
  { ignoreFiles }: Platform,
): Privacy {
  const consents = new Consents({
    read: () => globalState.get(consentName),
    write: (value) => globalState.update(consentName, value),
  });
  const sent = new SentList();
  const files = new PrivateFiles(settings, ignoreFiles);
  const told = new Set<string>();
  const gate: Gate = new Gate({
    consents,
    allowedHosts: () => settings.allowedHosts(),
    onAllowedHosts: settings.onChange,
    ask: askConsent,
    keptBack: (refusal, to) => {
      activity.keptBack(refusal);
      log.debug('keptBack', { host: refusal.host, reason: refusal.reason });
      if (refusal.reason !== 'noConsent' || told.has(to.origin)) return;
      told.add(to.origin);
      void offerToAsk(gate, refusal, to);
    },
    allowedLate: () => void vscode.commands.executeCommand('editor.action.inlineSuggest.trigger'),
  });
  const watcher = consents.onChange(() => activity.keptBack(undefined));
  return { consents, gate, sent, files, dispose: () => together(files, watcher).dispose() };
}

/** One quiet notice for an origin and a session: nobody who types is asked anything. */
async function offerToAsk(gate: Gate, { host }: Refusal, to: Destination): Promise<void> {
  const decide = t('Decide');
  const chosen = await vscode.window.showInformationMessage(
    t('Aliada completes code with {0}, and sends nothing there until you allow it.', host),
    decide,
  );
  if (chosen === decide) await gate.ask(to, new AbortController().signal);
}
