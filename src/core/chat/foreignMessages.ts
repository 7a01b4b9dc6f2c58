import type { ChatMessage } from '../endpoint/endpoint';
import { asObject, textIn, type JsonObject } from '../endpoint/json';
import type { ToolCall } from '../endpoint/tools';
import { promptTsxText } from './promptTsx';

/** One message of another extension, with parts of VS Code's classes: they are told apart by what they hold. */
export interface ForeignMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly unknown[];
}

/** A part that no model of ours can read, such as an image. */
export class UnreadablePart extends Error {
  constructor(readonly mimeType: string) {
    super(`unreadable part: ${mimeType}`);
    this.name = 'UnreadablePart';
  }
}

/** What VS Code's own tools put between the lines of a conversation for their servers: no content of it. */
const marks = new Set(['cache_control', 'stateful_marker', 'thinking', 'context_management']);

/** Text by another name: JSON and the like are read as they are. */
const textual = /^(text\/|application\/([\w.+-]*\+)?(json|xml|yaml|javascript|x-ndjson)\b)/i;

/**
 * Another extension's conversation as a model server takes it. The result of a tool is a turn of its own, before what
 * the person says in the same message.
 * @throws UnreadablePart
 */
export function foreignMessages(messages: readonly ForeignMessage[]): readonly ChatMessage[] {
  return messages.flatMap(({ role, parts }) => {
    const texts: string[] = [];
    const results: ChatMessage[] = [];
    const calls: ToolCall[] = [];
    for (const part of parts) {
      const object = asObject(part);
      const callId = textIn(object, 'callId');
      if (callId === undefined) texts.push(textOf(part));
      else if (Array.isArray(object?.content)) {
        results.push({ role: 'tool', content: joinedText(object.content), toolCallId: callId });
      } else
        calls.push({ id: callId, name: textIn(object, 'name') ?? '', input: asObject(object?.input) ?? {} });
    }
    const content = texts.join('');
    const said: ChatMessage = { role, content, ...(calls.length === 0 ? {} : { toolCalls: calls }) };
    return content === '' && calls.length === 0 ? results : [...results, said];
  });
}

/** The text of one message, for counting: what cannot be read counts nothing. */
export function foreignText(message: ForeignMessage): string {
  const readable = message.parts.filter(
    (part) => mimeOf(asObject(part)) === undefined || isText(asObject(part)),
  );
  return foreignMessages([{ ...message, parts: readable }])
    .map(({ content, toolCalls = [] }) => content + toolCalls.map((call) => JSON.stringify(call)).join(''))
    .join('\n');
}

function joinedText(parts: readonly unknown[]): string {
  return parts.map(textOf).join('');
}

/** The text of a part: of text, of a text in bytes, of prompt-tsx, or of whatever a tool gave back, as JSON. */
function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  const object = asObject(part);
  if (object === undefined) return part === undefined || part === null ? '' : JSON.stringify(part);
  const mimeType = mimeOf(object);
  if (mimeType !== undefined) {
    if (marks.has(mimeType)) return '';
    if (!isText(object)) throw new UnreadablePart(mimeType);
    return new TextDecoder().decode(object.data as Uint8Array);
  }
  const { value } = object;
  if (typeof value === 'string') return isThinking(object) ? '' : value;
  return promptTsxText(value) ?? JSON.stringify(value ?? object);
}

function mimeOf(object: JsonObject | undefined): string | undefined {
  return object?.data instanceof Uint8Array ? textIn(object, 'mimeType') : undefined;
}

function isText(object: JsonObject | undefined): boolean {
  const mimeType = mimeOf(object);
  return mimeType !== undefined && textual.test(mimeType);
}

/** Thinking has an id or figures beside its text; it is no part of what was said. */
function isThinking(object: JsonObject): boolean {
  return 'id' in object || 'metadata' in object;
}
