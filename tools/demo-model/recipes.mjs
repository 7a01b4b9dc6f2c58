import { step } from './step.mjs';

/**
 * @typedef {import('./program.mjs').Draft} Draft
 * @typedef {import('./program.mjs').Kind} Kind
 * @typedef {import('./program.mjs').Purpose} Purpose
 * @typedef {import('./program.mjs').Step} Step
 * @typedef {import('./program.mjs').Tools} Tools
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} Body what a function does
 * @property {Step[]} steps
 * @property {Purpose} [purpose] none where a sentence would not be the whole of it
 * @property {string} [empty] what it gives where there is nothing to work on
 */

/** Comparisons, as the phrases call them. */
export const comparisons = ['greater', 'less', 'equal', 'atLeast', 'different'];
export const operations = /** @type {const} */ (['plus', 'minus', 'times']);

/** @param {Random} random @param {number} [high] */
export const number = (random, high = 99) =>
  `${random.chance(0.5) ? random.int(0, 10) : random.int(0, high)}`;

/**
 * @param {Tools} tools
 * @param {import('./names.mjs').Does} does
 * @param {Kind[]} kinds
 * @param {(values: string[]) => Body} make
 * @returns {Draft}
 */
export function functionOf(tools, does, kinds, make) {
  const name = tools.names.verb(does);
  const parameters = kinds.map(() => tools.names.thing());
  const { steps, purpose, empty = '0' } = make(parameters);
  const isRecursive = steps.at(-1)?.kind === 'callSelf';
  const guard = isRecursive ? undefined : guardFor(tools, kinds, parameters, empty);
  return {
    form: 'function',
    name,
    method: '',
    parameters,
    fields: [],
    kinds,
    steps: [...(guard ? [guard] : []), ...steps],
    ...(purpose ? { purpose } : {}),
  };
}

/** @param {Tools} tools @param {Kind[]} kinds @param {string[]} parameters @param {string} empty @returns {Step | undefined} */
function guardFor({ random, odd }, kinds, parameters, empty) {
  if (!odd(0.35)) return undefined;
  const at = odd(0.8) ? random.int(0, kinds.length - 1) : 0;
  const subject = parameters[at] ?? '';
  switch (kinds[at]) {
    case 'numbers':
    case 'texts':
    case 'text':
      return random.chance(0.7)
        ? step('guardEmpty', {
            a: subject,
            value: odd(0.7) ? random.pick(['0', '1', '-1', '[]', 'nothing']) : empty,
          })
        : step('raiseEmpty', { a: subject });
    case 'number': {
      const usual = !odd(0.8);
      const [op, b] = usual ? ['less', '0'] : [random.pick(['less', 'greater']), number(random)];
      return random.chance(0.6)
        ? step('guardCompare', {
            a: subject,
            op,
            b,
            value: usual ? empty : random.pick(['0', '1', '-1', 'nothing']),
          })
        : step('raiseCompare', { a: subject, op, b });
    }
    default:
      return undefined;
  }
}

/** @param {Tools} tools @param {string} value @returns {Step[]} */
function ending({ odd }, value) {
  const shown = odd(0.25) ? [step('show', { a: value })] : [];
  return [...shown, step('give', { a: value })];
}

/** @param {Tools} tools @param {string} value @returns {Step[]} what may happen to a number at the end */
function adjusted({ random, odd }, value) {
  if (!odd(0.25)) return [];
  return [step(random.pick(['multiply', 'add', 'subtract']), { v: value, x: number(random, 20) })];
}

/** @param {Random} random @param {string} left @param {string[]} rights */
function condition(random, left, rights) {
  return { a: left, op: random.pick(comparisons), b: random.pick(rights) };
}

/** @param {Tools} tools @returns {Draft} */
function ofList(tools) {
  const { random, names, odd } = tools;
  const product = random.chance(0.3);
  return functionOf(tools, product ? 'multiply' : 'sum', ['numbers'], ([list = '']) => {
    const [v, i] = [names.result(product ? 'product' : 'sum'), names.short(list)];
    const inside = step(product ? 'multiply' : 'add', { v, x: i }, { core: true });
    const start = product ? '1' : odd(0.2) ? number(random, 10) : '0';
    const later = adjusted(tools, v);
    return {
      steps: [
        step('set', { v, x: start }),
        step('each', { i, a: list }, { body: [inside] }),
        ...later,
        ...ending(tools, v),
      ],
      empty: product ? '1' : '0',
      ...(later.length === 0 && (product || start === '0')
        ? { purpose: { kind: product ? 'productList' : 'sumList', slots: { a: list } } }
        : {}),
    };
  });
}

