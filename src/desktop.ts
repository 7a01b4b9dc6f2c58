import type { ExtensionContext } from 'vscode';
import { desktop } from './editor/platform/desktop';
import { activate as activateOn } from './extension';

export { deactivate } from './extension';

/** What VS Code loads where there is a Node: `main` of the manifest. */
export function activate(context: ExtensionContext): Promise<void> {
  return activateOn(context, desktop);
}
