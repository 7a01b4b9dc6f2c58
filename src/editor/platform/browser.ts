import { webFetch } from '../../core/endpoint/webFetch';
import { t } from '../../core/text';
import { localModelInBrowser } from '../localModel/inBrowser';
import { WorkspaceIgnoreFiles } from '../privacy/workspaceIgnoreFiles';
import type { Platform } from './platform';

/** VS Code in a browser: the extension runs in a web worker of its page. */
export const browser: Platform = {
  environment: undefined,
  // The browser says itself who it is; a program may not.
  network: () => ({
    fetch: webFetch({ fetch: (url, init) => globalThis.fetch(url, init), page: pageOrigin() }),
  }),
  ignoreFiles: () => new WorkspaceIgnoreFiles(),
  localModel: () => localModelInBrowser,
  findsOnly: () => t('In a browser only those are found that allow its page (CORS).'),
};

/** What the browser sends as `Origin`. */
function pageOrigin(): string {
  return (globalThis as { readonly origin?: string }).origin ?? '';
}