/** @param {Tools} tools @returns {Draft} */
function ofRange(tools) {
  const { random, names, odd } = tools;
  const product = random.chance(0.3);
  return functionOf(tools, product ? 'multiply' : 'sum', ['number'], ([limit = '']) => {
    const [v, i] = [names.result(product ? 'product' : 'sum'), names.short()];
    const inside = step(product ? 'multiply' : 'add', { v, x: i }, { core: true });
    const start = product ? '1' : odd(0.2) ? number(random, 10) : '0';
    const from = product || random.chance(0.3) ? '1' : '0';
    const later = adjusted(tools, v);
    return {
      steps: [
        step('set', { v, x: start }),
        step('range', { i, from, b: limit }, { body: [inside] }),
        ...later,
        ...ending(tools, v),
      ],
      empty: product ? '1' : '0',
      ...(later.length === 0 && (product || start === '0')
        ? { purpose: { kind: product ? 'productRange' : 'sumRange', slots: { from, b: limit } } }
        : {}),
    };
  });
}

/** What passes a test, of a list: summed, counted or collected. @param {Tools} tools @returns {Draft} */
function ofThose(tools) {
  const { random, names, odd } = tools;
  const [does, what] = random.pick(
    /** @type {const} */ ([
      ['sum', 'add'],
      ['count', 'count'],
      ['filter', 'push'],
    ]),
  );
  const kinds = /** @type {Kind[]} */ (random.chance(0.5) ? ['numbers', 'number'] : ['numbers']);
  return functionOf(tools, does, kinds, ([list = '', limit]) => {
    const [v, i] = [names.result(does === 'filter' ? 'list' : does), names.short(list)];
    const test = condition(random, i, [limit ?? number(random)]);
    const inside = step(what, what === 'count' ? { v } : { v, x: i }, { core: true });
    const otherwise =
      what === 'add' && odd(0.2) ? [step('subtract', { v, x: number(random, 5) })] : undefined;
    const chosen = step('when', test, { body: [inside], ...(otherwise ? { otherwise } : {}) });
    return {
      steps: [
        what === 'push' ? step('list', { v }) : step('set', { v, x: '0' }),
        step('each', { i, a: list }, { body: [chosen] }),
        ...ending(tools, v),
      ],
      empty: what === 'push' ? '[]' : '0',
      ...(otherwise ? {} : { purpose: { kind: `${does}Those`, slots: { ...test, a: list } } }),
    };
  });
}

/** A list made of a list. @param {Tools} tools @returns {Draft} */
function ofEach(tools) {
  const { random, names, odd } = tools;
  return functionOf(tools, 'change', ['numbers', 'number'], ([list = '', factor = '']) => {
    const [v, i] = [names.result('list'), names.short(list)];
    const op = random.pick(operations);
    const counted = odd(0.2);
    return {
      steps: [
        step('list', { v }),
        step('each', { i, a: list }, { body: [step('pushOp', { v, a: i, op, b: factor }, { core: true })] }),
        ...(counted ? [step('giveLength', { a: v })] : ending(tools, v)),
      ],
      empty: '[]',
      ...(counted ? {} : { purpose: { kind: 'change', slots: { a: list, op, b: factor } } }),
    };
  });
}

/** The largest, or the smallest. @param {Tools} tools @returns {Draft} */
function best(tools) {
  const { random, names } = tools;
  return functionOf(tools, 'best', ['numbers'], ([list = '']) => {
    const [v, i] = [names.result('best'), names.short(list)];
    const op = random.pick(['greater', 'less']);
    const kept = [step('set', { v, x: i }, { core: true })];
    return {
      steps: [
        step('first', { v, a: list }),
        step('each', { i, a: list }, { body: [step('when', { a: i, op, b: v }, { body: kept })] }),
        ...ending(tools, v),
      ],
      empty: 'nothing',
      purpose: { kind: op === 'greater' ? 'largest' : 'smallest', slots: { a: list } },
    };
  });
}

