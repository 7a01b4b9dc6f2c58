import * as vscode from 'vscode';
import { parseAddress, type AddressProblem, type EndpointAddress } from '../../core/endpoint/address';
import { describeError } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import { EndpointError } from '../../core/endpoint/errors';
import { isSuitable } from '../../core/models/choice';
import { t } from '../../core/text';
import { showFailure } from '../remedies';
import type { Keys } from '../secrets';
import type { Settings } from '../settings';
import type { EndpointFinder } from './endpointFinder';
import { askForKey } from './setKey';

export interface SetUpParts {
  readonly finder: EndpointFinder;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly connect: (address: EndpointAddress) => Endpoint;
}

/** Asks for an endpoint step by step: the server, its key where it wants one, the model. Esc ends it. */
export async function setUpEndpoint(parts: SetUpParts): Promise<void> {
  const address = await chooseServer(parts);
  if (address === undefined) return;
  const models = await listModels(address, parts);
  if (models === undefined) return;
  const model = await chooseModel(models, address.host);
  if (model === undefined) return;
  await parts.settings.addEndpoint({ url: address.base, model });
  void vscode.window.showInformationMessage(t('Aliada now asks {0} at {1}.', model, address.host));
}

async function chooseServer({ finder }: SetUpParts): Promise<EndpointAddress | undefined> {
  const found = await busy(t('Looking for model servers on this computer…'), (signal) => finder.find(signal));
  if (found === undefined) return undefined;
  const byHand = { label: t('Enter an address…'), description: '', address: undefined };
  if (found.length === 0) return enterAddress();
  const items = found.map(({ address, name }) => ({ label: address.host, description: name, address }));
  const chosen = await vscode.window.showQuickPick([...items, byHand], {
    title: t('Set up endpoint'),
    placeHolder: t('Found on this computer'),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.address ?? enterAddress();
}

async function enterAddress(): Promise<EndpointAddress | undefined> {
  const entered = await vscode.window.showInputBox({
    title: t('Set up endpoint'),
    prompt: t('Address of an OpenAI-compatible server with an ALIA or Salamandra model'),
    placeHolder: 'https://example.org/v1',
    ignoreFocusOut: true,
    validateInput: (text) => {
      const address = parseAddress(text);
      return typeof address === 'string' ? addressProblem(address) : undefined;
    },
  });
  if (entered === undefined) return undefined;
  const address = parseAddress(entered);
  return typeof address === 'string' ? undefined : address;
}

function addressProblem(problem: AddressProblem): string {
  switch (problem) {
    case 'notAUrl':
      return t('This is not a web address.');
    case 'notHttp':
      return t('The address must begin with http:// or https://.');
    case 'hasCredentials':
      return t('Leave user name and password out; Aliada asks for the key next.');
  }
}

/** The server's models; asks for a key, once, where the server wants one. */
async function listModels(
  address: EndpointAddress,
  { connect, keys }: SetUpParts,
): Promise<readonly string[] | undefined> {
  const ask = (): Promise<readonly string[] | undefined> =>
    busy(t('Asking {0} for its models…', address.host), (signal) => connect(address).models(signal));
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    if (error.reason !== 'auth') return withoutList(error);
  }
  if (!(await askForKey(address, keys))) return undefined;
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    return withoutList(error);
  }
}

/** Some gateways list no models: there the name is asked for. Any other failure is shown and ends the set-up. */
function withoutList(error: EndpointError): readonly string[] | undefined {
  if (error.reason === 'notFound' || error.reason === 'badResponse') return [];
  if (error.reason !== 'aborted') void showFailure(describeError(error));
  return undefined;
}

function chooseModel(models: readonly string[], host: string): Thenable<string | undefined> {
  const suitable = models.filter(isSuitable);
  if (suitable.length === 0) {
    return vscode.window.showInputBox({
      title: t('Set up endpoint'),
      prompt: t('{0} lists no model that fits. What is the name of the model to ask?', host),
      placeHolder: 'BSC-LT/salamandra-7b-instruct',
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? t('A name is needed.') : undefined),
    });
  }
  return vscode.window.showQuickPick(suitable, {
    title: t('Set up endpoint'),
    placeHolder: t('Model to ask at {0}', host),
    ignoreFocusOut: true,
  });
}

/** Runs `task` under a progress notice that can be cancelled; `undefined` when it was. */
async function busy<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const result = await task(abort.signal);
    return abort.signal.aborted ? undefined : result;
  });
}
