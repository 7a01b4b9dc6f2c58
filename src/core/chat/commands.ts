import { answerLanguages, type AnswerLanguage } from '../language/spoken/languages';
import { t } from '../text';
import { comparable } from './composer/comparable';
import type { CommandName } from './prompts/prompts';

/** What a person can ask for by a word behind `/`, in the order in which it is offered. */
export const composerCommands = [
  'explain',
  'fix',
  'tests',
  'document',
  'refactor',
  'simplify',
  'translateComments',
  'review',
  'help',
] as const satisfies readonly CommandName[];
export type ComposerCommand = (typeof composerCommands)[number];

type Names = Readonly<Record<ComposerCommand, string>>;

const spanish: Names = {
  explain: 'explica',
  fix: 'arregla',
  tests: 'pruebas',
  document: 'documenta',
  refactor: 'refactoriza',
  simplify: 'simplifica',
  translateComments: 'traduce',
  review: 'revisa',
  help: 'ayuda',
};

const catalan: Names = {
  explain: 'explica',
  fix: 'arregla',
  tests: 'proves',
  document: 'documenta',
  refactor: 'refactoritza',
  simplify: 'simplifica',
  translateComments: 'tradueix',
  review: 'revisa',
  help: 'ajuda',
};

/** One word per command. No two commands share one in any of the languages, so that each is understood in all. */
const names: Readonly<Record<AnswerLanguage, Names>> = {
  es: spanish,
  'es-419': spanish,
  ca: catalan,
  'ca-valencia': { ...catalan, translateComments: 'traduïx' },
  gl: {
    explain: 'explica',
    fix: 'arranxa',
    tests: 'probas',
    document: 'documenta',
    refactor: 'refactoriza',
    simplify: 'simplifica',
    translateComments: 'traduce',
    review: 'revisa',
    help: 'axuda',
  },
  eu: {
    explain: 'azaldu',
    fix: 'konpondu',
    tests: 'probak',
    document: 'dokumentatu',
    refactor: 'berrantolatu',
    simplify: 'sinplifikatu',
    translateComments: 'itzuli',
    review: 'berrikusi',
    help: 'laguntza',
  },
  'oc-aranes': {
    explain: 'explica',
    fix: 'corregís',
    tests: 'pròves',
    document: 'documenta',
    refactor: 'reorganiza',
    simplify: 'simplifica',
    translateComments: 'tradusís',
    review: 'revisa',
    help: 'ajuda',
  },
  en: {
    explain: 'explain',
    fix: 'fix',
    tests: 'tests',
    document: 'document',
    refactor: 'refactor',
    simplify: 'simplify',
    translateComments: 'translate',
    review: 'review',
    help: 'help',
  },
};

/** What a command is called in `language`, without the `/`. */
export function commandName(command: ComposerCommand, language: AnswerLanguage): string {
  return names[language][command];
}

/** All that a command is called, each once: in `language`, in English, then in the others. */
export function commandWords(command: ComposerCommand, language: AnswerLanguage): readonly string[] {
  const order: readonly AnswerLanguage[] = [language, 'en', ...answerLanguages];
  return [...new Set(order.map((one) => names[one][command]))];
}

/** What a command does, for people. */
export function commandDescription(command: ComposerCommand): string {
  switch (command) {
    case 'explain':
      return t('Explain what the code does');
    case 'fix':
      return t('Find what is wrong and correct it');
    case 'tests':
      return t('Write tests');
    case 'document':
      return t('Write documentation comments');
    case 'refactor':
      return t('Make it easier to read and maintain');
    case 'simplify':
      return t('Take out what is not needed');
    case 'translateComments':
      return t('Translate the comments');
    case 'review':
      return t('Look for errors and risks');
    case 'help':
      return t('See what Aliada can do');
  }
}

/** A command as it was written: what it is, and what stands behind it. */
export interface WrittenCommand {
  readonly command: ComposerCommand;
  /** Free text behind the name, maybe none. */
  readonly more: string;
}

/**
 * The command that a text begins with, in any of the languages, with or without its accents. Any other word behind a
 * `/` is no command: it is a path, or a part of a question, and the text is sent as it is.
 */
export function readCommand(text: string): WrittenCommand | undefined {
  const written = /^\s*\/([\p{L}\p{M}·]+)(?=\s|$)([\s\S]*)$/u.exec(text);
  if (written === null) return undefined;
  const [, word = '', more = ''] = written;
  const command = byName.get(comparable(word));
  return command === undefined ? undefined : { command, more: more.trim() };
}

const byName: ReadonlyMap<string, ComposerCommand> = new Map(
  answerLanguages.flatMap((language) =>
    composerCommands.map((command) => [comparable(names[language][command]), command] as const),
  ),
);
