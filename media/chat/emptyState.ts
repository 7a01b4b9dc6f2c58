import type { ViewText } from '../../src/core/chat/protocol';
import { el } from './dom';

/** What stands in the view before the first question. */
export function emptyState(text: ViewText): HTMLElement {
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, text.emptyTitle),
    el('p', {}, text.emptyBody),
    el('p', { class: 'independent' }, text.independent),
  );
}
