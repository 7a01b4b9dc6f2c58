import * as vscode from 'vscode';
import type { Endpoints } from '../../core/endpoint/endpoints';
import type { Destination } from '../../core/privacy/gate';
import { t } from '../../core/text';
import { reviseConsent } from './consentQuestion';
import type { Privacy } from './privacy';

export interface ManageConsentParts {
  readonly privacy: Privacy;
  readonly endpoints: Endpoints;
}

/** Lists the servers of the settings, and those that an answer is kept for; each answer can be changed. */
export async function manageConsent({ privacy, endpoints }: ManageConsentParts): Promise<void> {
  const { consents, gate } = privacy;
  const servers = destinations(endpoints, privacy);
  if (servers.length === 0) {
    void vscode.window.showInformationMessage(t('There is no server to decide about yet.'));
    return;
  }
  const items = servers.map((to) => ({
    label: to.host,
    description: standing(to, privacy),
    detail: to.origin,
    to,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Where your code may go'),
    placeHolder: t('Choose a server to change your answer'),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return;
  const { to } = chosen;
  const never = new AbortController().signal;
  if (consents.answer(to.origin) === undefined) {
    await gate.ask(to, never);
    return;
  }
  const answer = await reviseConsent(to, never);
  if (answer !== undefined) await consents.set(to.origin, answer === 'forget' ? undefined : answer);
}

function destinations(endpoints: Endpoints, { consents }: Privacy): readonly Destination[] {
  const set = endpoints.everyAddress();
  const answered = consents.list().map(({ origin }) => ({ origin, host: new URL(origin).host }));
  // The servers of the settings come first, each origin once.
  const all = new Map<string, Destination>();
  for (const to of [...set, ...answered]) if (!all.has(to.origin)) all.set(to.origin, to);
  return [...all.values()];
}

function standing(to: Destination, { consents, gate }: Privacy): string {
  if (!gate.isAllowed(to.origin)) return t('kept out by {0}', 'aliada.allowedHosts');
  switch (consents.answer(to.origin)) {
    case 'allow':
      return t('allowed');
    case 'deny':
      return t('not allowed');
    case undefined:
      return t('not answered yet');
  }
}
