import type { ExtensionContext } from 'vscode';
import { browser } from './editor/platform/browser';
import { activate as activateOn } from './extension';

export { deactivate } from './extension';

/** What VS Code loads in a browser: `browser` of the manifest. */
export function activate(context: ExtensionContext): Promise<void> {
  return activateOn(context, browser);
}
