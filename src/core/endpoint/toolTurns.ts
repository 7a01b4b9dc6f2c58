import { mergeTurns } from '../models/messages';
import type { ChatCall, ChatMessage } from './endpoint';
import { toolRole, type EndpointProfile } from './profile';

/** A call as this server can take it, and whether its tools had to stay away. */
export interface FittedCall {
  readonly call: ChatCall;
  readonly withoutTools: boolean;
}

/**
 * Leaves out of a call what its server cannot do: tools where it has none, and turns of the role `tool` where its
 * template refuses them. What was said in such turns is told in words.
 */
export function withinAbilities(call: ChatCall, { capabilities, refused }: EndpointProfile): FittedCall {
  const offered = (call.tools?.length ?? 0) > 0;
  const able = capabilities.tools && offered;
  const { tools, toolChoice, ...bare } = call;
  const plain = !capabilities.tools || refused.includes(toolRole);
  const messages = plain ? inWords(call.messages) : call.messages;
  return {
    call: {
      ...bare,
      messages,
      ...(able && tools !== undefined ? { tools } : {}),
      ...(able && toolChoice !== undefined ? { toolChoice } : {}),
    },
    withoutTools: offered && !able,
  };
}

/**
 * Turns of tools as turns of the two who speak, in the form that Hermes' templates make of them and that the family's
 * models for tools were trained on.
 */
function inWords(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  if (!messages.some(({ role, toolCalls }) => role === 'tool' || toolCalls !== undefined)) return messages;
  return mergeTurns(
    messages.map(({ role, content, toolCalls = [] }): ChatMessage => {
      if (role === 'tool') return { role: 'user', content: `<tool_response>\n${content}\n</tool_response>` };
      const calls = toolCalls.map(
        ({ name, input }) => `<tool_call>\n${JSON.stringify({ name, arguments: input })}\n</tool_call>`,
      );
      return { role, content: [content, ...calls].filter((text) => text.trim() !== '').join('\n') };
    }),
  );
}
