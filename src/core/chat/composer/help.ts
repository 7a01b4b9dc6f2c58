import type { AnswerLanguage } from '../../language/spoken/languages';
import { t } from '../../text';
import { attachmentSources, sourceDescription, sourceName } from '../attachments/sources';
import { commandDescription, commandName, composerCommands } from '../commands';
import { nativeCommands } from '../nativeTurns';

/**
 * What Aliada can do, as an answer that needs no model. In the interface's words.
 * @param language whose names of commands are told.
 */
export function helpText(language: AnswerLanguage): string {
  const commands = composerCommands.map(
    (command) => `- \`/${commandName(command, language)}\`: ${commandDescription(command)}`,
  );
  const sources = attachmentSources.map(
    (source) => `- \`#${sourceName(source, language)}\`: ${sourceDescription(source)}`,
  );
  return [
    t(
      'Ask in your own words, or begin with a command. It is about what you have selected; without a selection, about the file that is open. You can add more words behind it.',
    ),
    commands.join('\n'),
    t('With `#` you attach something to the question:'),
    sources.join('\n'),
    t(
      'The names in English work too. Files that you have excluded never leave this computer, and passwords and keys are masked.',
    ),
  ].join('\n\n');
}

/**
 * The same for VS Code's own chat, whose list has the commands' English names.
 * @param language in which a command may be called, too.
 */
export function nativeHelpText(language: AnswerLanguage): string {
  const commands = Object.entries(nativeCommands).map(
    ([name, command]) => `- \`/${name}\`: ${commandDescription(command)}`,
  );
  return [
    t(
      'Ask in your own words, or begin with a command. It is about what you have selected in the editor, and about what you add to the question: files, places in files, texts. A folder does not go along.',
    ),
    commands.join('\n'),
    t(
      'Other languages work too: `/{0}`. Files that you have excluded never leave this computer, and passwords and keys are masked.',
      commandName('explain', language),
    ),
  ].join('\n\n');
}
