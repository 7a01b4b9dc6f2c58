import type { ViewComposer } from '../../src/core/chat/composer/protocol';
import type { ToView, ViewMessage, ViewState } from '../../src/core/chat/protocol';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMessage(value: unknown): value is ViewMessage {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    (value.role === 'user' || value.role === 'assistant') &&
    typeof value.text === 'string' &&
    typeof value.status === 'string' &&
    typeof value.lang === 'string' &&
    Array.isArray(value.attachments)
  );
}

function isComposer(value: unknown): value is ViewComposer {
  return (
    isRecord(value) &&
    [value.commands, value.sources, value.attached, value.notes, value.starters].every(Array.isArray)
  );
}

function isState(value: unknown): value is ViewState {
  return (
    isRecord(value) &&
    typeof value.lang === 'string' &&
    typeof value.busy === 'boolean' &&
    isRecord(value.text) &&
    isRecord(value.answers) &&
    isComposer(value.composer) &&
    Array.isArray(value.messages) &&
    value.messages.every(isMessage)
  );
}

/** Whether `data` is a message of ours. Other extensions' scripts and tools post to every window too. */
export function isToView(data: unknown): data is ToView {
  if (!isRecord(data)) return false;
  switch (data.type) {
    case 'state':
      return isState(data.state);
    case 'append':
      return typeof data.id === 'string' && typeof data.text === 'string';
    case 'composer':
      return isComposer(data.composer);
    case 'history':
      return data.history === undefined || (isRecord(data.history) && Array.isArray(data.history.groups));
    case 'focusComposer':
      return true;
    default:
      return false;
  }
}
