/** Features are numbers below this; each is looked up in a table of the size. */
export const featureSpace = 2 ** 20;

const longest = 5;
const space = 32;
const apostrophe = 39;
const hyphen = 45;

/**
 * Prose as the classifier reads it: lower-case letters in words with one space around each. What tells languages
 * apart is kept of the punctuation: the apostrophe (l'objet), the hyphen (fez-se), the middle dot (col·lecció) and
 * the opening marks of Spanish. Digits, case, accelerator keys (_File, &File) and how accents are composed are not.
 */
export function normalised(prose: string): string {
  const text = prose
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_&~](?=\p{L})/gu, '');
  let result = ' ';
  let last = ' ';
  for (const character of text) {
    const kept = reading(character, last);
    if (kept === ' ' && last === ' ') continue;
    result += kept;
    last = kept;
  }
  return last === ' ' ? result : `${result} `;
}

function reading(character: string, last: string): string {
  if ((character >= 'a' && character <= 'z') || (character >= 'ß' && character <= 'ɏ' && character !== '÷')) {
    return character;
  }
  if (last !== ' ') {
    if (character === "'" || character === '’') return "'";
    if (character === '-' || character === '·') return character;
    return ' ';
  }
  return character === '¿' || character === '¡' ? character : ' ';
}

/**
 * The features of a normalised text, with repetition: all runs of 1 to 5 characters that span at most two word
 * boundaries, all words and all pairs of neighbouring words, each hashed to a number below `featureSpace`.
 */
export function featuresOf(text: string): Int32Array {
  const features = new Int32Array(text.length * (longest + 2));
  const runs = addRuns(text, features);
  return features.subarray(0, addWords(text, features, runs));
}

function addRuns(text: string, features: Int32Array): number {
  let count = 0;
  for (let start = 0; start < text.length; start += 1) {
    const end = Math.min(text.length, start + longest);
    let hash = 0;
    let spaces = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === space) spaces += 1;
      if (spaces > 2) break;
      hash = (Math.imul(hash ^ code, 0x01000193) + 0x9e3779b9) | 0;
      hash ^= hash >>> 15;
      if (at > start || code !== space) features[count++] = Math.imul(hash, 0x85ebca6b) >>> 12;
    }
  }
  return count;
}

function addWords(text: string, features: Int32Array, from: number): number {
  let count = from;
  let hash = 7;
  let length = 0;
  let previous = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== apostrophe && code !== hyphen) {
      hash = (Math.imul(hash ^ code, 0x01000193) + length) | 0;
      length += 1;
    } else if (length > 0) {
      const word = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      features[count++] = word >>> 12;
      if (previous !== 0) features[count++] = Math.imul((previous * 31) ^ word, 0x27d4eb2f) >>> 12;
      previous = word;
      hash = 7;
      length = 0;
    }
  }
  return count;
}
