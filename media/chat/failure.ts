import type { RemedyAction, ViewMessage } from '../../src/core/chat/protocol';
import { el } from './dom';
import { icon } from './icons';

type Failure = NonNullable<ViewMessage['failure']>;

/** Says why an answer failed and offers what can be done; the first remedy is the likeliest. */
export function failureBox(failure: Failure, onRemedy: (action: RemedyAction) => void): HTMLElement {
  const box = el(
    'div',
    { class: 'failure' },
    el('div', { class: 'failure-message' }, icon('problem'), el('p', {}, failure.message)),
  );
  if (failure.remedies.length === 0) return box;
  const buttons = failure.remedies.map(({ action, label }, index) => {
    const button = el('button', { type: 'button', class: index === 0 ? 'primary' : 'secondary' }, label);
    button.addEventListener('click', () => onRemedy(action));
    return button;
  });
  box.append(el('div', { class: 'failure-remedies' }, ...buttons));
  return box;
}