/** How often each comes, or a dictionary of what is known of each. @param {Tools} tools @returns {Draft} */
function record(tools) {
  const { random, names } = tools;
  return functionOf(tools, 'record', ['texts'], ([list = '']) => {
    const counted = random.chance(0.5);
    const [v, k] = [names.result(counted ? 'counts' : 'lengths'), names.short(list)];
    const inside = step(counted ? 'countKey' : 'setLength', { v, k }, { core: true });
    return {
      steps: [
        step('record', { v }),
        step('each', { i: k, a: list }, { body: [inside] }),
        ...ending(tools, v),
      ],
      empty: 'nothing',
      purpose: { kind: counted ? 'countEach' : 'lengths', slots: { a: list } },
    };
  });
}

/** Words. @param {Tools} tools @returns {Draft} */
function words(tools) {
  const { random, names } = tools;
  return functionOf(tools, 'text', ['text'], ([text = '']) => {
    const [v, w] = [names.result('text'), names.result('parts')];
    const change = random.pick(['upper', 'lower', 'strip']);
    const s = random.pick([',', ';', ' ', '-']);
    const empty = 'nothing';
    /** @type {(() => Body)[]} */
    const bodies = [
      () => ({
        steps: [step(change, { v, a: text }, { core: true }), ...ending(tools, v)],
        purpose: { kind: change, slots: { a: text } },
        empty,
      }),
      () => ({
        steps: [step('split', { v: w, a: text, s }, { core: true }), step('giveLength', { a: w })],
        purpose: { kind: 'splitCount', slots: { a: text, s } },
        empty: '0',
      }),
      () => ({
        steps: [
          step(change, { v, a: text }),
          step('split', { v: w, a: v, s }, { core: true }),
          ...ending(tools, w),
        ],
        purpose: { kind: `${change}Split`, slots: { a: text, s } },
        empty: '[]',
      }),
    ];
    return random.pick(bodies)();
  });
}

/** @param {Tools} tools @returns {Draft} */
function join(tools) {
  const { names } = tools;
  return functionOf(tools, 'join', ['texts', 'text'], ([list = '', mark = '']) => {
    const [v, i] = [names.result('text'), names.short(list)];
    const body = [step('append', { v, x: i }), step('append', { v, x: mark }, { core: true })];
    return {
      steps: [step('text', { v }), step('each', { i, a: list }, { body }), ...ending(tools, v)],
      empty: 'nothing',
      purpose: { kind: 'join', slots: { a: list, b: mark } },
    };
  });
}

/** A walk with a condition of its own. @param {Tools} tools @returns {Draft} */
function divide(tools) {
  const { names, odd } = tools;
  return functionOf(tools, 'divide', ['number', 'number'], ([n = '', d = '']) => {
    const [above, summed] = [odd(0.5), odd(0.5)];
    const v = names.result(summed ? 'sum' : 'count');
    const body = [
      step('subtract', { v: n, x: d }),
      step(summed ? 'add' : 'count', summed ? { v, x: d } : { v }, { core: true }),
    ];
    return {
      steps: [
        step('set', { v, x: '0' }),
        step('while', { a: n, op: above ? 'greater' : 'atLeast', b: d }, { body }),
        ...ending(tools, v),
      ],
      ...(above ? {} : { purpose: { kind: summed ? 'multiple' : 'divide', slots: { a: n, b: d } } }),
    };
  });
}

/** Looking for something. @param {Tools} tools @returns {Draft} */
function contains(tools) {
  const { random, names, odd } = tools;
  return functionOf(tools, 'contains', ['texts', 'text'], ([list = '', wanted = '']) => {
    const i = names.short(list);
    const found = odd(0.5) ? 'no' : 'yes';
    const op = odd(0.8) ? random.pick(comparisons) : 'equal';
    const body = [step('give', { a: found }, { core: true })];
    return {
      steps: [
        step('each', { i, a: list }, { body: [step('when', { a: i, op, b: wanted }, { body })] }),
        step('give', { a: found === 'yes' ? 'no' : 'yes' }),
      ],
      empty: 'no',
      ...(found === 'yes' && op === 'equal'
        ? { purpose: { kind: 'contains', slots: { a: list, b: wanted } } }
        : {}),
    };
  });
}

/** Something of two, kept or given at once. @param {Tools} tools @returns {Draft} */
function ofTwo(tools) {
  const { random, names } = tools;
  const op = random.pick(operations);
  return functionOf(tools, op, ['number', 'number'], ([a = '', b = '']) => {
    const purpose = { kind: op, slots: { a, b } };
    if (random.chance(0.5)) return { steps: [step('giveOp', { a, op, b }, { core: true })], purpose };
    const v = names.result('sum');
    const later = adjusted(tools, v);
    return {
      steps: [step('setOp', { v, a, op, b }, { core: true }), ...later, ...ending(tools, v)],
      ...(later.length === 0 ? { purpose } : {}),
    };
  });
}

