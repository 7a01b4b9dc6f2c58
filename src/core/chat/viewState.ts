import {
  describeError,
  describeNoEndpoint,
  describeUnexpected,
  remedyLabel,
  type Description,
} from '../endpoint/describe';
import { t } from '../text';
import { attachmentLabel } from './attachment';
import { describeFit } from './attachments/describeFit';
import type { ViewComposer } from './composer/protocol';
import type { Conversation } from './conversation';
import { driftNotes } from './driftNotes';
import { followUps } from './followUps';
import { actionText, historyText } from './history/viewText';
import type { AnswerFailure, AnswerMessage, Message } from './message';
import type { ViewMessage, ViewState, ViewText } from './protocol';
import { viewActions } from './viewActions';
import { codeWords } from './code/words';
import { viewAnswers } from './viewAnswers';

/** All that the chat view shows, in the interface language `lang`. */
export function viewState(
  conversation: Pick<Conversation, 'messages' | 'busy' | 'manner' | 'alternatives'>,
  lang: string,
  composer: ViewComposer,
  title?: string,
): ViewState {
  const { messages, busy } = conversation;
  const offered = busy ? [] : followUps(messages);
  return {
    lang,
    text: viewText(),
    messages: messages.map((message, index) => ({
      ...viewMessage(message, index === messages.length - 1),
      ...viewActions(message, conversation, index === messages.length - 1),
    })),
    busy,
    answers: viewAnswers(conversation.manner),
    composer,
    ...(title === undefined ? {} : { title }),
    ...(offered.length === 0 ? {} : { followUps: offered }),
  };
}

/** @param isLast only there can a question be asked again. */
function viewMessage(message: Message, isLast: boolean): ViewMessage {
  const { id, role, text, lang } = message;
  if (message.role === 'user') {
    const { typed } = message;
    const asked = typed === undefined ? {} : { typed };
    const attachments = message.attachments.map((one) => ({ label: attachmentLabel(one), kind: one.kind }));
    return { id, role, text, lang, attachments, status: 'done', ...asked };
  }
  const { status, source, failure, attachmentCut } = message;
  return {
    id,
    role,
    text,
    lang,
    attachments: [],
    status,
    ...(source === undefined ? {} : { source }),
    ...(failure === undefined ? {} : { failure: viewFailure(failure, isLast) }),
    ...(attachmentCut ? { note: attachmentNote(message) } : {}),
    ...(message.shortened === true ? { note: shortenedNote() } : {}),
    ...(message.interrupted === true ? { interrupted: true } : {}),
    ...driftNotes(message),
  };
}

function attachmentNote({ notWhole }: AnswerMessage): string {
  // An answer that was kept by an earlier version names nothing.
  return notWhole === undefined
    ? t('The attachments were too long; only a part went along.')
    : describeFit(notWhole);
}

/** For what the server could take less of than was planned. */
export function shortenedNote(): string {
  return t(
    'This model can take less text than expected; part of the conversation or of the code was left out.',
  );
}

function viewFailure(failure: AnswerFailure, isLast: boolean): NonNullable<ViewMessage['failure']> {
  const { message, remedies } = describe(failure);
  const offered = remedies.filter((remedy) => isLast || remedy !== 'retry');
  return { message, remedies: offered.map((action) => ({ action, label: remedyLabel(action) })) };
}

function describe(failure: AnswerFailure): Description {
  if (failure === 'noEndpoint') return describeNoEndpoint();
  return failure === 'unexpected' ? describeUnexpected() : describeError(failure);
}

function viewText(): ViewText {
  return {
    composerPlaceholder: t('Ask about your code…'),
    composerLabel: t('Question for Aliada'),
    send: t('Send'),
    stop: t('Stop'),
    newChat: t('New chat'),
    copy: t('Copy'),
    copied: t('Copied'),
    insert: t('Insert'),
    copyCode: t('Copy code'),
    insertCode: t('Insert code at the cursor'),
    you: t('You'),
    assistant: t('Aliada'),
    conversation: t('Conversation'),
    statusAnswering: t('Aliada is answering…'),
    statusTranslating: t('Aliada is translating the answer…'),
    statusDone: t('The answer is complete.'),
    statusFailed: t('The answer failed.'),
    statusStopped: t('The answer was stopped.'),
    stoppedNote: t('Stopped by you.'),
    cutNote: t('The answer reached its length limit and was cut off.'),
    emptyTitle: t('What shall we look at?'),
    emptyBody: t('Ask a question. The code that you select in the editor goes along with it.'),
    selectionAttached: t('Sent with your question:'),
    answersMenu: t('Language and level of the answers'),
    scopeLabel: t('Choose'),
    scopeConversation: t('For this conversation'),
    scopeForGood: t('For good'),
    languagesLabel: t('Language of the answers'),
    levelsLabel: t('Explanations'),
    independent: t('Aliada is independent of the Barcelona Supercomputing Center and of the ALIA programme.'),
    actions: actionText(),
    history: historyText(),
    code: codeWords(),
  };
}
