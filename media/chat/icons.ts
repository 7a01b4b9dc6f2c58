const namespace = 'http://www.w3.org/2000/svg';

/**
 * Our own line icons on a 16-unit grid. Inline SVG, because the page may load neither fonts nor images.
 */
const shapes = {
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  copied: 'M3 8.5l3.5 3.5L13 4.5',
  insert: 'M2.5 2.5h11 M2.5 13.5h11 M8 5v6 M5.5 8.5L8 11l2.5-2.5',
  apply: 'M2.5 4h7 M2.5 8h4 M2.5 12h3 M8 11.5l2 2 4-5',
  newFile: 'M8 14.5H3.5v-13h6l3 3V8 M9.5 1.5v3h3 M12 10v5 M9.5 12.5h5',
  terminal: 'M2 3h12v10H2z M4.5 6l2 2-2 2 M8.5 10.5h3',
  remove: 'M4 4l8 8 M12 4l-8 8',
  problem: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M8 4.8v4 M8 11v.4',
  language:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M2 8h12 M8 1.8c-3.6 3.8-3.6 8.6 0 12.4 M8 1.8c3.6 3.8 3.6 8.6 0 12.4',
  attach:
    'M12.5 7.2l-5 5a2.7 2.7 0 0 1-3.8-3.8l5.3-5.3a1.8 1.8 0 0 1 2.6 2.6l-5.2 5.2a.9.9 0 0 1-1.3-1.3l4.6-4.6',
  add: 'M8 3v10 M3 8h10',
  model: 'M8 1.5l5.6 3.2v6.6L8 14.5l-5.6-3.2V4.7z M2.4 4.7L8 8l5.6-3.3 M8 8v6.5',
  history: 'M2.6 9a5.5 5.5 0 1 0 1.5-4.9 M2.4 2.4v2.8h2.8 M8 5v3.2l2.2 1.4',
  back: 'M13 8H3 M7 4L3 8l4 4',
  rename: 'M10.5 2.8l2.7 2.7L5.7 13H3v-2.7z M8.9 4.4l2.7 2.7',
  trash: 'M2.5 4.5h11 M6 4.5v-2h4v2 M4 4.5l.6 9h6.8l.6-9 M6.8 7v4 M9.2 7v4',
  export: 'M8 10V2.5 M5 5.5l3-3 3 3 M3 9v4.5h10V9',
  again: 'M13.4 7a5.5 5.5 0 1 0 .1 2 M13.6 2.6v4.4H9.2',
  previous: 'M10 3.5L5.5 8l4.5 4.5',
  next: 'M6 3.5L10.5 8L6 12.5',
  file: 'M3.5 1.5h6l3 3v10h-9z M9.5 1.5v3h3',
  text: 'M2.5 3.5h11 M2.5 6.5h11 M2.5 9.5h11 M2.5 12.5h6',
  folder: 'M1.5 3.5h4.5l1.5 2h7v7.5h-13z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z M10.3 10.3l3.7 3.7',
  changes: 'M8 2.5v6 M5 5.5h6 M5 12h6',
} as const;

export type IconName = keyof typeof shapes;

/** An icon for the eye only; the words for it stand on its button. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
