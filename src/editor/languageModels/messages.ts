import * as vscode from 'vscode';
import { foreignMessages, type ForeignMessage } from '../../core/chat/foreignMessages';
import type { ChatMessage } from '../../core/endpoint/endpoint';

/** Another extension's messages as a model server takes them. @throws UnreadablePart */
export function readMessages(
  messages: readonly vscode.LanguageModelChatRequestMessage[],
): readonly ChatMessage[] {
  return foreignMessages(messages.map(toForeign));
}

export function toForeign({ role, content }: vscode.LanguageModelChatRequestMessage): ForeignMessage {
  return { role: roleOf(role), parts: content };
}

/** VS Code has a third role, for instructions, in its proposed API only; messages of it reach providers all the same. */
function roleOf(role: vscode.LanguageModelChatMessageRole): ForeignMessage['role'] {
  const { Assistant, User } = vscode.LanguageModelChatMessageRole;
  const roles = new Map<number, ForeignMessage['role']>([
    [Assistant, 'assistant'],
    [User, 'user'],
  ]);
  return roles.get(role) ?? 'system';
}
