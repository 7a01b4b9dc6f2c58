import { missingStrings } from '../lib/jsonLines.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./core.mjs').loadPostprocess>>} Postprocess */
/** @typedef {{ text: string | null, replaceSuffix: number }} Fitted */

const names = /** @type {const} */ (['prefix', 'suffix', 'vscodeLanguageId', 'output']);

/** @type {Fitted} */
export const nothing = { text: null, replaceSuffix: 0 };

/**
 * A model's output, fitted to its place.
 *
 * @param {Record<string, unknown>} row
 * @param {Postprocess} postprocess
 * @returns {import('../lib/jsonLines.mjs').Answered<Fitted>}
 */
export function fit(row, postprocess) {
  const problem = missingStrings(row, names);
  if (problem !== undefined) return { fields: nothing, problem, isMalformed: true };
  const { prefix, suffix, vscodeLanguageId, output } = /** @type {Record<typeof names[number], string>} */ (
    row
  );
  const suggestion = postprocess(output, { languageId: vscodeLanguageId, prefix, suffix });
  const { text, replaceSuffix } = suggestion ?? nothing;
  return { fields: { text, replaceSuffix } };
}
