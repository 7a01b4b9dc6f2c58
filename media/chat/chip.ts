import type { AttachmentKind } from '../../src/core/chat/attachment';
import { el } from './dom';
import { icon, type IconName } from './icons';

const shapes: Readonly<Record<AttachmentKind, IconName>> = {
  code: 'file',
  problems: 'problem',
  terminal: 'terminal',
  diff: 'changes',
  stagedDiff: 'changes',
  folder: 'folder',
  search: 'search',
  text: 'text',
};

/**
 * A small tag with the name of something that goes along with a question. In a narrow view the folder is
 * shortened, never the file and its lines.
 * @param kind left out for what is not there yet.
 */
export function chip(name: string, kind?: AttachmentKind): HTMLElement {
  const cut = name.lastIndexOf('/') + 1;
  const label = el('span', { class: 'chip-name' });
  if (cut > 0) label.append(el('span', { class: 'chip-folder' }, name.slice(0, cut)));
  label.append(el('span', { class: 'chip-file' }, name.slice(cut)));
  return el(
    'span',
    { class: 'chip', title: name },
    icon(kind === undefined ? 'attach' : shapes[kind]),
    label,
  );
}
