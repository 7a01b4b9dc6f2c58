import * as vscode from 'vscode';
import { isLoopback } from '../../core/endpoint/address';
import type { ConsentAnswer } from '../../core/privacy/consent';
import type { Destination } from '../../core/privacy/gate';
import { t } from '../../core/text';
import { tokenOf } from '../cancellation';

type Answer = ConsentAnswer | 'forget';

/**
 * The question whether code may go to a server: its host, what is sent and what never is. A list, because
 * a notice vanishes by itself, unanswered, and a dialog would stand in the way of everything.
 */
export async function askConsent(to: Destination, signal: AbortSignal): Promise<ConsentAnswer | undefined> {
  const answer = await choose(to, answers(to), signal);
  return answer === 'forget' ? undefined : answer;
}

/** The same question for an answer that may also be taken back. */
export function reviseConsent(to: Destination, signal: AbortSignal): Promise<Answer | undefined> {
  const back = {
    label: t('$(discard) Take the answer back'),
    detail: t('Aliada asks again before it sends anything there.'),
    answer: 'forget' as const,
  };
  return choose(to, [...answers(to), back], signal);
}

interface Item extends vscode.QuickPickItem {
  /** `exclude` is no answer: it opens the setting, and the question stays. */
  readonly answer?: Answer | 'exclude';
}

function answers(to: Destination): readonly Item[] {
  return [
    {
      label: t('$(check) Allow {0}', to.host),
      description: connectionWords(to),
      detail: t('Sent are code near the cursor and from open files, what you select, your questions.'),
      answer: 'allow',
    },
    {
      label: t('$(circle-slash) Do not allow it'),
      detail: t('Nothing goes there. To change your mind: “Aliada: Manage Consent”.'),
      answer: 'deny',
    },
  ];
}

/** The promise stands in entries of its own: the field above the list has no room for it, and hides it while typing. */
function promise(): readonly Item[] {
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: t('$(shield) Never sent: .env files, keys, excluded files'),
      detail: t('Passwords and tokens are masked. Enter: exclude more files.'),
      answer: 'exclude',
    },
  ];
}

async function choose(
  { host }: Destination,
  items: readonly Item[],
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const options = {
    title: t('May Aliada send code to {0}?', host),
    placeHolder: t('Esc: decide later'),
    ignoreFocusOut: true,
    matchOnDescription: false,
  };
  for (;;) {
    const all = [...items, ...promise()];
    const answer = (await vscode.window.showQuickPick(all, options, tokenOf(signal)))?.answer;
    if (answer !== 'exclude') return answer;
    await vscode.commands.executeCommand('workbench.action.openSettings', 'aliada.exclude');
  }
}

function connectionWords({ origin, host }: Destination): string {
  if (isLoopback(host)) return t('on this computer');
  return origin.startsWith('https:') ? t('encrypted') : t('not encrypted: others can read it');
}
