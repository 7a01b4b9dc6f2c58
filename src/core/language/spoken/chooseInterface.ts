import { interfaceLanguageFor, ofDisplayLanguage, readLanguage } from './choose';
import { interfaceLanguages, type InterfaceLanguage } from './languages';

/** What the language of Aliada's own words can be told from. Never a question: the words around it stand still. */
export interface InterfaceClues {
  /** The value of `aliada.interfaceLanguage`; anything that is not one of the five counts as `auto`. */
  readonly setting: string;
  /** VS Code's display language, a BCP 47 tag. */
  readonly displayLanguage: string;
  /** The value of `aliada.language`. */
  readonly explanations: string;
}

/** The one answer to "which language do Aliada's own words have". */
export function chooseInterfaceLanguage(clues: InterfaceClues): InterfaceLanguage {
  const set = readInterfaceLanguage(clues.setting);
  if (set !== undefined) return set;
  const nearest = ofDisplayLanguage(clues.displayLanguage) ?? readLanguage(clues.explanations);
  return nearest === undefined ? 'en' : interfaceLanguageFor(nearest);
}

/** The language of the five that a value names; `undefined` for anything else, such as `auto`. */
function readInterfaceLanguage(value: unknown): InterfaceLanguage | undefined {
  return interfaceLanguages.find((language) => language === value);
}
