import type { QuickPickItem } from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { LocalStarter } from '../../core/localModel/localFetch';
import type { Consents } from '../../core/privacy/consent';
import type { InterfaceText } from '../interfaceText';
import type { EndpointFinder } from '../setup/endpointFinder';
import type { KeepParts } from '../setup/setUpEndpoint';

/** The model that runs on this computer as the rest of the extension knows it: `onDesktop.ts` or `inBrowser.ts`. */
export interface LocalModelPart extends Disposable {
  /** Where its server is. `wish`: a person's own question starts it, even after they stopped it. */
  readonly starter: LocalStarter & { wish(): Promise<void> };
  /** Its entry in the menu of the status bar. */
  menuEntry(): Promise<LocalModelEntry>;
  install(parts: LocalModelNeeds): Promise<void>;
  manage(parts: LocalModelNeeds): Promise<void>;
  remove(parts: LocalModelNeeds): Promise<void>;
  /** The window closes. */
  close(): Promise<void>;
}

export type LocalModelEntry = QuickPickItem & { readonly run: () => unknown };

/** What of the extension the commands of the local model need. */
export interface LocalModelNeeds extends KeepParts {
  readonly finder: EndpointFinder;
  readonly text: InterfaceText;
  readonly privacy: { readonly consents: Consents };
}
