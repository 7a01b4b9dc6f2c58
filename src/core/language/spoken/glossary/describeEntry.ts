import { t } from '../../../text';
import { interfaceLanguageFor } from '../choose';
import { interfaceLanguages, type AnswerLanguage } from '../languages';
import { termIn, termsOf, type GlossaryEntry } from './entry';

/** Each language by its own name. */
const ownNames = { en: 'English', es: 'Español', ca: 'Català', gl: 'Galego', eu: 'Euskara' } as const;
const varietyNames: Readonly<Record<string, string>> = {
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

/** The whole of an entry, as Markdown: the person's own language, then the others. */
export function describeEntry(entry: GlossaryEntry, language: AnswerLanguage): string {
  const own = interfaceLanguageFor(language);
  const [first, ...others] = termsOf(entry, language);
  const varieties = Object.entries(entry.variants).map(
    ([variety, terms]) => `- ${varietyNames[variety] ?? variety}: ${terms.join(', ')}`,
  );
  const blocks = [
    `# ${first ?? entry.id}`,
    others.join(', '),
    entry.definition[own],
    ...interfaceLanguages
      .filter((one) => one !== own)
      .flatMap((one) => [`## ${ownNames[one]}: ${entry.terms[one].join(', ')}`, entry.definition[one]]),
    varieties.join('\n'),
    attestation(entry),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function attestation({ attested }: GlossaryEntry): string {
  const places = interfaceLanguages.flatMap((one) => {
    const place = attested[one];
    return place === undefined ? [] : [`${ownNames[one]} (${place})`];
  });
  return places.length === 0 ? '' : t('Found in translation catalogues: {0}.', places.join(', '));
}
