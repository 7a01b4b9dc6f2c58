import type * as vscode from 'vscode';
import { Activity } from '../core/endpoint/activity';
import type { EndpointAddress } from '../core/endpoint/address';
import type { Endpoint } from '../core/endpoint/endpoint';
import { certificates } from '../core/endpoint/certificates.node';
import { endpointFetch } from '../core/endpoint/endpointFetch';
import { Endpoints } from '../core/endpoint/endpoints';
import { huggingFaceEndpoint } from '../core/endpoint/huggingFace';
import { limited } from '../core/endpoint/limited';
import { bounded } from '../core/endpoint/bounded';
import { observed } from '../core/endpoint/observed';
import { patient } from '../core/endpoint/patient';
import { nodeFetch } from '../core/endpoint/transport.node';
import { ChatView } from './chat/view';
import { InterfaceText } from './interfaceText';
import { createLog, type LogChannel } from './log';
import { Keys } from './secrets';
import { Settings } from './settings';
import { EndpointFinder } from './setup/endpointFinder';

/** All that the extension is made of. */
export interface Parts {
  readonly extensionUri: vscode.Uri;
  readonly log: LogChannel;
  readonly settings: Settings;
  readonly text: InterfaceText;
  readonly keys: Keys;
  readonly activity: Activity;
  readonly endpoints: Endpoints;
  readonly finder: EndpointFinder;
  readonly chat: ChatView;
  /** Opens the door to a server. Sends nothing. */
  readonly connect: (address: EndpointAddress) => Endpoint;
}

/** Builds the parts and joins them; starts nothing and touches no network. */
export function createParts(context: vscode.ExtensionContext): Parts {
  const { extensionUri } = context;
  const log = createLog();
  const settings = new Settings();
  const text = new InterfaceText(extensionUri, settings);
  const keys = new Keys(context.secrets, log);
  const tlsFor = certificates(() => settings.network().network);
  const fetch = nodeFetch(`Aliada/${version(context)} (VS Code extension)`, {}, tlsFor);
  const activity = new Activity(false);
  const connect = (address: EndpointAddress): Endpoint => {
    const door = endpointFetch(fetch, address.origin, keys.get, address.headers);
    const steady = limited(bounded(huggingFaceEndpoint(address, door)));
    return observed(patient(steady, { onWait: (error) => activity.wait(error) }), activity, log);
  };
  const endpoints = new Endpoints((use) => settings.endpoints(use), connect);
  const finder = new EndpointFinder(endpoints, settings, fetch);
  const chat = new ChatView({ extensionUri, finder, text, log });
  return { extensionUri, log, settings, text, keys, activity, endpoints, finder, chat, connect };
}

function version(context: vscode.ExtensionContext): string {
  return (context.extension.packageJSON as { version: string }).version;
}
