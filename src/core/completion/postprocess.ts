import { closedBelow } from './betweenBraces';
import type { Place, Fitted } from './request';
import { stopAt } from './stop';
import { trim } from './trim';

/**
 * Makes a suggestion of a model's whole text: the stop rules over all of it, then the trimming.
 * @param output what the model wrote, with any line ends.
 * @param document the place; its line ends may be `\r\n` as well.
 * @returns `undefined` where nothing is to be offered.
 */
export function postprocess(output: string, document: Place): Fitted | undefined {
  if (output.trim() === '') return undefined;
  const place: Place = {
    languageId: document.languageId,
    prefix: unix(document.prefix),
    suffix: unix(document.suffix),
  };
  const text = unix(output);
  const fitted = trim(text.slice(0, stopAt(text, place, { ended: true })), place);
  return fitted && closedBelow(fitted, place);
}

function unix(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
