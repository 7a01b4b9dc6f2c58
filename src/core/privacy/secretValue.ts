/** Fewer bits a character than this is a word, not a secret. */
const leastBits = 2.8;

/** What stands in templates and manuals where a secret would. */
const placeholder =
  /^(?:[<[{(%$].*|.*[>\]})%]|.*\$\{.*|.*\{\{.*|.*[*.]{3,}.*|.*x{4,}.*|(?:your|my|the|some|test|fake|dummy|example)[-_ ].*|.*(?:example|placeholder|changeme|change-me|redacted).*)$/i;

/** A chain of names, as code has them: `config.auth2.token`, `auth/token-2`, `max_tokens2`. */
const names =
  /^[A-Za-z_$@]*(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)(?:\d{0,3}[-_./:@]?(?:[a-z]+|[A-Z][a-z]*|[A-Z]+))*\d{0,4}$/;

/** A path, as routes for signing in have it: `/oauth2/v2.0/token`. */
const path = /^\.{0,2}\/[a-z\d_./:-]*$/;

/**
 * True where the value of something called a password, key or token looks like a real one: letters and
 * digits (or signs) mixed beyond what names and words are.
 * @param bare where it stands without quotes, as code has names and calls: then more is asked of it.
 */
export function looksSecret(value: string, bare: boolean): boolean {
  if (value.length < 8 || /\s/.test(value) || placeholder.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (kinds < 2 || !/[\d!"#$%&'()*+,;<=>?@[\]^`{|}~\\]/.test(value)) return false;
  if (path.test(value) || /^[\d.]+$/.test(value)) return false;
  if (bits(value) < leastBits) return false;
  const long = switches(value) >= 6 && value.length >= 20;
  if (isNames(value) && !long) return false;
  return !bare || long || /[^\w$.]/.test(value);
}

function isNames(value: string): boolean {
  // Longer ones are no names; and the pattern's work stays small.
  return value.length <= 64 && names.test(value);
}

/** Entropy in bits a character, by the frequency of characters in the value itself. */
function bits(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / value.length) * Math.log2(count / value.length);
  return sum;
}

/** How often letters and digits take turns. */
function switches(value: string): number {
  return [...value.matchAll(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)].length;
}
