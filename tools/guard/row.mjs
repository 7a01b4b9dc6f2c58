import { missingStrings } from '../lib/jsonLines.mjs';

/** @typedef {{ readonly verdict: 'right' | 'unsure' } | { readonly verdict: 'wrong', readonly atCharacter: number }} Verdict */
/** @typedef {new (language: string, question: string) => { push(chunk: string): unknown, end(): Verdict }} Guard */
/** @typedef {{ verdict: 'right' | 'wrong' | 'unsure' | null, atCharacter: number | null }} Judged */

/** @type {Judged} */
export const nothing = { verdict: null, atCharacter: null };

/**
 * An answer, judged: `atCharacter` is a number where the verdict is `wrong`, else `null`.
 *
 * @param {Record<string, unknown>} row
 * @param {{ LanguageGuard: Guard, languages: readonly string[] }} core
 * @returns {import('../lib/jsonLines.mjs').Answered<Judged>}
 */
export function judge(row, { LanguageGuard, languages }) {
  const problem = problemOf(row, languages);
  if (problem !== undefined) return { fields: nothing, problem, isMalformed: true };
  const { language, question, chunks } = /** @type {any} */ (row);
  const guard = new LanguageGuard(meant(language), question);
  for (const chunk of chunks) guard.push(chunk);
  const found = guard.end();
  const { verdict } = found;
  return { fields: { verdict, atCharacter: verdict === 'wrong' ? found.atCharacter : null } };
}

/** Occitan is answered in as Aranese. @param {string} language */
function meant(language) {
  return language === 'oc' ? 'oc-aranes' : language;
}

/** @param {Record<string, unknown>} row @param {readonly string[]} languages @returns {string | undefined} */
function problemOf(row, languages) {
  const missing = missingStrings(row, ['language', 'question']);
  if (missing !== undefined) return missing;
  if (!languages.includes(meant(String(row.language)))) {
    return `language "${String(row.language)}" is none of ${languages.join(', ')}`;
  }
  const { chunks } = row;
  const areTexts = Array.isArray(chunks) && chunks.every((chunk) => typeof chunk === 'string');
  return areTexts ? undefined : 'no list of strings in chunks';
}
