import * as vscode from 'vscode';
import { discover, type FoundServer } from '../../core/endpoint/discover';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Endpoints, EndpointUse } from '../../core/endpoint/endpoints';
import type { Fetch } from '../../core/endpoint/transport';
import { t } from '../../core/text';
import type { Settings } from '../settings';

/** The endpoint to ask; where none is set, looks on this computer and offers what it finds. */
export class EndpointFinder {
  private offering: Promise<void> | undefined;

  constructor(
    private readonly endpoints: Endpoints,
    private readonly settings: Settings,
    private readonly fetch: Fetch,
  ) {}

  /**
   * Call only when a person asked for something: without an endpoint it looks on the loopback ports and
   * shows a notice. Several calls at once share one.
   * @returns `undefined` where none was chosen, or the signal was aborted.
   */
  async endpoint(use: EndpointUse, signal: AbortSignal): Promise<Endpoint | undefined> {
    const set = this.endpoints.first(use);
    if (set !== undefined) return set;
    this.offering ??= this.offer().finally(() => {
      this.offering = undefined;
    });
    await Promise.race([this.offering, aborted(signal)]);
    return signal.aborted ? undefined : this.endpoints.first(use);
  }

  /** The servers on this computer that answer now. */
  find(signal: AbortSignal): Promise<readonly FoundServer[]> {
    return discover(this.fetch, signal);
  }

  private async offer(): Promise<void> {
    const found = await this.find(new AbortController().signal);
    const first = found[0];
    if (first === undefined) await this.sayHow();
    else if (found.length === 1) await this.offerOne(first);
    else await this.offerMany(found);
  }

  private async offerOne(server: FoundServer): Promise<void> {
    const use = t('Use it');
    const other = t('Another one…');
    const { host, model } = server.address;
    const chosen = await vscode.window.showInformationMessage(
      t(
        'Aliada found a model server on this computer: {0} at {1} ({2}). Your code would go there.',
        model,
        host,
        server.name,
      ),
      use,
      other,
    );
    if (chosen === use) await this.take(server);
    if (chosen === other) await vscode.commands.executeCommand('aliada.setUpEndpoint');
  }

  private async offerMany(found: readonly FoundServer[]): Promise<void> {
    const chosen = await vscode.window.showQuickPick(
      found.map((server) => ({
        label: server.address.model,
        description: server.address.host,
        detail: server.name,
        server,
      })),
      {
        title: t('Aliada found these model servers on this computer'),
        placeHolder: t('Your code will go to the one you choose'),
        ignoreFocusOut: true,
      },
    );
    if (chosen !== undefined) await this.take(chosen.server);
  }

  private async sayHow(): Promise<void> {
    const setUp = t('Set up endpoint');
    const chosen = await vscode.window.showInformationMessage(
      t(
        'Aliada found no model server on this computer. Give it the address of one: yours, your organisation’s or a public one.',
      ),
      setUp,
    );
    if (chosen === setUp) await vscode.commands.executeCommand('aliada.setUpEndpoint');
  }

  private take({ address }: FoundServer): Promise<void> {
    return this.settings.addEndpoint({ url: address.base, model: address.model });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
