import { allowedAddress } from './addresses';
import type { Host } from './host';

/**
 * Hands each link that a person follows to the extension, which shows where it leads before anything opens. No click
 * reaches VS Code's own handling of links, which would open some of them at once.
 */
export function listenForLinks(root: HTMLElement, host: Host): void {
  const follow = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !root.contains(link)) return;
    event.preventDefault();
    event.stopPropagation();
    const found = allowedAddress(link.getAttribute('href') ?? link.title);
    if (event.isTrusted && found) host.post({ type: 'followLink', ...found });
  };
  root.addEventListener('click', follow, { capture: true });
  root.addEventListener('auxclick', follow, { capture: true });
  // A file's link has no address that the browser knows, so Enter is no click there.
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof Element && event.target.matches('a.file'))
      follow(event);
  });
}
