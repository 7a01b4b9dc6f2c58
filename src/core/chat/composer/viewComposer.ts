import type { AnswerLanguage } from '../../language/spoken/languages';
import { charactersIn, estimateTokens } from '../../models/budget';
import { t } from '../../text';
import { attachmentLabel, renderAttachment, type Attachment } from '../attachment';
import { describeFit } from '../attachments/describeFit';
import { fitAttachments } from '../attachments/fit';
import { attachmentSources, sourceDescription, sourceName, sourceWords } from '../attachments/sources';
import { commandDescription, commandName, commandWords, composerCommands } from '../commands';
import { promptsFor } from '../prompts/forLanguage';
import { roomForQuestion } from '../turnPrompt';
import { comparable } from './comparable';
import type { ViewAttached, ViewChoice, ViewComposer } from './protocol';
import { starters, type StartingPlace } from './starters';

/** What the composer is made of. */
export interface ComposerContent {
  /** The language whose names of commands are offered. */
  readonly language: AnswerLanguage;
  /** BCP 47 tag of the interface's words, for digits. */
  readonly lang: string;
  /** What goes along, in its order. */
  readonly attached: readonly { readonly id: string; readonly attachment: Attachment }[];
  /** What is being read now. */
  readonly pending: readonly { readonly id: string; readonly label: string }[];
  readonly notes: readonly string[];
  /** The model's context, in estimated tokens. */
  readonly window: number;
  readonly place: StartingPlace;
}

/** All that the composer shows. */
export function viewComposer(content: ComposerContent): ViewComposer {
  const { language, attached, pending, window, lang } = content;
  const prompts = promptsFor(language);
  const digits = (tokens: number): string => tokens.toLocaleString(lang);
  const costs = attached.map(({ attachment }) => estimateTokens(renderAttachment(attachment, prompts)));
  const fitted = fitAttachments(
    attached.map(({ attachment }) => attachment),
    charactersIn(roomForQuestion(prompts, undefined, window)),
  );
  const lack = describeFit(fitted);
  const chips = attached.map(({ id, attachment }, index): ViewAttached => {
    const label = attachmentLabel(attachment);
    const tokens = digits(costs[index] ?? 0);
    const state = fitted.leftOut.includes(label) ? 'out' : fitted.cut.includes(label) ? 'cut' : undefined;
    return {
      ...{ id, label, kind: attachment.kind, tokens, removeLabel: t('Do not send {0}', label) },
      description: t('{0}, about {1} tokens', label, tokens),
      ...(state === undefined ? {} : { state }),
    };
  });
  const sum = costs.reduce((total, cost) => total + cost, 0);
  return {
    commandsLabel: t('Commands'),
    commands: composerCommands.map((command): ViewChoice => ({
      id: command,
      name: `/${commandName(command, language)}`,
      words: commandWords(command, language).map(comparable),
      description: commandDescription(command),
    })),
    sourcesLabel: t('Attach'),
    sources: attachmentSources.map((source): ViewChoice => ({
      id: source,
      name: `#${sourceName(source, language)}`,
      words: sourceWords(source, language).map(comparable),
      description: sourceDescription(source),
    })),
    choicesCount: t('Entries in the list: {0}'),
    attachLabel: t('Attach something to the question'),
    attached: [...chips, ...pending.map(reading)],
    ...(attached.length === 0 ? {} : { sum: t('≈ {0} of {1} tokens', digits(sum), digits(window)) }),
    notes: [...content.notes, ...(lack === '' ? [] : [lack])],
    startersLabel: t('Things to try'),
    starters: starters(content.place).map(({ id, label }) => ({ id, label })),
  };
}

function reading({ id, label }: { readonly id: string; readonly label: string }): ViewAttached {
  return { id, label, description: label, removeLabel: t('Stop: {0}', label), state: 'pending' };
}
