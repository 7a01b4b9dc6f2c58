/** What every mask begins with. */
const opening = '<redacted';

/** Up to how many characters a secret counts as short, and as of medium length. */
const shortLength = 19;
const mediumLength = 63;

/**
 * What stands in a secret's place: always the same for secrets of a class of length, so that a model sees
 * whether a password or a key is meant and learns nothing of it.
 */
export function maskFor(secret: string): string {
  const size = secret.length <= shortLength ? 'short' : secret.length <= mediumLength ? 'medium' : 'long';
  return `${opening}:${size}>`;
}

/** True for a text with a mask, or the beginning of one, in it. Such a suggestion must not be offered. */
export function containsMask(text: string): boolean {
  return text.includes(opening);
}
