import type * as vscode from 'vscode';
import type { Fetch } from '../../core/endpoint/transport';
import type { Settings } from '../settings';
import { installLocalModel } from './installLocalModel';
import { LocalModel } from './localModel';
import { manageLocalModel, removeLocalModel } from './manageLocalModel';
import type { LocalModelPart } from './part';
import { localModelEntry } from './statusEntry';

/** The local model where there is a Node. Starts nothing and looks at nothing by itself. */
export function localModelOnDesktop(
  { globalStorageUri, extensionUri }: vscode.ExtensionContext,
  fetch: Fetch,
  settings: Settings,
): LocalModelPart {
  const localModel = new LocalModel(globalStorageUri, extensionUri, fetch, settings);
  return {
    starter: localModel.server,
    menuEntry: () => localModelEntry(localModel),
    install: (parts) => installLocalModel({ ...parts, localModel }),
    manage: (parts) => manageLocalModel({ ...parts, localModel }),
    remove: (parts) => removeLocalModel({ ...parts, localModel }),
    close: () => localModel.close(),
    dispose: () => localModel.dispose(),
  };
}
