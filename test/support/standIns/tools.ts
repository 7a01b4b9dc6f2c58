import { event, json } from '../replies';
import type { Reply } from '../replies';
import type { RecordedRequest } from '../recordedRequest';
import type { Step } from '../steps';
import type { Check } from './standIn';

/** The tool that tests offer, and the call that every stand-in makes of it where it is offered. */
export const toolName = 'llegeix_fitxer';
export const toolInput = { path: 'src/suma.py', línies: [1, 4] };

/** A message with this word in it makes a model that was given tools call one, where it has no result yet. */
export const callWord = 'fes-servir-eina';

type Pieces = 'indexed' | 'oneObject' | 'whole';

/** True where the model would answer with the call of a tool. */
export function callsTool({ body }: RecordedRequest): boolean {
  const { messages = [], tools } = body;
  const offered = Array.isArray(tools) && tools.length > 0;
  const said = messages.map(({ content }) => content).join('\n');
  const hasResult = messages.at(-1)?.role !== 'user' || said.includes('<tool_response>');
  return offered && !hasResult && said.includes(callWord);
}

/**
 * The call of a tool in OpenAI's stream.
 * @param form `indexed` as vLLM and most send it, its arguments in pieces; `oneObject` as older TGI does, without a
 *   list and with the id 0; `whole` as gateways do that get it whole: no index, arguments in one piece.
 */
export function toolCallStream(form: Pieces = 'indexed'): Reply {
  return (request) => [
    { do: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
    ...pieces(form).map((piece): Step => send(request, { tool_calls: piece })),
    send(request, {}, 'tool_calls'),
    { do: 'send', bytes: event(usage(request), {}) },
    { do: 'send', bytes: event('[DONE]', {}) },
  ];
}

function pieces(form: Pieces): readonly unknown[] {
  const text = JSON.stringify(toolInput);
  const named = { id: 'call_abc', type: 'function', function: { name: toolName, arguments: '' } };
  const cuts = [text.slice(0, 9), text.slice(9, 20), text.slice(20)];
  switch (form) {
    case 'indexed':
      return [[{ index: 0, ...named }], ...cuts.map((part) => [{ index: 0, function: { arguments: part } }])];
    case 'oneObject':
      return cuts.map((part, at) => ({
        index: 0,
        id: '0',
        type: 'function',
        function: { name: at === 0 ? toolName : null, arguments: part },
      }));
    case 'whole':
      return [[{ ...named, function: { name: toolName, arguments: text } }]];
  }
}

function send({ body }: RecordedRequest, delta: object, finish_reason: string | null = null): Step {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
  const head = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_780_000_000,
    model: body.model,
  };
  return { do: 'send', bytes: event({ ...head, choices }, {}) };
}

function usage({ body }: RecordedRequest): object {
  const tokens = { prompt_tokens: 90, completion_tokens: 20, total_tokens: 110 };
  return { id: 'chatcmpl-1', object: 'chat.completion.chunk', model: body.model, choices: [], usage: tokens };
}

/** Objects to tools, in the server's own words. */
export function withoutTools(refusal: Reply): Check {
  return ({ body }) => (body.tools === undefined ? undefined : refusal);
}

/** A template of the family that knows two roles only, as vLLM reports what it raises. */
export const strictTemplate: Check = ({ body }) =>
  (body.messages ?? []).some(({ role }) => role === 'tool')
    ? json(
        {
          object: 'error',
          message: 'Conversation roles must alternate user/assistant/user/assistant/...',
          type: 'BadRequestError',
          param: null,
          code: 400,
        },
        400,
      )
    : undefined;
