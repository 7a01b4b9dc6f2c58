import type { ExtensionContext } from 'vscode';
import type { ChainLook } from '../../core/endpoint/certificate';
import type { NetworkSettings } from '../../core/endpoint/networkSettings';
import type { Environment } from '../../core/endpoint/settings';
import type { Fetch } from '../../core/endpoint/transport';
import type { IgnoreReader } from '../../core/privacy/exclusions';
import type { LocalModelPart } from '../localModel/part';
import type { Settings } from '../settings';

/**
 * All that differs between VS Code on a computer (`desktop.ts`) and VS Code in a browser (`browser.ts`). Which of the
 * two it is, is decided once, by the file that VS Code loads; nothing asks for it later. What only one of them has
 * is optional here, and its absence is said where a person looks for it.
 */
export interface Platform {
  /** For `${env:NAME}` in the settings. */
  readonly environment: Environment;
  /** The way to every server. Opens nothing yet. */
  readonly network: (userAgent: string, settings: () => NetworkSettings) => Network;
  /** @param changed called when something outside of the workspace came, changed or went. */
  readonly ignoreFiles: (changed: () => void) => IgnoreFiles;
  /** @param fetch the network, with the person's proxies and certificates. */
  readonly localModel: (context: ExtensionContext, fetch: Fetch, settings: Settings) => LocalModelPart;
  /** Why fewer servers than run here may be found on this computer, in words; nothing where that cannot be. */
  readonly findsOnly?: () => string;
}

export interface Network {
  readonly fetch: Fetch;
  /** Missing where certificates cannot be seen. */
  readonly lookAtChain?: ChainLook;
}

/** Reads the files with rules of what stays here. */
export interface IgnoreFiles extends IgnoreReader {
  /** Looks, in the background and now and then only, whether something outside of the workspace has changed. */
  lookAgain(): Promise<void>;
}
