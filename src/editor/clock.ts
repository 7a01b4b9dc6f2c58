/**
 * A time of day as people write it, such as 9:05.
 * @param time in milliseconds since 1970.
 * @param language of Aliada's words.
 */
export function clock(time: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(time);
}
