import type { FromView } from '../../src/core/chat/protocol';

/** What must outlive the page: VS Code destroys it whenever the view is hidden. */
interface Kept {
  readonly draft: string;
}

interface VsCodeApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, seen from the page. */
export interface Host {
  post(message: FromView): void;
  /** The question being written, as it was when the page was last alive. */
  readDraft(): string;
  keepDraft(draft: string): void;
}

/** Connects to VS Code. May be called once per page: VS Code hands out its object only once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readDraft: () => {
      const kept = api.getState();
      if (typeof kept !== 'object' || kept === null || !('draft' in kept)) return '';
      return typeof kept.draft === 'string' ? kept.draft : '';
    },
    keepDraft: (draft) => api.setState({ draft }),
  };
}
