import { answerLanguages, type AnswerLanguage } from '../../language/spoken/languages';
import { t } from '../../text';

/** What can be attached by a word behind `#`, in the order in which it is offered. */
export const attachmentSources = [
  'selection',
  'file',
  'openEditors',
  'symbol',
  'problems',
  'terminal',
  'diff',
  'stagedDiff',
  'folder',
  'search',
] as const;
export type AttachmentSource = (typeof attachmentSources)[number];

type Names = Readonly<Record<AttachmentSource, string>>;

const spanish: Names = {
  selection: 'selección',
  file: 'archivo',
  openEditors: 'abiertos',
  symbol: 'símbolo',
  problems: 'problemas',
  terminal: 'terminal',
  diff: 'cambios',
  stagedDiff: 'preparados',
  folder: 'carpeta',
  search: 'buscar',
};

const catalan: Names = {
  selection: 'selecció',
  file: 'fitxer',
  openEditors: 'oberts',
  symbol: 'símbol',
  problems: 'problemes',
  terminal: 'terminal',
  diff: 'canvis',
  stagedDiff: 'preparats',
  folder: 'carpeta',
  search: 'cerca',
};

const names: Readonly<Record<AnswerLanguage, Names>> = {
  es: spanish,
  'es-419': spanish,
  ca: catalan,
  'ca-valencia': catalan,
  gl: {
    selection: 'selección',
    file: 'ficheiro',
    openEditors: 'abertos',
    symbol: 'símbolo',
    problems: 'problemas',
    terminal: 'terminal',
    diff: 'cambios',
    stagedDiff: 'preparados',
    folder: 'cartafol',
    search: 'buscar',
  },
  eu: {
    selection: 'hautapena',
    file: 'fitxategia',
    openEditors: 'irekita',
    symbol: 'sinboloa',
    problems: 'arazoak',
    terminal: 'terminala',
    diff: 'aldaketak',
    stagedDiff: 'prestatuak',
    folder: 'karpeta',
    search: 'bilatu',
  },
  'oc-aranes': {
    selection: 'seleccion',
    file: 'fichèr',
    openEditors: 'dubèrti',
    symbol: 'simbòl',
    problems: 'problèmes',
    terminal: 'terminau',
    diff: 'cambis',
    stagedDiff: 'preparadi',
    folder: 'dorsièr',
    search: 'cercar',
  },
  en: {
    selection: 'selection',
    file: 'file',
    openEditors: 'editors',
    symbol: 'symbol',
    problems: 'problems',
    terminal: 'terminal',
    diff: 'changes',
    stagedDiff: 'staged',
    folder: 'folder',
    search: 'search',
  },
};

/** What a source is called in `language`, without the `#`. */
export function sourceName(source: AttachmentSource, language: AnswerLanguage): string {
  return names[language][source];
}

/** All that a source is called, each once: in `language`, in English, then in the others. */
export function sourceWords(source: AttachmentSource, language: AnswerLanguage): readonly string[] {
  const order: readonly AnswerLanguage[] = [language, 'en', ...answerLanguages];
  return [...new Set(order.map((one) => names[one][source]))];
}

/** The source that a message of the page names; `undefined` for one that does not exist. */
export function readSource(value: string): AttachmentSource | undefined {
  return attachmentSources.find((source) => source === value);
}

/** What a source attaches, for people. */
export function sourceDescription(source: AttachmentSource): string {
  switch (source) {
    case 'selection':
      return t('The code that is selected');
    case 'file':
      return t('A file of the workspace');
    case 'openEditors':
      return t('All files that are open');
    case 'symbol':
      return t('A function, a class or another symbol');
    case 'problems':
      return t('Errors and warnings');
    case 'terminal':
      return t('What is selected in the terminal');
    case 'diff':
      return t('Changes that are not staged');
    case 'stagedDiff':
      return t('Changes that are staged');
    case 'folder':
      return t('What a folder holds');
    case 'search':
      return t('Where a text occurs in the workspace');
  }
}
