/** @typedef {{ readonly verdict: 'right' | 'unsure' } | { readonly verdict: 'wrong', readonly atCharacter: number }} Verdict */
/** @typedef {new (language: string, question: string) => { push(chunk: string): unknown, end(): Verdict }} Guard */

/**
 * The answer to one line of input: `atCharacter` is a number where the verdict is `wrong`, else `null`; so is the
 * verdict of a line that cannot be read.
 *
 * @typedef {{ id: string | null, verdict: 'right' | 'wrong' | 'unsure' | null, atCharacter: number | null }} Result
 *
 * @param {string} line
 * @param {{ LanguageGuard: Guard, languages: readonly string[] }} core
 * @returns {{ result: Result, problem?: string }}
 */
export function answerRow(line, { LanguageGuard, languages }) {
  /** @type {Result} */
  const nothing = { id: null, verdict: null, atCharacter: null };
  /** @type {Record<string, unknown>} */
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return { result: nothing, problem: `no JSON: ${String(error)}` };
  }
  const id = typeof row?.id === 'string' ? row.id : null;
  const problem = problemOf(row, languages);
  if (problem !== undefined) return { result: { ...nothing, id }, problem };
  const { language, question, chunks } = /** @type {any} */ (row);
  const guard = new LanguageGuard(language, question);
  for (const chunk of chunks) guard.push(chunk);
  const found = guard.end();
  return {
    result: {
      id,
      verdict: found.verdict,
      atCharacter: found.verdict === 'wrong' ? found.atCharacter : null,
    },
  };
}

/** @param {Record<string, unknown>} row @param {readonly string[]} languages @returns {string | undefined} */
function problemOf(row, languages) {
  const missing = ['id', 'language', 'question'].filter((name) => typeof row?.[name] !== 'string');
  if (missing.length > 0) return `no string in ${missing.join(', ')}`;
  if (!languages.includes(String(row.language))) {
    return `language "${String(row.language)}" is none of ${languages.join(', ')}`;
  }
  const { chunks } = row;
  const areTexts = Array.isArray(chunks) && chunks.every((chunk) => typeof chunk === 'string');
  return areTexts ? undefined : 'no list of strings in chunks';
}