/** One of two. @param {Tools} tools @returns {Draft} */
function choose(tools) {
  return functionOf(tools, 'change', ['number', 'number'], ([a = '', b = '']) => {
    const test = condition(tools.random, a, [b]);
    const rest = {
      body: [step('give', { a })],
      otherwise: [step('give', { a: b })],
      core: true,
    };
    return { steps: [step('when', test, rest)], purpose: { kind: 'choose', slots: test } };
  });
}

/** Recursion. @param {Tools} tools @returns {Draft} */
function recursion(tools) {
  const { random, odd } = tools;
  const op = random.pick(['plus', 'times']);
  const draft = functionOf(tools, op === 'plus' ? 'sum' : 'multiply', ['number'], ([n = '']) => {
    const usual = !odd(0.8);
    const end = usual
      ? { a: n, op: 'equal', b: '0' }
      : { a: n, op: random.pick(['less', 'equal']), b: random.pick(['1', '2', '0']) };
    const last = usual ? (op === 'plus' ? '0' : '1') : random.pick(['0', '1']);
    return {
      steps: [
        step('when', end, { body: [step('give', { a: last })] }),
        step('callSelf', { a: n, op, f: '', x: '1' }, { core: true }),
      ],
      ...(usual ? { purpose: { kind: op === 'plus' ? 'sumDown' : 'productDown', slots: { a: n } } } : {}),
    };
  });
  return {
    ...draft,
    steps: draft.steps.map((one) =>
      one.kind === 'callSelf' ? { ...one, slots: { ...one.slots, f: draft.name } } : one,
    ),
  };
}

/** Calling another function; sorting. @param {Tools} tools @returns {Draft} */
function other(tools) {
  const { random, names } = tools;
  const calls = random.chance(0.5);
  /** @param {string[]} values @returns {Body} */
  const make = ([list = '']) => {
    const v = names.result('list');
    if (!calls) {
      const steps = [step('sort', { v, a: list }, { core: true }), ...ending(tools, v)];
      return { steps, empty: '[]', purpose: { kind: 'sort', slots: { a: list } } };
    }
    const f = names.verb();
    const later = adjusted(tools, v);
    return {
      steps: [step('call', { v, f, a: list }, { core: true }), ...later, ...ending(tools, v)],
      empty: 'nothing',
      ...(later.length === 0 ? { purpose: { kind: 'call', slots: { f, a: list } } } : {}),
    };
  };
  return functionOf(tools, calls ? 'other' : 'sort', ['numbers'], make);
}

/** A class with one method. @param {Tools} tools @returns {Draft} */
function classOf(tools) {
  const { random, names, odd } = tools;
  const fields = Array.from({ length: random.int(1, 3) }, () => names.thing());
  const field = random.pick(fields);
  const x = names.thing();
  const changes = ['addField', 'addField', 'subtractField', 'multiplyField'];
  const change = () => step(random.pick(changes), { v: field, x: odd(0.3) ? number(random, 20) : x });
  const ends = [
    step('giveField', { a: field }),
    step('giveFieldOp', { a: field, op: random.pick(operations), b: x }),
    step('give', { a: x }),
  ];
  const guard = guardFor(tools, ['number'], [x], '0');
  const changed = Array.from({ length: random.int(0, odd(0.4) ? 2 : 1) }, change);
  const shown = odd(0.2) ? [step('show', { a: x })] : [];
  const steps = [...(guard ? [guard] : []), ...changed, ...shown];
  const end = steps.length === 0 || random.chance(0.6) ? [random.pick(ends)] : [];
  return {
    form: 'class',
    name: names.type(),
    method: names.verb(),
    parameters: [x],
    fields,
    kinds: ['number'],
    steps: [...steps, ...end].map((one) => (one.kind.includes('Field') ? { ...one, core: true } : one)),
  };
}

/** @type {((tools: Tools) => Draft)[]} */
export const recipes = [
  ofList,
  ofRange,
  ofThose,
  ofThose,
  ofEach,
  best,
  record,
  words,
  join,
  divide,
  contains,
  ofTwo,
  ofTwo,
  choose,
  recursion,
  other,
  classOf,
];
