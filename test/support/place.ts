import { postprocess } from '../../src/core/completion/postprocess';
import type { Place } from '../../src/core/completion/request';

/** The place marked by `|` in a text. */
export function placeAt(text: string, languageId: string): Place {
  const cursor = text.indexOf('|');
  return { languageId, prefix: text.slice(0, cursor), suffix: text.slice(cursor + 1) };
}

/** The document after what is offered was accepted, with what was put in between `«` and `»`; unmarked if nothing is. */
export function applied(text: string, languageId: string, output: string): string {
  const place = placeAt(text, languageId);
  const suggestion = postprocess(output, place);
  if (suggestion === undefined) return place.prefix + place.suffix;
  return `${place.prefix}«${suggestion.text}»${place.suffix.slice(suggestion.replaceSuffix)}`;
}
