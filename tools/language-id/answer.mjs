/**
 * The answer to one line of input.
 *
 * @param {string} line
 * @param {(text: string) => { language: string, confidence: number }} identify
 * @returns {{ result: { id: unknown, language: string | null, confidence: number }, problem?: string }}
 */
export function answerText(line, identify) {
  const nothing = { language: null, confidence: 0 };
  /** @type {{ id?: unknown, text?: unknown } | null} */
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return { result: { id: null, ...nothing }, problem: `no JSON: ${String(error)}` };
  }
  const { id, text } = row ?? {};
  const isId = typeof id === 'string' || typeof id === 'number';
  if (!isId) return { result: { id: null, ...nothing }, problem: 'no string or number in id' };
  if (typeof text !== 'string') return { result: { id, ...nothing }, problem: 'no string in text' };
  const { language, confidence } = identify(text);
  return { result: { id, language, confidence: Math.round(confidence * 10_000) / 10_000 } };
}
