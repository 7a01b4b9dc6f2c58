import * as vscode from 'vscode';
import type { EndpointAddress } from '../../core/endpoint/address';
import { isKey } from '../../core/endpoint/endpointFetch';
import type { Endpoints } from '../../core/endpoint/endpoints';
import { t } from '../../core/text';
import type { Keys } from '../secrets';

/** Asks for an endpoint's key and keeps it; an empty one removes what is kept. */
export async function setKey(endpoints: Endpoints, keys: Keys): Promise<void> {
  const address = await chooseAddress(endpoints.everyAddress());
  if (address !== undefined) await askForKey(address, keys);
}

/** @returns false where the person gave none. */
async function askForKey(
  { origin, host }: Pick<EndpointAddress, 'origin' | 'host'>,
  keys: Keys,
): Promise<boolean> {
  const key = await vscode.window.showInputBox({
    title: t('API key for {0}', host),
    prompt: t('Kept in VS Code’s secret storage and sent only to {0}. Empty removes it.', origin),
    password: true,
    validateInput: (text) =>
      text.trim() === '' || isKey(text.trim()) ? undefined : t('There is a character in it that no key has.'),
    ignoreFocusOut: true,
  });
  if (key === undefined) return false;
  await keys.set(origin, key.trim());
  const said =
    key.trim() === '' ? t('The key for {0} was removed.', host) : t('The key for {0} is kept.', host);
  void vscode.window.showInformationMessage(said);
  return key.trim() !== '';
}

async function chooseAddress(all: readonly EndpointAddress[]): Promise<EndpointAddress | undefined> {
  const byOrigin = new Map(all.map((address) => [address.origin, address]));
  const [first, ...more] = byOrigin.values();
  if (first === undefined) {
    await vscode.commands.executeCommand('aliada.setUpEndpoint');
    return undefined;
  }
  if (more.length === 0) return first;
  const chosen = await vscode.window.showQuickPick(
    [first, ...more].map((address) => ({ label: address.host, address })),
    { title: t('Which server is the key for?'), ignoreFocusOut: true },
  );
  return chosen?.address;
}
