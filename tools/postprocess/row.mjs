/** @typedef {Awaited<ReturnType<typeof import('./core.mjs').loadPostprocess>>} Postprocess */

const fields = /** @type {const} */ (['prefix', 'suffix', 'vscodeLanguageId', 'output']);

/**
 * The answer to one line of input.
 *
 * @param {string} line
 * @param {Postprocess} postprocess
 * @returns {{ result: { id: string | null, text: string | null, replaceSuffix: number }, problem?: string, isMalformed: boolean }}
 */
export function answerRow(line, postprocess) {
  const nothing = { text: null, replaceSuffix: 0 };
  /** @type {Record<string, unknown>} */
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return { result: { id: null, ...nothing }, problem: `no JSON: ${String(error)}`, isMalformed: true };
  }
  const id = typeof row?.id === 'string' ? row.id : null;
  const missing = ['id', ...fields].filter((name) => typeof row?.[name] !== 'string');
  if (missing.length > 0) {
    const problem = `no string in ${missing.join(', ')}`;
    return { result: { id, ...nothing }, problem, isMalformed: true };
  }
  const { prefix, suffix, vscodeLanguageId, output } = /** @type {Record<typeof fields[number], string>} */ (
    row
  );
  try {
    const suggestion = postprocess(output, { languageId: vscodeLanguageId, prefix, suffix });
    const { text, replaceSuffix } = suggestion ?? nothing;
    return { result: { id, text, replaceSuffix }, isMalformed: false };
  } catch (error) {
    return { result: { id, ...nothing }, problem: String(error), isMalformed: false };
  }
}
