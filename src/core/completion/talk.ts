/** How a chat model begins before it writes code, in the languages of the house. */
const opening =
  /^(?:sure|certainly|of course|okay|ok|here(?:'s|’s| is| are)|below is|the (?:completed?|missing|following|code|final|full|correct)|i(?:'ll| will|'ve| have)|to complete|this is the|let me|claro|por supuesto|aquí|a continuación|el código|esta? es|por suposto|velaquí|és clar|per descomptat|i tant|el codi|naturalment|a continuació|o código|hona|hemen|jakina|noski|bai)(?![\p{L}\p{N}_])/iu;

/** How it goes on after it. */
const closing =
  /^\W*(?:this|the|these|that|it|note|here|in this|i(?:'ve| have)|explanation|you can|we|with this|please|let me|hope|now|as you|este|esta|aquest|aquesta|nota|explicación|explicació|explicación|o código|el c[óo]di|en este|kode|honek|azalpena|as requested|key)(?![\p{L}\p{N}_])/iu;

const aboutCode =
  /(?<![\p{L}])(?:complet\p{L}*|missing|code|implementation|function|snippet|continu\p{L}*|requested|fill\p{L}*|código|codi|kodea?\p{L}*|función|funció|falta\p{L}*|osatu\p{L}*)(?![\p{L}])/iu;

const common =
  /(?<![\p{L}])(?:the|this|is|are|of|to|and|that|code|function|it|a|la|el|de|que|una?|els?|les|los|las|és|es|codi|código|funció|función|eta|da|du|kode\p{L}*)(?![\p{L}])/giu;

/**
 * True where a line is what a chat model says before code.
 * @param strict in a place where people write prose: only what speaks of completing code counts.
 */
export function isSaidBefore(line: string, strict: boolean): boolean {
  const said = line.trim();
  if (!opening.test(said) || said.length > 400 || looksLikeCode(said)) return false;
  if (said.split(/\s+/).length < 3) return false;
  return !strict || (aboutCode.test(said) && said.endsWith(':'));
}

/** True where a line is what a chat model says after code. */
export function isSaidAfter(line: string, strict: boolean): boolean {
  const said = line.trim();
  if (!closing.test(said) || !/^[\p{Lu}*]/u.test(said) || looksLikeCode(said)) return false;
  if (said.split(/\s+/).length < 4 && !/^\W*(?:explanation|explicaci|azalpena)/i.test(said)) return false;
  if (strict) return aboutCode.test(said) && /requested|the (?:above )?code|this code|missing/i.test(said);
  return (said.match(common)?.length ?? 0) >= 2 || /[.:]$/.test(said);
}

function looksLikeCode(said: string): boolean {
  return /[;{}=<>]|\w\(/.test(said.replace(/`[^`]*`/g, 'x'));
}
