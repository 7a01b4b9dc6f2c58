import { el } from './dom';
import { icon } from './icons';

/**
 * A small tag with the name of something that goes along with a question. In a narrow view the folder is
 * shortened, never the file and its lines.
 */
export function chip(name: string): HTMLElement {
  const cut = name.lastIndexOf('/') + 1;
  const label = el('span', { class: 'chip-name' });
  if (cut > 0) label.append(el('span', { class: 'chip-folder' }, name.slice(0, cut)));
  label.append(el('span', { class: 'chip-file' }, name.slice(cut)));
  return el('span', { class: 'chip', title: name }, icon('file'), label);
}
