import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import { answersNow, answersSoon, discover, type FoundServer } from '../../core/endpoint/discover';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Endpoints, EndpointUse } from '../../core/endpoint/endpoints';
import type { Consents } from '../../core/privacy/consent';
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
    private readonly consents: Consents,
    private readonly findsOnly: (() => string) | undefined,
  ) {}

  /**
   * Call only when a person asked for something: without an endpoint it looks on the loopback ports and
   * offers what it finds. Several calls at once share one offer.
   * @returns `undefined` where none was chosen, or the signal was aborted.
   */
  async endpoint(use: EndpointUse, signal: AbortSignal): Promise<Endpoint | undefined> {
    const set = this.endpoints.first(use);
    if (set !== undefined) return set;
    this.offering ??= this.offer().finally(() => {
      this.offering = undefined;
    });
    const chosenElsewhere = this.chosen(use);
    await Promise.race([this.offering, aborted(signal), chosenElsewhere.happened]);
    chosenElsewhere.dispose();
    return signal.aborted ? undefined : this.endpoints.first(use);
  }

  /** The endpoint that translates: one made for it where one is set, else the chat's. */
  translator(signal: AbortSignal): Promise<Endpoint | undefined> {
    const own = this.endpoints.first('translation');
    return own === undefined ? this.endpoint('chat', signal) : Promise.resolve(own);
  }

  /** The servers on this computer that answer now. */
  find(signal: AbortSignal): Promise<readonly FoundServer[]> {
    return discover(this.fetch, signal);
  }

  /** Whether Ollama runs here, with a model or without. */
  ollamaAnswers(signal: AbortSignal): Promise<boolean> {
    return answersNow('Ollama', this.fetch, signal);
  }

  /** Waits for Ollama, which was just started here. @returns false where it does not answer in time. */
  ollamaAnswersSoon(signal: AbortSignal): Promise<boolean> {
    return answersSoon('Ollama', this.fetch, signal);
  }

  /** Resolves when the settings name an endpoint, however that came about. */
  private chosen(use: EndpointUse): { readonly happened: Promise<void> } & Disposable {
    let watcher: Disposable | undefined;
    const happened = new Promise<void>((resolve) => {
      watcher = this.settings.onChange(() => {
        if (this.endpoints.first(use) !== undefined) resolve();
      });
    });
    return { happened, dispose: () => watcher?.dispose() };
  }

  /** Resolves once the person has chosen; at once where there is nothing to choose from. */
  private async offer(): Promise<void> {
    const found = await this.find(new AbortController().signal);
    if (found.length === 0) void this.sayHow();
    else await this.offerFound(found);
  }

  /** A list, not a notice: a notice vanishes by itself, unanswered, and the question would wait for ever. */
  private async offerFound(found: readonly FoundServer[]): Promise<void> {
    const other = { label: t('Another one…'), description: '', detail: '', server: undefined };
    const chosen = await vscode.window.showQuickPick(
      [
        ...found.map((server) => ({
          label: server.address.model,
          description: server.address.host,
          detail: server.name,
          server,
        })),
        other,
      ],
      {
        title: t('Aliada found a model server on this computer'),
        placeHolder: t('Your code will go to the one you choose; never .env files, keys or passwords'),
        ignoreFocusOut: true,
      },
    );
    if (chosen === undefined) return;
    if (chosen.server === undefined) await vscode.commands.executeCommand('aliada.setUpEndpoint');
    else await this.take(chosen.server);
  }

  private async sayHow(): Promise<void> {
    const setUp = t('Set up endpoint');
    const install = t('Install a local model');
    const found = t(
      'Aliada found no model server on this computer. Give it the address of one: yours, your organisation’s or a public one.',
    );
    // Where fewer are found than run here, there are no programs either.
    const chosen =
      this.findsOnly === undefined
        ? await vscode.window.showInformationMessage(found, setUp, install)
        : await vscode.window.showInformationMessage(`${found} ${this.findsOnly()}`, setUp);
    if (chosen === setUp) await vscode.commands.executeCommand('aliada.setUpEndpoint');
    if (chosen === install) await vscode.commands.executeCommand('aliada.installLocalModel');
  }

  /** The list named the host and what goes there: choosing it is the answer to the question of consent. */
  private async take({ address }: FoundServer): Promise<void> {
    await this.consents.set(address.origin, 'allow');
    await this.settings.addEndpoint({ url: address.base, model: address.model });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
