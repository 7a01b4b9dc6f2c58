import { t } from '../../text';
import type { ActionText, HistoryText } from './viewProtocol';

export function actionText(): ActionText {
  return {
    copyAnswer: t('Copy answer'),
    regenerate: t('Answer again'),
    continue: t('Continue'),
    edit: t('Edit question'),
    editLabel: t('The question in other words'),
    sendEdited: t('Send'),
    cancel: t('Cancel'),
    previous: t('Previous version'),
    next: t('Next version'),
    followUps: t('Go on with'),
    interruptedNote: t('The window closed before the answer was complete.'),
  };
}

export function historyText(): HistoryText {
  return {
    title: t('Conversations'),
    open: t('Show conversations'),
    close: t('Back to the chat'),
    search: t('Search titles and texts'),
    searching: t('Searching…'),
    none: t('No conversations yet.'),
    nothingFound: t('Nothing found.'),
    rename: t('Rename'),
    renameLabel: t('Name of the conversation'),
    export: t('Export as Markdown'),
    delete: t('Delete'),
    deleted: t('Deleted'),
    undo: t('Undo'),
    deleteAll: t('Delete all'),
    current: t('open now'),
  };
}
