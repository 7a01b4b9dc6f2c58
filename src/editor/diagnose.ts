import * as vscode from 'vscode';
import type { Disposable } from '../core/disposable';
import { addressId, type EndpointAddress } from '../core/endpoint/address';
import type { ChainLook } from '../core/endpoint/certificate';
import { dialectOf } from '../core/endpoint/dialects';
import { diagnose, type ServerProfile } from '../core/endpoint/diagnose';
import type { Diagnosis } from '../core/endpoint/finding';
import { EndpointError } from '../core/endpoint/errors';
import type { EndpointProfile } from '../core/endpoint/profile';
import type { Endpoints, EndpointUse } from '../core/endpoint/endpoints';
import { mayTakeOver } from '../core/endpoint/reach';
import { renderNoReport, renderReport } from '../core/endpoint/report';
import type { DriftTally } from '../core/language/spoken/driftTally';
import { recognise } from '../core/models/catalogue';
import { t } from '../core/text';
import type { InterfaceText } from './interfaceText';
import type { Keys } from './secrets';
import { ReadOnlyDocument } from './readOnlyDocument';
import { busy } from './setup/busy';
import { showRendered } from './showRendered';

const scheme = 'aliada-report';

function serverProfile({ dialect, version, contextTokens, capabilities }: EndpointProfile): ServerProfile {
  const { prefill, tokenCount } = capabilities;
  const { label } = dialectOf(dialect);
  return { dialect: label, version, contextTokens, prefill: prefill !== 'none', tokenCount };
}

export interface DiagnosisParts {
  readonly endpoints: Endpoints;
  readonly keys: Keys;
  readonly text: InterfaceText;
  readonly lookAtChain: ChainLook | undefined;
  readonly drift: DriftTally;
}

/** Holds the last report, so that VS Code can show it as a read-only document, and asks nothing when it is closed. */
export class Reports implements Disposable {
  private report: string | undefined;
  private document: ReadOnlyDocument | undefined;

  constructor(private readonly parts: DiagnosisParts) {}

  /** Gives VS Code the document. The words must be loaded: a tab from before a reload is filled at once. */
  register(): this {
    this.document = new ReadOnlyDocument(scheme, () => this.report ?? renderNoReport());
    return this;
  }

  /** Looks at every endpoint of the settings and shows what it found. */
  async diagnose(): Promise<void> {
    const { endpoints } = this.parts;
    if (endpoints.addresses('chat').length + endpoints.addresses('completion').length === 0) {
      await vscode.commands.executeCommand('aliada.setUpEndpoint');
      return;
    }
    const found = await busy(t('Aliada is looking at your endpoints'), (signal, report) =>
      this.look(signal, report),
    );
    if (found !== undefined) await this.show(found);
  }

  dispose(): void {
    this.document?.dispose();
  }

  private async look(
    signal: AbortSignal,
    report: (message: string) => void,
  ): Promise<readonly Diagnosis[] | undefined> {
    const diagnoses: Diagnosis[] = [];
    try {
      for (const listing of listed(this.parts.endpoints)) {
        report(listing.address.host);
        diagnoses.push(await this.lookAt(listing, signal));
      }
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      return undefined;
    }
    return diagnoses;
  }

  private lookAt(listing: Listing, signal: AbortSignal): Promise<Diagnosis> {
    const { address } = listing;
    const { endpoints, keys, lookAtChain, drift } = this.parts;
    const endpoint = endpoints.at(address);
    const target = {
      ...{ ...listing, endpoint },
      ...(lookAtChain === undefined ? {} : { lookAtChain }),
      spoken: true,
      drift: () => drift.rows,
      profile: async (inner: AbortSignal) => serverProfile(await endpoint.profile(inner)),
      hasKey: async () => (await keys.get(address.origin)) !== undefined,
      isSuitable: (model: string) => !['encoder', 'translation'].includes(recognise(model).role),
    };
    return diagnose(target, signal);
  }

  private async show(diagnoses: readonly Diagnosis[]): Promise<void> {
    const language = this.parts.text.interfaceLanguage;
    const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
      new Date(),
    );
    this.report = renderReport(diagnoses, when, language);
    this.document?.changed();
    const uri = this.document?.uri(`${t('Aliada, diagnosis')}.md`);
    if (uri !== undefined) await showRendered(uri);
  }
}

interface Listing {
  readonly address: EndpointAddress;
  readonly uses: EndpointUse[];
  readonly standsBack: boolean;
}

/** Each address once, with all that the settings name it for. */
function listed(endpoints: Endpoints): readonly Listing[] {
  const all = new Map<string, Listing>();
  for (const use of ['chat', 'completion'] as const) {
    const addresses = endpoints.addresses(use);
    const used = mayTakeOver(addresses);
    for (const address of addresses) {
      const known = all.get(addressId(address));
      const uses = [...(known?.uses ?? []), use];
      all.set(addressId(address), { address, uses, standsBack: !used.includes(address) });
    }
  }
  return [...all.values()];
}
