import { t } from '../../../text';
import { languageTag } from '../choose';
import { interfaceLanguages, type AnswerLanguage } from '../languages';
import { definitionIn, termIn, termsOf, type GlossaryEntry } from './entry';

/** Each language by its own name. */
const ownNames = { en: 'English', es: 'Español', ca: 'Català', gl: 'Galego', eu: 'Euskara' } as const;
const varietyNames: Readonly<Partial<Record<AnswerLanguage, string>>> = {
  'es-419': 'Español (América)',
  'ca-valencia': 'Valencià',
  'oc-aranes': 'Aranés',
};

/** An entry on one line: its names in the other languages, the person's own left out. */
export function translationsOf(entry: GlossaryEntry, language: AnswerLanguage): string {
  const own = termIn(entry, language);
  const others = interfaceLanguages.map((one) => termIn(entry, one)).filter((term) => term !== own);
  return [...new Set(others)].join(' · ');
}

/** The whole of an entry as Markdown that reads well unrendered: the person's own language first, then each of the five. */
export function describeEntry(entry: GlossaryEntry, language: AnswerLanguage): string {
  const blocks = interfaceLanguages.map((one) => {
    const place = entry.attested[one];
    return [
      `## ${ownNames[one]}: ${termsOf(entry, one).join(', ')}`,
      '',
      entry.definition[one],
      ...(place === undefined ? [] : ['', t('Found in the translation catalogue {0}.', place)]),
    ].join('\n');
  });
  const varieties = Object.entries(entry.variants).map(
    ([one, terms]) =>
      `- ${varietyNames[one as AnswerLanguage] ?? languageTag(one as AnswerLanguage)}: ${terms.join(', ')}`,
  );
  return [
    `# ${termIn(entry, language)}`,
    definitionIn(entry, language),
    ...blocks,
    ...(varieties.length === 0 ? [] : [varieties.join('\n')]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
