/**
 * Small programs, before they are written down in a programming language.
 *
 * @typedef {{ kind: string, slots: Record<string, string>, body?: Step[], otherwise?: Step[], core?: boolean }} Step
 *   `core`: what the program is about; it stays in a brief explanation
 *
 * @typedef {object} Program
 * @property {'function' | 'class'} form
 * @property {string} name of the function, or of the class
 * @property {string} method of the class
 * @property {string[]} parameters
 * @property {string[]} fields what the constructor keeps, of a class
 * @property {Kind[]} kinds of the parameters
 * @property {Step[]} steps
 * @property {string} shape the kinds of its steps, from the outside in: what is held out of training by shape
 *
 * @typedef {'numbers' | 'texts' | 'number' | 'text' | 'record'} Kind
 */

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./names.mjs').Names} Names */

/** Comparisons, as the phrases call them. */
const comparisons = ['greater', 'less', 'equal', 'atLeast', 'different'];

/**
 * @param {Random} random
 * @param {Names} names
 * @returns {Program}
 */
export function createProgram(random, names) {
  const make = random.pick(recipes);
  const program = make({ random, names });
  return { ...program, shape: `${program.form}:${shapeOf(program.steps)}` };
}

/** @param {Step[]} steps @returns {string} */
function shapeOf(steps) {
  return steps
    .map(
      ({ kind, body, otherwise }) =>
        kind + (body ? `(${shapeOf(body)})` : '') + (otherwise ? `|${shapeOf(otherwise)}` : ''),
    )
    .join(',');
}

/**
 * @typedef {{ random: Random, names: Names }} Tools
 * @typedef {Omit<Program, 'shape'>} Draft
 */

/** @param {string} kind @param {Record<string, string>} slots @param {Partial<Step>} [rest] @returns {Step} */
const step = (kind, slots = {}, rest = {}) => ({ kind, slots, ...rest });
/** @param {Random} random @param {number} [high] */
const number = (random, high = 99) => `${random.chance(0.5) ? random.int(0, 10) : random.int(0, high)}`;

/**
 * @param {Tools} tools
 * @param {Parameters<Names['verb']>[0]} does
 * @param {Kind[]} kinds
 * @param {(values: string[]) => Step[]} steps
 * @returns {Draft}
 */
function functionOf({ names, random }, does, kinds, steps) {
  const name = names.verb(does);
  const parameters = kinds.map(() => names.thing());
  const body = steps(parameters);
  const guard = guardFor(random, kinds, parameters);
  return {
    form: 'function',
    name,
    method: '',
    parameters,
    fields: [],
    kinds,
    steps: [...(guard && body.at(-1)?.kind !== 'callSelf' ? [guard] : []), ...body],
  };
}

/** @param {Random} random @param {Kind[]} kinds @param {string[]} parameters @returns {Step | undefined} */
function guardFor(random, kinds, parameters) {
  if (!random.chance(0.35)) return undefined;
  const at = random.int(0, kinds.length - 1);
  const subject = parameters[at] ?? '';
  switch (kinds[at]) {
    case 'numbers':
    case 'texts':
    case 'text':
      return random.chance(0.7)
        ? step('guardEmpty', { a: subject, value: random.pick(['0', '1', '-1', '[]', 'nothing']) })
        : step('raiseEmpty', { a: subject });
    case 'number':
      return random.chance(0.6)
        ? step('guardCompare', {
            a: subject,
            op: random.pick(['less', 'greater']),
            b: number(random),
            value: random.pick(['0', '1', '-1', 'nothing']),
          })
        : step('raiseCompare', { a: subject, op: random.pick(['less', 'greater']), b: number(random) });
    default:
      return undefined;
  }
}

/** @param {Random} random @param {string} value @returns {Step[]} */
function ending(random, value) {
  const shown = random.chance(0.25) ? [step('show', { a: value })] : [];
  return [...shown, step('give', { a: value })];
}

/** @param {Random} random @param {string} value @returns {Step[]} what may happen to a number at the end */
function adjusted(random, value) {
  if (!random.chance(0.25)) return [];
  return [step(random.pick(['multiply', 'add', 'subtract']), { v: value, x: number(random, 20) })];
}

/** @param {Random} random @param {string} left @param {string[]} rights */
function condition(random, left, rights) {
  return { a: left, op: random.pick(comparisons), b: random.pick(rights) };
}

