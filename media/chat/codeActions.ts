import { codeIn } from './codeBlock';
import type { Host } from './host';
import { icon } from './icons';

/** How long "copied" stays to be read, in milliseconds. */
const confirmationTime = 1600;

interface Words {
  readonly copied: string;
  readonly announce: (words: string) => void;
}

/**
 * Carries out the buttons of all code blocks below `root`. One listener for all: blocks come and go while an
 * answer streams.
 */
export function listenForCodeActions(root: HTMLElement, host: Host, words: () => Words): void {
  root.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLButtonElement>('button[data-code-action]');
    const block = button?.closest('.code');
    if (!button || !block) return;
    const text = codeIn(block);
    if (button.dataset.codeAction === 'insert') {
      host.post({ type: 'insert', text });
      return;
    }
    host.post({ type: 'copy', text });
    confirm(button, words());
  });
}

/** Shows "copied" on the button for a moment and says it to a screen reader. */
function confirm(button: HTMLButtonElement, { copied, announce }: Words): void {
  announce(copied);
  const label = button.querySelector('.button-label');
  const shape = button.querySelector('.icon');
  if (!label || !shape || button.classList.contains('confirmed')) return;
  const name = button.getAttribute('aria-label') ?? '';
  const words = label.textContent;
  const tick = icon('copied');
  button.classList.add('confirmed');
  button.setAttribute('aria-label', copied);
  label.textContent = copied;
  shape.replaceWith(tick);
  setTimeout(() => {
    button.classList.remove('confirmed');
    button.setAttribute('aria-label', name);
    label.textContent = words;
    tick.replaceWith(shape);
  }, confirmationTime);
}
