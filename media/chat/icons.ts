const namespace = 'http://www.w3.org/2000/svg';

/**
 * Our own line icons on a 16-unit grid. Inline SVG, because the page may load neither fonts nor images.
 */
const shapes = {
  copy: 'M5.5 5.5h8v8h-8z M10.5 5.5v-3h-8v8h3',
  copied: 'M3 8.5l3.5 3.5L13 4.5',
  insert: 'M2.5 2.5h11 M2.5 13.5h11 M8 5v6 M5.5 8.5L8 11l2.5-2.5',
  remove: 'M4 4l8 8 M12 4l-8 8',
  problem: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M8 4.8v4 M8 11v.4',
  language:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z M2 8h12 M8 1.8c-3.6 3.8-3.6 8.6 0 12.4 M8 1.8c3.6 3.8 3.6 8.6 0 12.4',
  attach:
    'M12.5 7.2l-5 5a2.7 2.7 0 0 1-3.8-3.8l5.3-5.3a1.8 1.8 0 0 1 2.6 2.6l-5.2 5.2a.9.9 0 0 1-1.3-1.3l4.6-4.6',
  add: 'M8 3v10 M3 8h10',
  file: 'M3.5 1.5h6l3 3v10h-9z M9.5 1.5v3h3',
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
