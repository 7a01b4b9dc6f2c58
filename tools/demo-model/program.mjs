import { loose } from './loose.mjs';
import { recipes } from './recipes.mjs';

/**
 * Small programs, before they are written down in a programming language.
 *
 * @typedef {object} Step
 * @property {string} kind
 * @property {Record<string, string>} slots
 * @property {Step[]} [body]
 * @property {Step[]} [otherwise]
 * @property {boolean} [core] what the program is about; it stays in a brief explanation
 * @property {string} [comment] on the line above
 *
 * @typedef {{ kind: string, slots: Record<string, string> }} Purpose what it is for, as one sentence says it
 *
 * @typedef {object} Program
 * @property {'function' | 'class'} form
 * @property {string} name of the function, or of the class
 * @property {string} method of the class
 * @property {string} [comment] above the method
 * @property {string[]} parameters
 * @property {string[]} fields what the constructor keeps, of a class
 * @property {Kind[]} kinds of the parameters
 * @property {Step[]} steps
 * @property {Purpose} [purpose] none where no sentence says all of it
 * @property {string} shape the kinds of its steps, from the outside in: what is held out of training by shape
 *
 * @typedef {'numbers' | 'texts' | 'number' | 'text'} Kind
 *
 * @typedef {'plain' | 'various' | 'any'} Manner
 *   `plain`: as people most often write them, so that what comes next can be foreseen; `various`: with what is less
 *   usual; `any`: also of steps in any order
 *
 * @typedef {Omit<Program, 'shape'>} Draft
 * @typedef {{ random: Random, names: Names, odd: (share: number) => boolean }} Tools
 *   `odd`: by chance, what is less usual
 */

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./names.mjs').Names} Names */

/** Of what is less usual, how much comes in plain programs. */
const PLAIN = 0.3;

/**
 * @param {Random} random
 * @param {Names} names
 * @param {Manner} manner
 * @returns {Program}
 */
export function createProgram(random, names, manner) {
  const make = manner === 'any' && random.chance(0.4) ? loose : random.pick(recipes);
  const odd = (/** @type {number} */ share) => random.chance(manner === 'plain' ? share * PLAIN : share);
  const program = make({ random, names, odd });
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
