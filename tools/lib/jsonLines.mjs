import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** @typedef {string | number | null} Id */
/**
 * @template Fields
 * @typedef {{ fields: Fields, problem?: string, isMalformed?: boolean }} Answered `isMalformed` where the row itself was
 */

/** Results are written in pieces of about this many characters. */
const piece = 65_536;

/**
 * Answers each JSON object on a line of stdin with one on stdout, under its id. A problem is named on stderr by the
 * number of its line, and the other lines are answered.
 *
 * @template {object} Fields
 * @param {(row: Record<string, unknown>) => Answered<Fields>} answer
 * @param {Fields} nothing what stands in the place of an answer to what cannot be read
 * @returns {Promise<0 | 2>} the exit code: 2 where a line was malformed
 */
export async function answerLines(answer, nothing) {
  let malformed = false;
  let number = 0;
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, fields, problem, isMalformed } = answerLine(line, answer, nothing);
    if (problem !== undefined) process.stderr.write(`line ${number}: ${problem}\n`);
    malformed ||= isMalformed === true;
    waiting += `${JSON.stringify({ id, ...fields })}\n`;
    if (waiting.length > piece) await flush();
  }
  await flush();
  return malformed ? 2 : 0;
}

/**
 * @template {object} Fields
 * @param {string} line
 * @param {(row: Record<string, unknown>) => Answered<Fields>} answer
 * @param {Fields} nothing
 * @returns {Answered<Fields> & { id: Id }}
 */
function answerLine(line, answer, nothing) {
  /** @type {Record<string, unknown> | null} */
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return { id: null, fields: nothing, problem: `no JSON: ${String(error)}`, isMalformed: true };
  }
  const id = row?.id;
  if (row === null || (typeof id !== 'string' && typeof id !== 'number')) {
    return { id: null, fields: nothing, problem: 'no string or number in id', isMalformed: true };
  }
  try {
    return { ...answer(row), id };
  } catch (error) {
    return { id, fields: nothing, problem: String(error) };
  }
}

/**
 * @param {Record<string, unknown>} row
 * @param {readonly string[]} names
 * @returns {string | undefined} what is wrong where one of the fields is no string
 */
export function missingStrings(row, names) {
  const missing = names.filter((name) => typeof row[name] !== 'string');
  return missing.length === 0 ? undefined : `no string in ${missing.join(', ')}`;
}
