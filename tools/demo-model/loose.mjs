import { comparisons, functionOf, number, operations } from './recipes.mjs';
import { step } from './step.mjs';

/**
 * Programs of steps in any order, that nobody would write: to be told as they stand, each step must be read.
 *
 * @typedef {import('./program.mjs').Draft} Draft
 * @typedef {import('./program.mjs').Kind} Kind
 * @typedef {import('./program.mjs').Step} Step
 * @typedef {import('./program.mjs').Tools} Tools
 *
 * @typedef {object} Known names that may be used, by what they hold
 * @property {string[]} lists that come from outside
 * @property {string[]} numbers
 * @property {string[]} made lists made here
 * @property {string[]} texts
 * @property {string[]} changing numbers made here
 */

/** @param {Tools} tools @returns {Draft} */
export function loose(tools) {
  const { random } = tools;
  const kinds = /** @type {Kind[]} */ (
    Array.from({ length: random.int(1, 3) }, () => random.pick(['numbers', 'numbers', 'number', 'text']))
  );
  return functionOf(tools, 'other', kinds, (parameters) => {
    const of = (/** @type {Kind} */ kind) => parameters.filter((_, at) => kinds[at] === kind);
    /** @type {Known} */
    const known = { lists: of('numbers'), numbers: of('number'), texts: of('text'), made: [], changing: [] };
    const steps = Array.from({ length: random.int(1, 4) }, () => outside(tools, known));
    return { steps: [...steps, end(tools, known)] };
  });
}

/** @param {Tools} tools @param {Known} known @returns {Step} */
function outside(tools, known) {
  const { random, names } = tools;
  /** A new name, for something of this sort. @param {string[]} sort */
  const fresh = (sort) => {
    const v = names.result(random.pick(/** @type {const} */ (['sum', 'count', 'list', 'best'])));
    sort.push(v);
    return v;
  };
  const list = known.lists.length > 0 ? random.pick(known.lists) : undefined;
  const numbers = [...known.numbers, ...known.changing];
  const text = known.texts.length > 0 ? random.pick(known.texts) : undefined;
  /** @type {(() => Step | '' | undefined)[]} */
  const ways = [
    () => step('set', { v: fresh(known.changing), x: random.pick([number(random), ...known.numbers]) }),
    () => step('list', { v: fresh(known.made) }),
    () => list && step('first', { v: fresh(known.changing), a: list }),
    () => {
      if (numbers.length === 0) return undefined;
      const v = fresh(known.changing);
      const [a, b] = [random.pick(numbers), random.pick([...numbers, number(random)])];
      return step('setOp', { v, a, op: random.pick(operations), b });
    },
    () => list && step('sort', { v: fresh(known.made), a: list }),
    () => list && step('call', { v: fresh(known.changing), f: names.verb(), a: list }),
    () => {
      if (text === undefined) return undefined;
      const v = fresh(known.texts);
      return step(random.pick(['upper', 'lower', 'strip']), { v, a: text });
    },
    () => text && step('split', { v: fresh(known.made), a: text, s: random.pick([',', ';', ' ', '-']) }),
    () => {
      if (list === undefined) return undefined;
      const i = names.short(list);
      return step('each', { i, a: list }, { body: several(tools, known, i) });
    },
    () => {
      if (known.numbers.length === 0) return undefined;
      const i = names.short();
      const slots = { i, from: random.pick(['0', '1']), b: random.pick(known.numbers) };
      return step('range', slots, { body: several(tools, known, i) });
    },
    () => {
      const [v, x] = [known.changing.at(-1), random.pick([...known.numbers, number(random, 20)])];
      if (v === undefined) return undefined;
      const slots = { a: v, op: random.pick(['greater', 'atLeast']), b: x };
      return step('while', slots, { body: [step('subtract', { v, x }), ...maybe(tools, known, v)] });
    },
    () => inside(tools, known, undefined),
    () => (numbers.length === 0 ? undefined : when(tools, known, random.pick(numbers), undefined)),
  ];
  for (;;) {
    const made = random.pick(ways)();
    if (made) return made;
  }
}

/** @param {Tools} tools @param {Known} known @param {string} i @returns {Step[]} */
function several(tools, known, i) {
  return Array.from({ length: tools.random.chance(0.7) ? 1 : 2 }, () =>
    tools.random.chance(0.35)
      ? when(tools, known, i, i)
      : (inside(tools, known, i) ?? step('show', { a: i })),
  );
}

/** @param {Tools} tools @param {Known} known @param {string} i @returns {Step[]} */
function maybe(tools, known, i) {
  const made = tools.random.chance(0.6) ? inside(tools, known, i) : undefined;
  return made === undefined ? [] : [made];
}

/** @param {Tools} tools @param {Known} known @param {string} a @param {string | undefined} i @returns {Step} */
function when(tools, known, a, i) {
  const { random } = tools;
  const test = { a, op: random.pick(comparisons), b: random.pick([...known.numbers, number(random)]) };
  const one = () => [inside(tools, known, i) ?? step('show', { a })];
  const ends = i === undefined && random.chance(0.4);
  const body = ends ? [step('give', { a: random.pick([a, '0', '1', 'nothing']) })] : one();
  return step('when', test, { body, ...(!ends && random.chance(0.25) ? { otherwise: one() } : {}) });
}

/** A step that changes what there is. @param {Tools} tools @param {Known} known @param {string | undefined} i @returns {Step | undefined} */
function inside({ random }, known, i) {
  const numbers = [...known.numbers, ...(i === undefined ? [] : [i, i, i])];
  const x = random.pick([...numbers, number(random, 20)]);
  /** @type {(() => Step)[]} */
  const ways = [];
  for (const v of known.changing.slice(-2))
    ways.push(
      () => step(random.pick(['add', 'add', 'subtract', 'multiply']), { v, x }),
      () => step('count', { v }),
      () => step('show', { a: v }),
    );
  for (const v of known.made.slice(-2)) {
    ways.push(() => step('push', { v, x }));
    if (numbers.length > 0)
      ways.push(() => step('pushOp', { v, a: random.pick(numbers), op: random.pick(operations), b: x }));
  }
  return ways.length === 0 ? undefined : random.pick(ways)();
}

/** @param {Tools} tools @param {Known} known @returns {Step} */
function end({ random }, known) {
  const made = [...known.changing, ...known.made];
  const a =
    made.length > 0 ? random.pick(made) : random.pick([...known.lists, ...known.numbers, ...known.texts]);
  const numbers = [...known.numbers, ...known.changing];
  if (numbers.length > 0 && random.chance(0.3)) {
    const slots = {
      a: random.pick(numbers),
      op: random.pick(operations),
      b: random.pick([...numbers, number(random)]),
    };
    return step('giveOp', slots);
  }
  if (numbers.length > 1 && random.chance(0.25)) {
    const [a = '', b = ''] = [random.pick(numbers), random.pick(numbers)];
    const rest = { body: [step('give', { a })], otherwise: [step('give', { a: b })] };
    return step('when', { a, op: random.pick(comparisons), b }, rest);
  }
  if (known.made.length > 0 && random.chance(0.35)) return step('giveLength', { a: random.pick(known.made) });
  return step('give', { a });
}
