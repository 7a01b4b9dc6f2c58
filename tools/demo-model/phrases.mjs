import { en } from './words/en.mjs';
import { ca } from './words/ca.mjs';
import { es } from './words/es.mjs';
import { eu } from './words/eu.mjs';
import { gl } from './words/gl.mjs';

/**
 * What is said of a program in one language. `{…}` are its names; each comes in backticks.
 *
 * @typedef {{ train: string[], held: string[] }} Asks questions, some kept for the test
 *
 * @typedef {object} Words
 * @property {string} and
 * @property {string[]} signature
 * @property {string[]} classHead
 * @property {string[]} method
 * @property {Record<string, string>} op
 * @property {Record<string, string>} test
 * @property {Record<string, string>} until
 * @property {Record<string, string[]>} steps without a capital or a full stop; the first is the usual one
 * @property {string} inLoop before what a loop repeats
 * @property {string} otherwise
 * @property {string} concept
 * @property {Record<string, string>} concepts
 * @property {string} example
 * @property {string} todo a comment of what is still to be done
 * @property {Asks} ask
 * @property {{ ask: Asks, answer: string }} gives
 * @property {{ ask: Asks, answer: string }} takes
 * @property {{ ask: Asks, answer: string }} who
 * @property {string} cannot
 * @property {Record<string, string>} fixes
 * @property {string} fixed
 * @property {Record<string, string>} documents
 * @property {Record<string, string>} which the values of a list that pass a test
 * @property {Record<string, string>} purposes what a program is for, in one sentence of a documentation comment
 * @property {string} documented
 *
 * @typedef {'es' | 'ca' | 'gl' | 'eu' | 'en'} Language
 * @typedef {import('./program.mjs').Program} Program
 * @typedef {import('./program.mjs').Step} Step
 * @typedef {import('./write.mjs').Writer} Writer
 * @typedef {'beginner' | 'standard' | 'brief'} Level
 */

/** @type {Readonly<Record<Language, Words>>} */
export const words = { es, ca, gl, eu, en };

/** @type {readonly Language[]} */
export const languages = ['es', 'ca', 'gl', 'eu', 'en'];

/**
 * @param {string} template
 * @param {Record<string, string>} slots
 */
export function fill(template, slots) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => slots[name] ?? whole);
}

/** @param {string} name */
export const code = (name) => `\`${name}\``;

/** @param {readonly string[]} names @param {Words} own */
export function listed(names, own) {
  const quoted = names.map(code);
  return quoted.length < 2 ? quoted.join('') : quoted.slice(0, -1).join(', ') + own.and + quoted.at(-1);
}

