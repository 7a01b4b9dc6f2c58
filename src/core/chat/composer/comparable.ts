/** A word as it is compared with what a person types: accents, the middle dot and capitals make no difference. */
export function comparable(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}·]/gu, '')
    .toLowerCase();
}
