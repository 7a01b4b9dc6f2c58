import { identify, type IdentifiedLanguage } from '../identify';
import { proseOf } from '../prose';
import { isTranslation } from './isTranslation';
import { basqueStems, languageNames } from './languageNames';
import { quotations } from './quotations';

type Named = IdentifiedLanguage | 'other';

/**
 * The languages that an answer to `question` may be in beside its own: of a translation that is asked for, of text that
 * is wanted in another language, or of a text in another language that is to be corrected or gone on with. `any` where
 * a translation is wanted and no language that we tell apart is named.
 */
export function allowedBeside(
  question: string,
  own: IdentifiedLanguage,
): ReadonlySet<IdentifiedLanguage> | 'any' {
  const plain = plainOf(withoutFences(question));
  const named = targetsIn(plain);
  if (named.has('other')) return 'any';
  const languages = new Set([...named].filter((name): name is IdentifiedLanguage => name !== 'other'));
  if (isTranslation(plain)) {
    // "Translate this from English": whoever names one language may mean another than the own, or the own.
    if (languages.size === 0) return 'any';
    for (const name of namesIn(plain)) if (name !== 'other') languages.add(name);
  }
  if (worksOnText.test(plain)) for (const language of textsIn(question, own)) languages.add(language);
  languages.delete(own);
  return languages;
}

/** Lower case, without accents: people leave them out. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ');
}

function withoutFences(question: string): string {
  return question.replace(/^ {0,3}(```|~~~)[^]*?(^ {0,3}\1|$(?![^]))/gm, ' ');
}

const nouns =
  'texto?s?|testua?|version|versio|versao|bertsioa?|traduccion|traduccio|traducion|traducao|traduction|translation|frase|phrase|sentence|name|equivalent|readme|docstrings?|comments?|comentarios?|comentaris?|documentacion?|documentation|respuesta|resposta|answer|reponse';

/** "It is in English" speaks of what is there; "not in English" of what is not wanted. */
const describes =
  /(?:\b(?:esta|estan|estaba|estava|estaven|estaban|is|are|was|were|est|sont|ve|viene|sale|surt)(?: \p{L}+)?|\b(?:no|non|not|nao|(?<!-)ne|sin|sense|sen|sem|without|nunca|mai|never|evita|avoid)\b[^.,;:?!]{0,24}) $/u;

/** The languages that something is wanted in: "in English", "al francés", "ingelesez", "the English version". */
function targetsIn(plain: string): ReadonlySet<Named> {
  const found = new Set<Named>();
  for (const [name, pattern] of Object.entries(languageNames) as [Named, string][]) {
    const before =
      "\\b(?:en|in|into|to|al?|ao|au|em|per a|para|para o|para el|cap a|vers|enta|entar|tar?)(?: (?:el|la|le|o|er|lengua|llengua|lingua|langue|language|idioma|la lengua|la llengua|a lingua|l'))*[ ']*(?:l')?";
    const phrases = new RegExp(
      `${before}(?:${pattern})(?![\\p{L}\\d])|\\b(?:${nouns}) (?:${pattern})(?![\\p{L}\\d])|\\b(?:${pattern}) (?:${nouns})\\b`,
      'gu',
    );
    for (const match of plain.matchAll(phrases)) {
      if (!describes.test(plain.slice(Math.max(0, match.index - 40), match.index))) found.add(name);
    }
  }
  for (const [name, stems] of Object.entries(basqueStems) as [Named, string][]) {
    const inflected = new RegExp(
      `\\b(?:${stems})(?:e?z|e?ra|era|e?rako|e?zko|erantz|ez ere)(?![\\p{L}])(?! (?:dago|daude|dagoen|dauden))`,
      'u',
    );
    if (inflected.test(plain)) found.add(name);
  }
  return found;
}

function namesIn(plain: string): readonly Named[] {
  return (Object.entries(languageNames) as [Named, string][])
    .filter(([, pattern]) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'u').test(plain))
    .map(([name]) => name);
}

/** To correct, improve, shorten, rewrite or go on with a text: then the answer is such a text. */
const worksOnText =
  /\b(?:corrig|correg|correct|revis|mejor|millor|mellor|reescri|reescr|reformul|resum|continu|complet|redact|proofread|fix|improve|rewrite|rephrase|summari|shorten|polish|zuzendu|hobetu|laburtu|berridatzi|osatu|jarraitu)\p{L}*/u;

/** The languages of the texts that stand in a question: in quotation marks, in quoted lines, behind its last colon. */
function textsIn(question: string, own: IdentifiedLanguage): readonly IdentifiedLanguage[] {
  const quotedLines = question
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .join(' ');
  const behindColon = /:\s+([^]+)$/.exec(question)?.[1] ?? '';
  return [...quotations(question), quotedLines, behindColon].flatMap((text) => {
    const { language, enough, confidence } = identify(proseOf(text));
    return enough && confidence >= 0.9 && language !== own ? [language] : [];
  });
}
