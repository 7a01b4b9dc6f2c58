const quoted = /«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|(?<![\p{L}\d])"[^"]*"/gu;

/** The text with what stands between quotation marks in it taken out. */
export function blankQuotations(text: string): string {
  return text.replace(quoted, ' ');
}

/** The texts that stand between quotation marks. */
export function quotations(text: string): readonly string[] {
  return [...text.matchAll(quoted)].map(([whole]) => whole.slice(1, -1));
}
