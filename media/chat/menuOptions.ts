import type { ViewModelOption, ViewText } from '../../src/core/chat/protocol';
import { el } from './dom';
import { icon } from './icons';

export interface OptionGroup {
  readonly label: string;
  /** What the choices are of, for finding them again. */
  readonly what: string;
  readonly options: readonly ViewModelOption[];
  /** A remark below the heading. */
  readonly note?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** A group of choices of which one holds. */
export function optionGroup({ label, what, options, note, onChoose }: OptionGroup): HTMLElement {
  const items = options.map(({ value, label: name, lang, checked, detail }) => {
    const words = el('span', { class: 'answers-label', ...(lang === undefined ? {} : { lang }) }, name);
    if (detail !== undefined) words.append(el('span', { class: 'answers-detail' }, detail));
    const item = el(
      'button',
      { type: 'button', role: 'menuitemradio', tabindex: '-1', 'data-what': what, 'data-value': value },
      icon('copied'),
      words,
    );
    checkOption(item, checked);
    item.addEventListener('click', () => onChoose(value));
    return item;
  });
  return el(
    'div',
    { class: 'answers-group', role: 'group', 'aria-label': note === undefined ? label : `${label}. ${note}` },
    el('div', { class: 'answers-heading', 'aria-hidden': 'true' }, label),
    ...(note === undefined ? [] : [el('div', { class: 'answers-note', 'aria-hidden': 'true' }, note)]),
    el('div', { class: 'answers-options', role: 'presentation' }, ...items),
  );
}

function checkOption(item: HTMLElement, checked: boolean): void {
  item.setAttribute('aria-checked', String(checked));
  item.dataset.checked = String(checked);
}

/** Whether a choice holds for this conversation or for good. */
export class ScopeOptions {
  forGood = false;

  constructor(private readonly items: () => readonly HTMLElement[]) {}

  group(text: ViewText): HTMLElement {
    this.forGood = false;
    return optionGroup({
      label: text.scopeLabel,
      what: 'scope',
      options: [
        { value: 'conversation', label: text.scopeConversation, checked: true },
        { value: 'forGood', label: text.scopeForGood, checked: false },
      ],
      onChoose: (value) => this.choose(value === 'forGood'),
    });
  }

  private choose(forGood: boolean): void {
    this.forGood = forGood;
    for (const item of this.items()) {
      if (item.dataset.what === 'scope') checkOption(item, (item.dataset.value === 'forGood') === forGood);
    }
  }
}
