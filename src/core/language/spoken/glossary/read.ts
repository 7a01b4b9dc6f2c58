import { answerLanguages, interfaceLanguages, type InterfaceLanguage } from '../languages';
import type { GlossaryEntry } from './entry';

/**
 * Reads the glossary's own format, which is made to be read and corrected by people: a block for each entry, with one
 * line `LANGUAGE name, other name = definition.` for each of the five languages, and `LANGUAGE name` where a variety
 * has another name. The English line comes first.
 * @param text the files of `terms/`, one after the other.
 * @param attested the lines of `attested.txt`: `id = LANGUAGE catalogue, LANGUAGE catalogue`.
 * @throws where a line or a block is not as it should be; the message has the line.
 */
export function readGlossary(text: string, attested = ''): readonly GlossaryEntry[] {
  const found = readAttested(attested);
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => readEntry(block.trim(), found));
}

function readEntry(
  block: string,
  found: ReadonlyMap<string, Readonly<Record<string, string>>>,
): GlossaryEntry {
  const terms = new Map<string, readonly string[]>();
  const definitions = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, language = '', names = '', definition] = /^(\S+) ([^=]+?)(?: = (.+))?$/.exec(line) ?? [];
    const isMain = isOneOf(interfaceLanguages, language);
    const isKnown = isMain || isOneOf(answerLanguages, language);
    if (!isKnown || isMain !== (definition !== undefined) || terms.has(language)) {
      throw new Error(`Glossary: this line is not as it should be: ${line}`);
    }
    terms.set(
      language,
      names.split(',').map((name) => name.trim()),
    );
    if (definition !== undefined) definitions.set(language, definition);
  }
  const id = terms.get('en')?.[0];
  if (id === undefined || definitions.size !== interfaceLanguages.length) {
    throw new Error(`Glossary: a language is missing in this entry: ${block}`);
  }
  const main = <T>(of: ReadonlyMap<string, T>): Record<InterfaceLanguage, T> =>
    Object.fromEntries(interfaceLanguages.map((language) => [language, of.get(language)])) as Record<
      InterfaceLanguage,
      T
    >;
  const varieties = [...terms].filter(([language]) => !isOneOf(interfaceLanguages, language));
  return {
    id,
    terms: main(terms),
    variants: Object.fromEntries(varieties),
    definition: main(definitions),
    attested: found.get(id) ?? {},
  };
}

function readAttested(text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.includes(' = '))
      .map((line) => {
        const [id = '', places = ''] = line.split(' = ');
        return [id, Object.fromEntries(places.split(', ').map((place) => place.split(' ')))];
      }),
  );
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
