import type { AnswerLanguage } from '../../language/spoken/languages';
import { t } from '../../text';
import { attachmentSources, sourceDescription, sourceName } from '../attachments/sources';
import { commandDescription, commandName, composerCommands } from '../commands';

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