/** @type {((tools: Tools) => Draft)[]} */
const recipes = [
  // A sum, or a product, of a list or of a range.
  (tools) => {
    const product = tools.random.chance(0.3);
    return functionOf(tools, product ? 'multiply' : 'sum', ['numbers'], ([list = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short(list)];
      const inside = step(product ? 'multiply' : 'add', { v, x: i }, { core: true });
      return [
        step('set', { v, x: product ? '1' : random.chance(0.8) ? '0' : number(random, 10) }),
        step('each', { i, a: list }, { body: [inside] }),
        ...adjusted(random, v),
        ...ending(random, v),
      ];
    });
  },
  (tools) => {
    const product = tools.random.chance(0.3);
    return functionOf(tools, product ? 'multiply' : 'sum', ['number'], ([limit = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short()];
      const inside = step(product ? 'multiply' : 'add', { v, x: i }, { core: true });
      return [
        step('set', { v, x: product ? '1' : random.chance(0.8) ? '0' : number(random, 10) }),
        step('range', { i, from: random.chance(0.7) === product ? '1' : '0', b: limit }, { body: [inside] }),
        ...adjusted(random, v),
        ...ending(random, v),
      ];
    });
  },
  // What passes a test, of a list: summed, counted or collected.
  (tools) => {
    const [does, what] = tools.random.pick(
      /** @type {const} */ ([
        ['sum', 'add'],
        ['count', 'count'],
        ['filter', 'push'],
      ]),
    );
    return functionOf(
      tools,
      does,
      tools.random.chance(0.5) ? ['numbers', 'number'] : ['numbers'],
      ([list = '', limit]) => {
        const { random, names } = tools;
        const [v, i] = [names.thing(), names.short(list)];
        const test = condition(random, i, [limit ?? number(random)]);
        const inside = step(what, what === 'count' ? { v } : { v, x: i }, { core: true });
        const otherwise =
          random.chance(0.2) && what === 'add' ? [step('subtract', { v, x: number(random, 5) })] : undefined;
        return [
          what === 'push' ? step('list', { v }) : step('set', { v, x: '0' }),
          step(
            'each',
            { i, a: list },
            { body: [step('when', test, { body: [inside], ...(otherwise ? { otherwise } : {}) })] },
          ),
          ...ending(random, v),
        ];
      },
    );
  },
  // A list made of a list.
  (tools) =>
    functionOf(tools, 'change', ['numbers', 'number'], ([list = '', factor = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short(list)];
      const op = random.pick(['plus', 'minus', 'times']);
      return [
        step('list', { v }),
        step('each', { i, a: list }, { body: [step('pushOp', { v, a: i, op, b: factor }, { core: true })] }),
        ...(random.chance(0.2) ? [step('giveLength', { a: v })] : ending(random, v)),
      ];
    }),
  // The largest, or the smallest.
  (tools) =>
    functionOf(tools, 'best', ['numbers'], ([list = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short(list)];
      const inside = step(
        'when',
        { a: i, op: random.pick(['greater', 'less']), b: v },
        {
          body: [step('set', { v, x: i }, { core: true })],
        },
      );
      return [
        step('first', { v, a: list }),
        step('each', { i, a: list }, { body: [inside] }),
        ...ending(random, v),
      ];
    }),
  // How often each comes, or a dictionary of what is known of each.
  (tools) =>
    functionOf(tools, 'record', ['texts'], ([list = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short(list)];
      const inside = random.chance(0.5)
        ? step('countKey', { v, k: i }, { core: true })
        : step('setLength', { v, k: i }, { core: true });
      return [step('record', { v }), step('each', { i, a: list }, { body: [inside] }), ...ending(random, v)];
    }),
  // Words.
  (tools) =>
    functionOf(tools, 'text', ['text'], ([text = '']) => {
      const { random, names } = tools;
      const [v, w] = [names.thing(), names.thing()];
      const change = random.pick(['upper', 'lower', 'strip']);
      const separator = random.pick([',', ';', ' ', '-']);
      const shapes = [
        [step(change, { v, a: text }, { core: true }), ...ending(random, v)],
        [step('split', { v, a: text, s: separator }, { core: true }), step('giveLength', { a: v })],
        [
          step(change, { v, a: text }),
          step('split', { v: w, a: v, s: separator }, { core: true }),
          ...ending(random, w),
        ],
      ];
      return random.pick(shapes);
    }),
  (tools) =>
    functionOf(tools, 'join', ['texts', 'text'], ([list = '', mark = '']) => {
      const { random, names } = tools;
      const [v, i] = [names.thing(), names.short(list)];
      return [
        step('text', { v }),
        step(
          'each',
          { i, a: list },
          { body: [step('append', { v, x: i }), step('append', { v, x: mark }, { core: true })] },
        ),
        ...ending(random, v),
      ];
    }),
  // A walk with a condition of its own.
  (tools) =>
    functionOf(tools, 'divide', ['number', 'number'], ([n = '', d = '']) => {
      const { random, names } = tools;
      const v = names.thing();
      return [
        step('set', { v, x: '0' }),
        step(
          'while',
          { a: n, op: random.pick(['greater', 'atLeast']), b: d },
          {
            body: [
              step('subtract', { v: n, x: d }),
              step(random.pick(['count', 'add']), { v, x: d }, { core: true }),
            ],
          },
        ),
        ...ending(random, v),
      ];
    }),
  // Looking for something.
  (tools) =>
    functionOf(tools, 'contains', ['texts', 'text'], ([list = '', wanted = '']) => {
      const { random, names } = tools;
      const i = names.short(list);
      const found = random.pick(['yes', 'no']);
      return [
        step(
          'each',
          { i, a: list },
          {
            body: [
              step('when', condition(random, i, [wanted]), {
                body: [step('give', { a: found }, { core: true })],
              }),
            ],
          },
        ),
        step('give', { a: found === 'yes' ? 'no' : 'yes' }),
      ];
    }),
  // A sum of two or three, or a comparison.
  (tools) =>
    functionOf(tools, 'change', ['number', 'number'], ([a = '', b = '']) => {
      const { random, names } = tools;
      const v = names.thing();
      return random.chance(0.5)
        ? [
            step('setOp', { v, a, op: random.pick(['plus', 'minus', 'times']), b }, { core: true }),
            ...adjusted(random, v),
            ...ending(random, v),
          ]
        : [
            step('when', condition(random, a, [b]), {
              body: [step('give', { a })],
              otherwise: [step('give', { a: b })],
              core: true,
            }),
          ];
    }),
  (tools) =>
    functionOf(tools, 'change', ['number', 'number'], ([a = '', b = '']) => {
      const { random } = tools;
      return [step('giveOp', { a, op: random.pick(['plus', 'minus', 'times']), b }, { core: true })];
    }),
  // Recursion.
  (tools) => {
    const draft = functionOf(tools, 'multiply', ['number'], ([n = '']) => {
      const { random } = tools;
      const op = random.pick(['plus', 'times']);
      return [
        step(
          'when',
          { a: n, op: random.pick(['less', 'equal']), b: random.pick(['1', '2', '0']) },
          {
            body: [step('give', { a: random.pick(['0', '1']) })],
          },
        ),
        step('callSelf', { a: n, op, f: '', x: '1' }, { core: true }),
      ];
    });
    return {
      ...draft,
      steps: draft.steps.map((one) =>
        one.kind === 'callSelf' ? { ...one, slots: { ...one.slots, f: draft.name } } : one,
      ),
    };
  },
  // Calling another function; sorting.
  (tools) =>
    functionOf(tools, 'other', ['numbers'], ([list = '']) => {
      const { random, names } = tools;
      const v = names.thing();
      return random.chance(0.5)
        ? [
            step('call', { v, f: names.verb(), a: list }, { core: true }),
            ...adjusted(random, v),
            ...ending(random, v),
          ]
        : [step('sort', { v, a: list }, { core: true }), ...ending(random, v)];
    }),
  // A class with one method.
  ({ random, names }) => {
    const fields = Array.from({ length: random.int(1, 2) }, () => names.thing());
    const field = random.pick(fields);
    const x = names.thing();
    const steps = random.pick([
      [step('addField', { v: field, x }, { core: true }), step('giveField', { a: field })],
      [step('addField', { v: field, x }, { core: true })],
      [step('giveFieldOp', { a: field, op: random.pick(['plus', 'minus', 'times']), b: x }, { core: true })],
    ]);
    return {
      form: 'class',
      name: names.type(),
      method: names.verb(),
      parameters: [x],
      fields,
      kinds: ['number'],
      steps,
    };
  },
];
