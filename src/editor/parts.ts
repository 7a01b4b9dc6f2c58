import type * as vscode from 'vscode';
import { Figures } from '../core/completion/figures';
import { Snooze } from '../core/completion/snooze';
import { Activity } from '../core/endpoint/activity';
import type { EndpointAddress } from '../core/endpoint/address';
import type { Endpoint } from '../core/endpoint/endpoint';
import { ChatModels } from '../core/endpoint/chatModels';
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
import { localOrigin } from '../core/localModel/localAddress';
import { localFetch } from '../core/localModel/localFetch';
import { startedByWish } from '../core/localModel/localStart';
import { offerLenses } from './changes/offerLenses';
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
import type { LocalModelPart } from './localModel/part';
import { createLog, type LogChannel } from './log';
import { createPrivacy, type Privacy } from './privacy/privacy';
import { OutageNotice } from './outageNotice';
import type { Platform } from './platform/platform';
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
  /** A model that runs on this computer. */
  readonly localModel: LocalModelPart;
  /** Opens the door to a server. Sends nothing. */
  readonly connect: (address: EndpointAddress, keyFor?: KeyFor) => Endpoint;
}

/** Builds the parts and joins them; starts nothing and touches no network. */
export function createParts(context: vscode.ExtensionContext, platform: Platform): Parts {
  const { extensionUri } = context;
  const log = createLog();
  const settings = new Settings(platform.environment);
  const text = new InterfaceText(extensionUri, settings);
  const firstSteps = new FirstSteps(text, context.extension.id);
  const glossary = new GlossaryFile(extensionUri, log);
  const keys = new Keys(context.secrets, log, context.globalState);
  const activity = new Activity(false);
  const profiles = new Profiles();
  const privacy = createPrivacy(context, settings, activity, log, platform);
  const { gate, sent } = privacy;
  const userAgent = `Aliada/${version(context)} (VS Code extension)`;
  const network = platform.network(userAgent, () => settings.network().network);
  const localModel = platform.localModel(context, network.fetch, settings);
  const reached = localFetch(network.fetch, localModel.starter);
  const fetch = allowedOnly(reached, (origin) => gate.isAllowed(origin));
  const connect = (address: EndpointAddress, keyFor: KeyFor = keys.get): Endpoint => {
    const door = endpointFetch(fetch, address.origin, keyFor, address.headers);
    const steady = limited(bounded(huggingFaceEndpoint(address, door, profiles)));
    const started =
      address.origin === localOrigin ? startedByWish(steady, () => localModel.starter.wish()) : steady;
    return gated(observed(started, activity, log), address, gate, sent);
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
  const finder = new EndpointFinder(endpoints, settings, fetch, privacy.consents, platform.findsOnly);
  const drift = new DriftTally(driftStore(context.globalState));
  const models = new ChatModels(endpoints, profiles);
  const reports = new Reports({ endpoints, keys, text, drift, lookAtChain: network.lookAtChain });
  const changes = new ProposedChanges(text.onChange, () => void offerLenses(context.globalState));
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
    localModel,
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
