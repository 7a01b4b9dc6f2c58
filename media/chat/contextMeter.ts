import type { ViewContext } from '../../src/core/chat/protocol';
import { el, setText } from './dom';

const namespace = 'http://www.w3.org/2000/svg';

/** Length of the ring's line in its own units. */
const around = 2 * Math.PI * 6;

/** A small ring that shows how much of the model's context is taken; the figures are in its words. */
export class ContextMeter {
  readonly #arc = circle('meter-taken');
  readonly #label = el('span', { class: 'meter-label', 'aria-hidden': 'true' });
  readonly element = el('div', {
    class: 'meter',
    role: 'meter',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
  });

  constructor() {
    const ring = document.createElementNS(namespace, 'svg');
    ring.setAttribute('class', 'icon');
    ring.setAttribute('viewBox', '0 0 16 16');
    ring.setAttribute('aria-hidden', 'true');
    ring.append(circle('meter-whole'), this.#arc);
    this.element.append(ring, this.#label);
    this.element.hidden = true;
  }

  update(context: ViewContext | undefined): void {
    this.element.hidden = context === undefined;
    if (context === undefined) return;
    const { share, label, description } = context;
    this.#arc.setAttribute('stroke-dasharray', `${share * around} ${around}`);
    this.element.classList.toggle('full', share >= 0.9);
    this.element.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    this.element.setAttribute('aria-valuetext', description);
    this.element.setAttribute('aria-label', description);
    this.element.title = description;
    setText(this.#label, label);
  }
}

function circle(name: string): SVGCircleElement {
  const element = document.createElementNS(namespace, 'circle');
  for (const [key, value] of Object.entries({ class: name, cx: '8', cy: '8', r: '6' })) {
    element.setAttribute(key, value);
  }
  return element;
}
