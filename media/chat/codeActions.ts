import { codeIn, hasUnseenIn } from './codeBlock';
import type { Host } from './host';
import { icon } from './icons';

/** How long "copied" stays to be read, in milliseconds. */
const confirmationTime = 1600;

interface Words {
  readonly copied: string;
  readonly copiedUnseen: string;
  readonly announce: (words: string) => void;
}

/**
 * Carries out the buttons of all code blocks below `root`. One listener for all: blocks come and go while an
 * answer streams.
 */
export function listenForCodeActions(root: HTMLElement, host: Host, words: () => Words): void {
  root.addEventListener('click', (event) => {
    // Only a person's own hand: a script could click, but what it makes is not trusted.
    if (!event.isTrusted) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLButtonElement>('button[data-code-action]');
    const block = button?.closest('.code');
    if (!button || !block) return;
    const text = codeIn(block);
    const action = button.dataset.codeAction;
    if (action === 'copy') {
      host.post({ type: 'copy', text });
      const { copied, copiedUnseen, announce } = words();
      announce(hasUnseenIn(block) ? copiedUnseen : copied);
      confirm(button, copied);
    } else if (action === 'insert') {
      host.post({ type: 'insert', text });
    } else if (action === 'apply' || action === 'newFile' || action === 'terminal') {
      const language = block.getAttribute('data-language') ?? '';
      const answer = block.closest<HTMLElement>('.message')?.dataset.id ?? '';
      host.post({ type: 'code', request: { action, text, language, answer } });
    }
  });
}

/** Shows "copied" on the button for a moment. */
function confirm(button: HTMLButtonElement, copied: string): void {
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
