import type * as vscode from 'vscode';
import { Figures } from '../core/completion/figures';
import { Snooze } from '../core/completion/snooze';
import { Activity } from '../core/endpoint/activity';
import type { EndpointAddress } from '../core/endpoint/address';
import type { Endpoint } from '../core/endpoint/endpoint';
import { ChatModels } from '../core/endpoint/chatModels';
import { chainLook } from '../core/endpoint/certificate.node';
import { certificates } from '../core/endpoint/certificates.node';
import { endpointFetch, type KeyFor } from '../core/endpoint/endpointFetch';
import { Endpoints } from '../core/endpoint/endpoints';
import { huggingFaceEndpoint } from '../core/endpoint/huggingFace';
import { limited } from '../core/endpoint/limited';
import { bounded } from '../core/endpoint/bounded';
import { observed } from '../core/endpoint/observed';
import { DriftTally } from '../core/language/spoken/driftTally';
import { Profiles } from '../core/endpoint/profiles';
import { allowedOnly } from '../core/privacy/allowedOnly';
import { gated } from '../core/privacy/gated';
import { nodeFetch } from '../core/endpoint/transport.node';
import { ProposedChanges } from './changes/proposedChanges';
import { ChatView } from './chat/view';
import { driftStore } from './chat/driftStore';
import { CommitMessages } from './editing/commit';
import { Instructions } from './editing/instruction';
import { figureStore } from './completion/figureStore';
import { Reports } from './diagnose';
import { FirstSteps } from './firstSteps/firstSteps';
import { GlossaryFile } from './glossary/file';
import { InterfaceText } from './interfaceText';
import { createLog, type LogChannel } from './log';
import { createPrivacy, type Privacy } from './privacy/privacy';
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
  readonly firstSteps: FirstSteps;
  readonly glossary: GlossaryFile;
  readonly keys: Keys;
  readonly privacy: Privacy;
  readonly activity: Activity;
  readonly endpoints: Endpoints;
  readonly outages: OutageNotice;
  readonly finder: EndpointFinder;
  readonly models: ChatModels;
  readonly chat: ChatView;
  /** Changes of documents to accept or refuse. */
  readonly changes: ProposedChanges;
  readonly instructions: Instructions;
  readonly commits: CommitMessages;
  readonly snooze: Snooze;
  /** What became of today's suggestions. */
  readonly figures: Figures;
  /** How often models answered in another language than they were asked for. */
  readonly drift: DriftTally;
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
  const firstSteps = new FirstSteps(text, context.extension.id);
  const glossary = new GlossaryFile(extensionUri, log);
  const keys = new Keys(context.secrets, log, context.globalState);
  const activity = new Activity(false);
  const profiles = new Profiles();
  const privacy = createPrivacy(context, settings, activity, log);
  const { gate, sent } = privacy;
  const tlsFor = certificates(() => settings.network().network);
  const network = nodeFetch(`Aliada/${version(context)} (VS Code extension)`, {}, tlsFor);
  const fetch = allowedOnly(network, (origin) => gate.isAllowed(origin));
  const connect = (address: EndpointAddress, keyFor: KeyFor = keys.get): Endpoint => {
    const door = endpointFetch(fetch, address.origin, keyFor, address.headers);
    const steady = limited(bounded(huggingFaceEndpoint(address, door, profiles)));
    return gated(observed(steady, activity, log), address, gate, sent);
  };
  settings.onChange(() => profiles.forget());
  // A locked server may have said nothing of itself to whoever had no key.
  context.subscriptions.push(context.secrets.onDidChange(() => profiles.forget()));
  const outages = new OutageNotice();
  const endpoints = new Endpoints(
    (use) => settings.endpoints(use),
    connect,
    (use) => ({
      onStandIn: (standIn) => activity.standIn(use, standIn),
      onWait: (error, stop) => activity.wait(error, stop),
      begin: () => activity.hold(),
      onWorks: (host) => outages.succeeded(host),
      // The chat says itself what went wrong; completion decides by whether the person asked for it.
      onFailed: (error) => {
        if (use === 'chat') outages.failed(error, 'shown');
      },
    }),
  );
  const finder = new EndpointFinder(endpoints, settings, fetch, privacy.consents);
  const drift = new DriftTally(driftStore(context.globalState));
  const models = new ChatModels(endpoints, profiles);
  const reports = new Reports({ endpoints, keys, text, drift, lookAtChain: chainLook(tlsFor) });
  const changes = new ProposedChanges(text.onChange);
  const chat = new ChatView({
    extensionUri,
    storage: context,
    finder,
    endpoints,
    models,
    text,
    settings,
    log,
    glossary,
    drift,
    files: privacy.files,
    changes,
    answered: () => firstSteps.reach('answered'),
  });
  const commits = new CommitMessages({ changes, finder, settings, privacy, log });
  const snooze = new Snooze();
  const figures = new Figures(figureStore(context.globalState), today);
  return {
    extensionUri,
    log,
    settings,
    text,
    firstSteps,
    glossary,
    keys,
    privacy,
    activity,
    endpoints,
    outages,
    finder,
    models,
    chat,
    changes,
    instructions: new Instructions(),
    commits,
    snooze,
    figures,
    drift,
    reports,
    connect,
  };
}

/** The day in the person's own time. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function version(context: vscode.ExtensionContext): string {
  return (context.extension.packageJSON as { version: string }).version;
}
