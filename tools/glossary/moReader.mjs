/**
 * @typedef {object} Message
 * @property {string} source
 * @property {string} translation
 */

/**
 * Reads a compiled catalogue of gettext (GNU gettext manual, "The Format of GNU MO Files"): of a plural both forms,
 * contexts left out.
 *
 * @param {Buffer} bytes
 * @returns {Message[]}
 * @throws {Error} where it is no such file
 */
export function readMo(bytes) {
  const little = bytes.length >= 28 && bytes.readUInt32LE(0) === 0x950412de;
  if (!little && (bytes.length < 28 || bytes.readUInt32BE(0) !== 0x950412de)) {
    throw new Error('This is not a compiled catalogue of gettext.');
  }
  /** @param {number} at */
  const number = (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  /** @param {number} table @param {number} index */
  const piece = (table, index) => {
    const [length, start] = [number(table + index * 8), number(table + index * 8 + 4)];
    return bytes.subarray(start, start + length);
  };
  const [count, sources, translations] = [number(8), number(12), number(16)];
  const rows = Array.from({ length: count }, (_, index) => [
    piece(sources, index),
    piece(translations, index),
  ]);
  const header = rows.find(([source]) => source?.length === 0)?.[1]?.toString('latin1') ?? '';
  const decoder = new TextDecoder(/charset=([\w-]+)/i.exec(header)?.[1] ?? 'utf-8');
  return rows.flatMap(([source, translation]) => {
    // A context stands before the text, with the sign EOT between them.
    const [text = ''] = decoder.decode(source).split('\u0004').slice(-1);
    const from = text.split('\0');
    const to = decoder.decode(translation).split('\0');
    return from
      .map((text, index) => ({ source: text, translation: to[index] ?? '' }))
      .filter((message) => message.source !== '' && message.translation !== '');
  });
}
