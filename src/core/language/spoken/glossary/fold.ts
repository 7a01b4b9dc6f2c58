/** A text for comparing: small letters without accents, and blanks where a person may write something else. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // Galician may write both: variábel and variable.
      // cspell:disable-next-line
      .replace(/(?<=\p{L}[ai])b(?:el|eis)(?!\p{L})/gu, (end) => (end === 'bel' ? 'ble' : 'bles'))
      .replace(/[\s'’·_-]+/g, (sign) => (sign === '·' ? '' : ' '))
      .trim()
  );
}
