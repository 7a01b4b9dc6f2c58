import * as vscode from 'vscode';
import type { Endpoints } from '../../core/endpoint/endpoints';
import { setUp, type SetUpResult } from '../../core/setup/flow';
import { t } from '../../core/text';
import type { Settings } from '../settings';
import { setUpQuestions, type QuestionParts } from './setUpQuestions';

export interface SetUpParts extends QuestionParts {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
}

/** Asks for an endpoint step by step and keeps it, with its key, in the person's own settings. Esc ends it. */
export async function setUpEndpoint(parts: SetUpParts): Promise<void> {
  const result = await setUp(setUpQuestions(parts));
  if (result !== undefined) await keepEndpoint(result, parts);
}

/** What keeping an endpoint needs. */
export type KeepParts = Pick<SetUpParts, 'keys' | 'settings' | 'endpoints'>;

/** Writes an endpoint into the person's own settings, and says so. */
export async function keepEndpoint(result: SetUpResult, parts: KeepParts): Promise<void> {
  const { address, key, chat, completion } = result;
  if (key !== undefined) await parts.keys.set(address.origin, key);
  const { settings } = parts;
  if (chat !== null) await settings.addEndpoint({ url: address.base, model: chat });
  // With no list of its own, completion already uses the chat's.
  const follows = completion === chat && settings.own('completion').length === 0;
  if (completion !== null && !follows) {
    await settings.addEndpoint({ url: address.base, model: completion }, 'completion');
  }
  tell(result, parts);
}

function tell({ address, chat, completion }: SetUpResult, { endpoints }: KeepParts): void {
  const uses = [
    ...(chat === null ? [] : ['chat' as const]),
    ...(completion === null ? [] : ['completion' as const]),
  ];
  if (uses.some((use) => endpoints.addresses(use)[0]?.base !== address.base)) {
    void vscode.window.showWarningMessage(
      t('The settings of this workspace decide otherwise, and they come first.'),
    );
    return;
  }
  void vscode.window.showInformationMessage(summary(chat, completion, address.host));
}

function summary(chat: string | null, completion: string | null, host: string): string {
  if (chat === null) return t('Completion now asks {0} at {1}.', completion ?? '', host);
  if (completion === null) return t('The chat now asks {0} at {1}.', chat, host);
  return chat === completion
    ? t('Aliada now asks {0} at {1}.', chat, host)
    : t('The chat now asks {0}, completion {1}, both at {2}.', chat, completion, host);
}