/** @param {string} text */
function sentence(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/**
 * An explanation, line by line. Each line has all the ways to say it, the usual one first.
 *
 * @param {Program} program
 * @param {Writer} writer
 * @param {Language} language
 * @param {Level} level `brief` leaves out what is not the core of it
 * @returns {string[][]}
 */
export function explanation(program, writer, language, level) {
  const own = words[language];
  const { form, name, method, parameters, fields } = program;
  const ps = listed(parameters, own);
  const head =
    form === 'function'
      ? [own.signature.map((one) => fill(one, { f: code(name), ps }))]
      : [
          own.classHead.map((one) => fill(one, { f: code(name), fs: listed(fields, own) })),
          own.method.map((one) => fill(one, { m: code(method), ps })),
        ];
  const told = flat(program.steps);
  const last = told.at(-1);
  const kept = level === 'brief' ? told.filter((step) => isCore(step) || step === last).slice(-2) : told;
  const lines = kept.map((step) =>
    phrases(step, writer, own).map((way) => sentence(step.inLoop ? fill(own.inLoop, { step: way }) : way)),
  );
  const numbered = [...head, ...lines];
  if (level === 'brief') return [...head, ...lines.slice(head.length - 3)];
  const steps = numbered.map((ways, index) => ways.map((way) => `${index + 1}. ${way}`));
  if (level === 'standard') return steps;
  const concept = own.concepts[conceptOf(program)] ?? '';
  return [
    ...steps,
    [''],
    [fill(own.concept, { concept })],
    [fill(own.example, { call: code(exampleCall(program, writer)) })],
  ];
}

/**
 * A condition is told with what it decides; a loop on a line of its own, and each of its steps as one of a loop.
 *
 * @param {readonly Step[]} steps
 * @returns {(Step & { inLoop?: true })[]}
 */
function flat(steps) {
  return steps.flatMap((step) =>
    step.kind === 'when' || step.body === undefined
      ? [step]
      : [
          { ...step, body: [] },
          ...flat(step.body).map((one) => ({ ...one, inLoop: /** @type {const} */ (true) })),
        ],
  );
}

/** @param {Step} step @returns {boolean} */
function isCore(step) {
  return step.core === true || (step.body ?? []).some(isCore);
}

/** @param {Step} step @param {Writer} writer @param {Words} own @returns {string[]} */
function phrases(step, writer, own) {
  if (step.kind === 'when') {
    const test = fill(own.test[step.slots['op'] ?? ''] ?? '', values(step, writer, own));
    const then = (step.body ?? []).map((one) => phrases(one, writer, own)[0] ?? '').join(own.and);
    const whole = `${test}, ${then}`;
    if (step.otherwise === undefined) return [whole];
    const other = step.otherwise.map((one) => phrases(one, writer, own)[0] ?? '').join(own.and);
    return [`${whole}; ${fill(own.otherwise, { step: other })}`];
  }
  const ways = own.steps[step.kind] ?? [];
  if (ways.length === 0) throw new Error(`No words for the step ${step.kind}.`);
  return ways.map((way) => fill(way, values(step, writer, own)));
}

/** @param {Step} step @param {Writer} writer @param {Words} own @returns {Record<string, string>} */
function values({ kind, slots }, writer, own) {
  const field = kind.includes('Field') ? (writer.id === 'python' ? 'self.' : 'this.') : '';
  /** @type {Record<string, string>} */
  const filled = {};
  for (const [slot, value] of Object.entries(slots)) filled[slot] = code(writer.value(value));
  if (field !== '') {
    if (slots['v'] !== undefined) filled['v'] = code(field + slots['v']);
    if (kind.startsWith('give') && slots['a'] !== undefined) filled['a'] = code(field + slots['a']);
  }
  const op = slots['op'] ?? '';
  filled['op'] = own.op[op] ?? '';
  filled['which'] = fill(own.which[op] ?? '', filled);
  filled['test'] = fill(own.test[op] ?? '', filled);
  filled['until'] = fill(own.until[op] ?? '', filled);
  if (slots['s'] !== undefined) filled['s'] = code(`"${slots['s']}"`);
  if (kind === 'setLength' || kind === 'countKey') filled['k'] = code(slots['k'] ?? '');
  return filled;
}

/** @param {Program} program */
function conceptOf({ form, shape }) {
  if (form === 'class') return 'class';
  if (shape.includes('callSelf')) return 'recursion';
  if (/each|range|while/.test(shape)) return 'loop';
  return /when|guard|raise/.test(shape) ? 'condition' : 'function';
}

/** @type {Record<string, string>} */
const examples = { numbers: '[1, 2, 3]', texts: '["a", "b"]', number: '5', text: '"abc"', record: '{}' };

/** @param {Program} program @param {Writer} writer */
function exampleCall({ form, name, fields, kinds }, writer) {
  const given = form === 'class' ? fields.map(() => '5') : kinds.map((kind) => examples[kind] ?? '5');
  const made = form === 'class' && writer.id === 'javascript' ? `new ${name}` : name;
  return writer.call(made, given);
}

/** What the program gives, as code; nothing where that depends, or is more than a name. @param {Program} program @param {Writer} writer */
export function given({ steps, shape }, writer) {
  const last = steps.at(-1);
  if ((shape.match(/give|guard/g) ?? []).length > 1) return undefined;
  return last?.kind === 'give' ? writer.value(last.slots['a'] ?? '') : undefined;
}

/** What a documentation comment says: what the program is for, and what it does first in special cases. @param {Program} program @param {Writer} writer @param {Language} language */
export function documentation(program, writer, language) {
  const [first] = program.steps;
  const isGuard = program.form === 'function' && /guard|raise/.test(first?.kind ?? '');
  const special = first !== undefined && isGuard ? [comment(first, writer, language, false)] : [];
  return [bare(summary(program, writer, words[language])), ...special].join(' ');
}

/** @param {Program} program @param {Writer} writer @param {Words} own @returns {string} */
function summary({ form, parameters, fields, steps, purpose }, writer, own) {
  if (form === 'class') return fill(own.documents['class'] ?? '', { fs: listed(fields, own) });
  if (purpose !== undefined) {
    const filled = values({ kind: '', slots: purpose.slots }, writer, own);
    return fill(own.purposes[purpose.kind] ?? '', filled);
  }
  const loop = steps.find(({ kind }) => kind === 'each');
  return loop === undefined
    ? fill(own.documents['other'] ?? '', { ps: listed(parameters, own) })
    : fill(own.documents['each'] ?? '', { a: loop.slots['a'] ?? '' });
}

/** A step, as a comment above it says it. @param {Step} step @param {Writer} writer @param {Language} language @param {boolean} todo still to be done */
export function comment(step, writer, language, todo) {
  const own = words[language];
  const said = phrases(step, writer, own)[0] ?? '';
  return bare(sentence(todo ? fill(own.todo, { step: said }) : said));
}

/** In a comment names have no backticks. @param {string} text */
const bare = (text) => text.replaceAll('`', '');
