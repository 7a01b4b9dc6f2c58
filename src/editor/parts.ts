import type * as vscode from 'vscode';
import { Activity } from '../core/endpoint/activity';
import type { EndpointAddress } from '../core/endpoint/address';
import type { Endpoint } from '../core/endpoint/endpoint';
import { endpointFetch, type KeyFor } from '../core/endpoint/endpointFetch';
import { Endpoints } from '../core/endpoint/endpoints';
import { huggingFaceEndpoint } from '../core/endpoint/huggingFace';
import { observed } from '../core/endpoint/observed';
import { nodeFetch } from '../core/endpoint/transport.node';
import { ChatView } from './chat/view';
import { Reports } from './diagnose';
import { InterfaceText } from './interfaceText';
import { createLog, type LogChannel } from './log';
import { OutageNotice } from './outageNotice';
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
  readonly outages: OutageNotice;
  readonly finder: EndpointFinder;
  readonly chat: ChatView;
  readonly reports: Reports;
  /** Opens the door to a server. Sends nothing. */
  readonly connect: (address: EndpointAddress, keyFor?: KeyFor) => Endpoint;
}

/** Builds the parts and joins them; starts nothing and touches no network. */
export function createParts(context: vscode.ExtensionContext): Parts {
  const { extensionUri } = context;
  const log = createLog();
  const settings = new Settings();
  const text = new InterfaceText(extensionUri, settings);
  const keys = new Keys(context.secrets, log);
  const fetch = nodeFetch(`Aliada/${version(context)} (VS Code extension)`);
  const activity = new Activity(false);
  const connect = (address: EndpointAddress, keyFor: KeyFor = keys.get): Endpoint =>
    observed(huggingFaceEndpoint(address, endpointFetch(fetch, address.origin, keyFor)), activity, log);
  const outages = new OutageNotice();
  const endpoints = new Endpoints(
    (use) => settings.endpoints(use),
    connect,
    (use) => ({
      onStandIn: (standIn) => activity.standIn(use, standIn),
      begin: () => activity.hold(),
      onWorks: (host) => outages.succeeded(host),
      // The chat says itself what went wrong; completion decides by whether the person asked for it.
      onFailed: (error) => {
        if (use === 'chat') outages.failed(error, 'shown');
      },
    }),
  );
  const finder = new EndpointFinder(endpoints, settings, fetch);
  const reports = new Reports({ endpoints, keys, text });
  const chat = new ChatView({ extensionUri, finder, text, log });
  return {
    extensionUri,
    log,
    settings,
    text,
    keys,
    activity,
    endpoints,
    outages,
    finder,
    chat,
    reports,
    connect,
  };
}

function version(context: vscode.ExtensionContext): string {
  return (context.extension.packageJSON as { version: string }).version;
}
