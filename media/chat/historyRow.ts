import type { HistoryText, ViewHistoryItem } from '../../src/core/chat/history/viewProtocol';
import { el } from './dom';
import { icon, type IconName } from './icons';

/** What a person does with a conversation in the list. */
export type RowAction = 'open' | 'rename' | 'export' | 'delete' | 'undo';

/** One conversation: its name opens it, and beside it stands what else can be done. */
export function historyRow(
  item: ViewHistoryItem,
  text: HistoryText,
  onAction: (action: RowAction) => void,
): HTMLElement {
  const row = el('li', { class: 'history-row', 'data-id': item.id });
  if (item.deleted) {
    row.classList.add('deleted');
    const undo = el('button', { type: 'button', class: 'secondary', 'data-row': 'undo' }, text.undo);
    undo.addEventListener('click', () => onAction('undo'));
    row.append(el('span', { class: 'history-gone' }, `${text.deleted}: ${item.title}`), undo);
    return row;
  }
  const about = el('span', { class: 'history-about' });
  about.append(
    el('span', { class: 'history-time' }, item.current ? `${item.time} · ${text.current}` : item.time),
  );
  if (item.snippet !== undefined) about.append(el('span', { class: 'history-snippet' }, item.snippet));
  const open = el(
    'button',
    { type: 'button', class: 'history-open', tabindex: '-1', title: item.title, 'data-row': 'open' },
    el('span', { class: 'history-title' }, item.title),
    about,
  );
  if (item.current) open.setAttribute('aria-current', 'true');
  open.addEventListener('click', () => onAction('open'));
  const button = (action: 'rename' | 'export' | 'delete', shape: IconName): HTMLButtonElement => {
    const name = `${text[action]}: ${item.title}`;
    const attributes = { type: 'button', class: 'quiet', tabindex: '-1', 'data-row': action };
    const made = el('button', { ...attributes, 'aria-label': name, title: text[action] }, icon(shape));
    made.addEventListener('click', () => onAction(action));
    return made;
  };
  const buttons = [button('rename', 'rename'), button('export', 'export'), button('delete', 'trash')];
  row.append(open, el('span', { class: 'history-actions' }, ...buttons));
  return row;
}

/** The row while its name is being written anew. */
export function renamingRow(
  item: ViewHistoryItem,
  text: HistoryText,
  onEnd: (title: string | undefined) => void,
): HTMLElement {
  const input = el('input', { type: 'text', 'aria-label': text.renameLabel, maxlength: '200' });
  input.value = item.title;
  let ended = false;
  const end = (title: string | undefined): void => {
    if (ended) return;
    ended = true;
    onEnd(title?.trim() === '' ? undefined : title);
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === 'Enter' ? input.value : undefined);
  });
  input.addEventListener('blur', () => end(input.value));
  return el('li', { class: 'history-row renaming', 'data-id': item.id }, input);
}
