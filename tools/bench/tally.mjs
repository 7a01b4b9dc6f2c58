/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {{ text: string, replaceSuffix: number }} Suggestion */
/** @typedef {{ right: number, all: number }} Count */

/** Counts how many cases came out as the true file. */
export class Tally {
  /** @type {Record<'variant' | 'kind' | 'vscodeLanguageId', Map<string, Count>>} */
  #by = { variant: new Map(), kind: new Map(), vscodeLanguageId: new Map() };
  #all = { right: 0, all: 0 };
  #ms = 0;
  lastIsRight = false;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /**
   * @param {Case} each
   * @param {Suggestion | undefined} suggestion
   * @param {number} ms
   */
  add(each, suggestion, ms) {
    const right = documentOf(each, suggestion) === each.truth;
    this.lastIsRight = right;
    this.#ms += ms;
    count(this.#all, right);
    for (const key of /** @type {const} */ (['variant', 'kind', 'vscodeLanguageId'])) {
      const counts = this.#by[key];
      const entry = counts.get(each[key]) ?? { right: 0, all: 0 };
      counts.set(each[key], entry);
      count(entry, right);
    }
  }

  /** @param {string} variant @returns {number} percent */
  share(variant) {
    return percent(this.#by.variant.get(variant) ?? { right: 0, all: 0 });
  }

  /** @param {Tally} naive @returns {string} */
  report(naive) {
    const rows = [
      `doc= of ${this.#all.all} cases: ${this.name} ${percent(this.#all)} %, ${naive.name} ${percent(naive.#all)} %`,
      `right outputs left as they are: ${this.share('right')} % (${naive.name} ${naive.share('right')} %)`,
      `rows a second: ${Math.round((this.#all.all / this.#ms) * 1000)}`,
    ];
    for (const [title, key] of /** @type {const} */ ([
      ['fault', 'variant'],
      ['place', 'kind'],
      ['language', 'vscodeLanguageId'],
    ])) {
      rows.push(
        '',
        `by ${title}`.padEnd(24) + this.name.padStart(8) + naive.name.padStart(8) + 'cases'.padStart(8),
      );
      for (const [name, entry] of [...this.#by[key]].sort((a, b) => percent(a[1]) - percent(b[1]))) {
        const other = naive.#by[key].get(name) ?? entry;
        const cells = [percent(entry), percent(other), entry.all].map((cell) => String(cell).padStart(8));
        rows.push(name.padEnd(24) + cells.join(''));
      }
    }
    return `${rows.join('\n')}\n`;
  }
}

/** @param {Case} each @param {Suggestion | undefined} suggestion @returns {string} */
function documentOf({ prefix, suffix }, suggestion) {
  const { text, replaceSuffix } = suggestion ?? { text: '', replaceSuffix: 0 };
  return (prefix + text + suffix.slice(replaceSuffix)).replaceAll('\r\n', '\n');
}

/** @param {Count} entry @param {boolean} right */
function count(entry, right) {
  entry.all += 1;
  if (right) entry.right += 1;
}

/** @param {Count} entry @returns {number} */
function percent({ right, all }) {
  return all === 0 ? 0 : Math.round((right / all) * 1000) / 10;
}
