import { t } from '../text';
import type { EndpointError } from './errors';

/** Codes of what only a browser forbids or cannot say, beside Node's. */
export type BrowserCode =
  'BROWSER_HTTP' | 'BROWSER_CORS' | 'BROWSER_NETWORK' | 'BROWSER_REDIRECT' | 'BROWSER_LOCAL';

/** The only hosts of `http` that VS Code's page may connect to, by its own Content-Security-Policy. */
const thisComputer: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * Whether VS Code in a browser may connect to an origin at all: to `https`, and to `http` on this computer. Pages over
 * https are kept from other `http` by the browser (mixed content), all others by VS Code (`connect-src` in its
 * `webWorkerExtensionHostIframe.html`).
 */
export function isOpenToBrowser(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || thisComputer.has(hostname);
}

interface BrowserDescription {
  readonly message: string;
  readonly remedies: readonly ('retry' | 'diagnose' | 'setUp' | 'openSettings')[];
}

/** A failure that only a browser has, in words; `undefined` for any other. */
export function describeBrowser(error: EndpointError): BrowserDescription | undefined {
  const message = browserWords(error);
  if (message === undefined) return undefined;
  // Where the address is at fault, asking once more changes nothing.
  const mayPass = error.code === 'BROWSER_CORS' || error.code === 'BROWSER_NETWORK';
  return { message, remedies: mayPass ? ['retry', 'diagnose', 'setUp'] : ['setUp', 'openSettings'] };
}

function browserWords({ host, code, page = '' }: EndpointError): string | undefined {
  switch (code as BrowserCode | undefined) {
    case 'BROWSER_HTTP':
      return t(
        'A browser connects to {0} only over https://. Give the server an https:// address, or use VS Code on the desktop.',
        host,
      );
    case 'BROWSER_CORS':
      return t(
        '{0} does not let the page {1} read its answers (CORS). Whoever runs the server can allow that page; VS Code on the desktop does not need it.',
        host,
        page,
      );
    case 'BROWSER_NETWORK':
      return t(
        '{0} cannot be reached from the browser, which does not say why. Is the server running, the address right, and its certificate one that the browser trusts?',
        host,
      );
    case 'BROWSER_REDIRECT':
      return t(
        '{0} wants to send Aliada on to another address, which the browser does not name. Nothing was sent there. Set the final address instead.',
        host,
      );
    case 'BROWSER_LOCAL':
      return t(
        'A browser starts no programs, and so no local model. VS Code on the desktop can; here, set up an endpoint.',
      );
    default:
      return undefined;
  }
}

/** What to do about such a failure, for the report of the diagnosis. */
export function browserAdvice({ code, page = '' }: EndpointError): string | undefined {
  switch (code as BrowserCode | undefined) {
    case 'BROWSER_HTTP':
      return t('Put the server behind https, or use VS Code on the desktop.');
    case 'BROWSER_CORS':
      return t(
        'Allow the page on the server. vLLM: {0}. Ollama: {1}. For others, see docs/web.md.',
        `\`--allowed-origins '["${page}"]'\``,
        `\`OLLAMA_ORIGINS=${page}\``,
      );
    case 'BROWSER_NETWORK':
      return t('Open the address in a tab of the browser: there it says what is wrong.');
    case 'BROWSER_REDIRECT':
      return t('Open the address in a tab of the browser, and set the address where it ends.');
    case 'BROWSER_LOCAL':
      return t('Set up an endpoint of another kind, or use VS Code on the desktop.');
    default:
      return undefined;
  }
}
