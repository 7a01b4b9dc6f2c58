/** In Basque `itzuli` is also "to return", which functions do. */
const translation =
  /\b(?:traduc|traduz|tradui|tradus|translat)\p{L}*|\bitzul(?:pen\p{L}*|i (?:testu|esaldi|mezu|paragrafo)\p{L}*)|\bitzul\p{L}*(?= (?:hau|testu|esaldi))/gu;

/** Then it is not a text that is to be translated, but a program, or nothing at all. */
const ofCode =
  /^[^.?!]{0,40}\b(?:codigo|codi|code|kode\p{L}*|funcion|funcio|function|script|programa|program|clase|classe|class|consulta|query|algoritm\p{L}*|pseudo\p{L}*|python|java|javascript|typescript|rust|php|sql|ruby|kotlin|swift|go|perl|matlab|fortran|cobol|bash|c\+\+|c#)(?![\p{L}])/u;
const negated = /\b(?:no|non|not|sin|sense|sen|sem|without|nao)(?: l[aeo]s?)? $/;

/** What is there already and only spoken of: "the translation files", "falla en la traducción", "el text traduït". */
const noun =
  /^(?:traduccion(?:es)?|traduccions?|traduccio|traducions?|traducao|traducoes|(?:traduc|transla)tions?)$/;
const translated =
  /^(?:traducid[oa]s?|traduzid[oa]s?|traduits?|traduid[ae]s?|traduides|tradusi[dt][ai]?s?|translated|itzulita(?:ko)?)$/;
const translator = /^(?:traductor\p{L}*|tradutor\p{L}*|traducteur\p{L}*|translators?|itzultzaile\p{L}*)$/u;
const partOf =
  /^(?:-| )(?:files?|keys?|catalogu?es?|strings?|bundles?|loader|fitxategi\p{L}*|gako\p{L}*|katalogo\p{L}*)(?![\p{L}])/u;
/** Behind a preposition, or the plural with an article. */
const placeBefore = /\b(?:(?:en|de|in|of|from|em)(?: (?:las?|les|as?|the|my|our))?|[nd]as?|las|les|as|the) $/;
const whatOf = /^ (?:de|del|dels|d'|do|da|dos|das|der|dera|du|of|al?|ao|to|into|en|in)(?![\p{L}])/u;
const asPart = /\b(?:as an?|as|de|como|com a|coma) $/;

/** Whoever says such a word may want a translation after all, and is believed. */
const wants =
  /\b(?:quier|quisi|quer[oi]|necesit|necessit|precis|dame|dadme|haz|vull|voldri|fes|fem|dona'?m|fai(?:me)?\b|nahi|behar|eman|emaidazu|want|need|give|make|would like|ajud|ayud|axud|help|please|por favor|si us plau|revis|corrig|mira|check)/;

function isOnlySpokenOf(word: string, plain: string, before: string, behind: string): boolean {
  if (partOf.test(behind) && (noun.test(word) || word.startsWith('itzulpen'))) return true;
  if (wants.test(plain)) return false;
  if (translator.test(word)) return !asPart.test(before);
  return translated.test(word) || (noun.test(word) && placeBefore.test(before) && !whatOf.test(behind));
}

/** Whether a question, in lower case and without accents, asks for a translation of a text. */
export function isTranslation(plain: string): boolean {
  return [...plain.matchAll(translation)].some((match) => {
    const end = match.index + match[0].length;
    if (plain[end] === '(' || plain[match.index - 1] === '.') return false;
    if (isOnlySpokenOf(match[0], plain, plain.slice(0, match.index), plain.slice(end))) return false;
    return !ofCode.test(plain.slice(end)) && !negated.test(plain.slice(0, match.index));
  });
}
