import { t } from '../text';
import type { Conversation } from './conversation';
import { canContinue, type Message } from './message';
import type { MessageAction, ViewAlternatives } from './history/viewProtocol';
import type { ViewMessage } from './protocol';

/**
 * What a person can do with a message, and what else stands in its place.
 * @param isLast only there an answer can be gone on with: what follows it rests on it as it is.
 */
export function viewActions(
  message: Message,
  conversation: Pick<Conversation, 'busy' | 'alternatives'>,
  isLast: boolean,
): Pick<ViewMessage, 'actions' | 'alternatives'> {
  const actions = conversation.busy ? whileBusy(message) : atRest(message, isLast);
  const alternatives = alternativesOf(message, conversation.alternatives(message));
  return {
    ...(actions.length === 0 ? {} : { actions }),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
}

function whileBusy(message: Message): readonly MessageAction[] {
  return message.role === 'assistant' && message.status !== 'streaming' && message.text !== ''
    ? ['copy']
    : [];
}

function atRest(message: Message, isLast: boolean): readonly MessageAction[] {
  // What Aliada says itself stands as it is.
  if (message.role === 'user') return message.command === 'help' ? [] : ['edit'];
  if (message.local === true) return ['copy'];
  const actions: MessageAction[] = [];
  if (isLast && canContinue(message)) actions.push('continue');
  if (message.text !== '') actions.push('copy');
  // One that was stopped before its first word can be asked for again too; a failure has a remedy of its own.
  if (message.text !== '' || message.status === 'stopped') actions.push('regenerate');
  return actions;
}

function alternativesOf(message: Message, all: readonly Message[]): ViewAlternatives | undefined {
  if (all.length < 2) return undefined;
  const at = all.findIndex(({ id }) => id === message.id);
  const [previous, next] = [all[at - 1]?.id, all[at + 1]?.id];
  return {
    label: `${at + 1}/${all.length}`,
    description:
      message.role === 'user'
        ? t('Version {0} of {1} of the question', at + 1, all.length)
        : t('Answer {0} of {1}', at + 1, all.length),
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}
