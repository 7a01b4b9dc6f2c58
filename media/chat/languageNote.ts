import type { TranslationAction, ViewMessage } from '../../src/core/chat/protocol';
import { el } from './dom';

/** One line on the language of an answer, with the one thing that can be done about it. */
export function languageNote(
  aside: string | undefined,
  translation: ViewMessage['translation'],
  onAction: (action: TranslationAction) => void,
): HTMLElement {
  const line = el('div', { class: 'language-note' });
  if (aside !== undefined) line.append(el('p', { class: 'aside' }, aside));
  if (!translation) return line;
  if (translation.note !== undefined) line.append(el('p', { class: 'note' }, translation.note));
  const button = el('button', { type: 'button', class: 'secondary' }, translation.label);
  button.addEventListener('click', () => onAction(translation.action));
  line.append(button);
  return line;
}
