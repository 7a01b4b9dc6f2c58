import assert from 'node:assert/strict';
import type { ChatCall, ChatMessage, Endpoint, StreamEvent } from '../../../src/core/endpoint/endpoint';
import type { Tool } from '../../../src/core/endpoint/tools';
import { EndpointError } from '../../../src/core/endpoint/errors';
import { chatCall } from '../../support/conformance';
import { never, openEndpoint } from '../../support/endpoint';
import { event, json } from '../../support/replies';
import type { RecordedRequest } from '../../support/recordedRequest';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import { standIns } from '../../support/standIns/all';
import { openStandIn } from '../../support/standIns/open';
import { chatText } from '../../support/standIns/standIn';
import type { StandIn, StartOptions } from '../../support/standIns/standIn';
import { callWord, toolInput, toolName } from '../../support/standIns/tools';
import { vllm } from '../../support/standIns/vllm';

const tool: Tool = {
  name: toolName,
  description: 'Llegeix un fitxer',
  parameters: { type: 'object', properties: { path: { type: 'string' } } },
};
const asking: ChatCall = {
  ...chatCall,
  messages: [{ role: 'user', content: callWord }],
  tools: [tool],
  toolChoice: 'auto',
};

async function eventsOf(events: AsyncIterable<StreamEvent>): Promise<readonly StreamEvent[]> {
  const all: StreamEvent[] = [];
  for await (const one of events) all.push(one);
  return all;
}

function callIn(events: readonly StreamEvent[]): Extract<StreamEvent, { type: 'toolCall' }> {
  const calls = events.filter((one) => one.type === 'toolCall');
  assert.equal(calls.length, 1);
  return calls[0]!;
}

const textIn = (events: readonly StreamEvent[]): string =>
  events.map((one) => (one.type === 'text' ? one.text : '')).join('');

/** The conversation after the tool has done its work. */
function answered({ id, name, input }: { id: string; name: string; input: object }): readonly ChatMessage[] {
  return [
    ...asking.messages,
    { role: 'assistant', content: '', toolCalls: [{ id, name, input: { ...input } }] },
    { role: 'tool', content: 'def suma(a, b): …', toolCallId: id },
  ];
}

for (const standIn of standIns) {
  describe(`tools: ${standIn.name}`, () => {
    let server: ScriptedServer;
    const open = async (options: StartOptions): Promise<Endpoint> => {
      server = await standIn.start(options);
      return openStandIn(standIn, server);
    };
    afterEach(() => server.stop());

    it('are offered, called in whole and answered, in its own spelling', async () => {
      const endpoint = await open({ tools: true });
      const events = await eventsOf(endpoint.chat(asking, never));
      const call = callIn(events);
      assert.deepEqual([call.name, call.input], [toolName, toolInput]);
      assert.ok(call.id.length > 1, 'an id to answer to');
      assert.deepEqual(
        events.map(({ type }) => type).filter((type) => type !== 'usage'),
        ['toolCall', 'finish'],
      );
      const after = await eventsOf(endpoint.chat({ ...asking, messages: answered(call) }, never));
      assert.equal(textIn(after), chatText);
      const [first, second] = [chats(server)[0], chats(server).at(-1)];
      assert.equal((first?.body.tools as readonly Named[])[0]?.function.name, toolName);
      assertSpelling(standIn, second!, call.id);
    });

    it('stay away where it cannot, at the latest from the second time on, and that is said', async () => {
      const endpoint = await open({});
      const usually = standIn.tools.usually;
      const rounds = [
        await eventsOf(endpoint.chat(asking, never)),
        await eventsOf(endpoint.chat(asking, never)),
      ];
      for (const events of rounds) {
        assert.equal(
          events.some(({ type }) => type === 'withoutTools'),
          usually !== 'works',
        );
        if (usually !== 'works') assert.equal(textIn(events), chatText);
      }
      // The strict gateway refuses another field first.
      const sent = chats(server).filter(
        ({ body }) =>
          body.tools !== undefined &&
          (standIn.dialect !== 'openai-compatible' || !('repeat_penalty' in body)),
      ).length;
      assert.equal(sent, { works: 2, refuses: 1, saysNo: 0 }[usually]);
      assert.equal((await endpoint.profile(never)).capabilities.tools, usually === 'works');
    });
  });
}

describe('turns of tools', () => {
  let server: ScriptedServer;
  afterEach(() => server.stop());

  it('are told in words to a template that raises on them, and from then on at once', async () => {
    server = await vllm.start({ tools: true, strict: true });
    const endpoint = openStandIn(vllm, server);
    const messages = answered({ id: 'call_1', name: toolName, input: toolInput });
    for (const sent of [2, 3]) {
      assert.equal(textIn(await eventsOf(endpoint.chat({ ...asking, messages }, never))), chatText);
      assert.equal(chats(server).length, sent);
    }
    const { messages: told = [], tools } = chats(server).at(-1)!.body;
    assert.deepEqual(told, [
      { role: 'user', content: callWord },
      {
        role: 'assistant',
        content: `<tool_call>\n${JSON.stringify({ name: toolName, arguments: toolInput })}\n</tool_call>`,
      },
      { role: 'user', content: '<tool_response>\ndef suma(a, b): …\n</tool_response>' },
    ]);
    assert.ok(tools !== undefined, 'the tools themselves still go along');
  });
});

describe('calls of tools in a stream', () => {
  let server: ScriptedServer;
  let endpoint: Endpoint;
  beforeEach(async () => {
    server = await startScriptedServer();
    endpoint = openEndpoint(server.url);
  });
  afterEach(() => server.stop());

  const deltas = (...all: readonly object[]): void =>
    server.script(() => [
      { do: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
      ...all.map((delta) => ({ do: 'send' as const, bytes: event({ choices: [{ delta }] }, {}) })),
      { do: 'send', bytes: event({ choices: [{ delta: {}, finish_reason: 'tool_calls' }] }, {}) },
      { do: 'send', bytes: event('[DONE]', {}) },
    ]);

  it('are told apart by their index, in whatever order their pieces come', async () => {
    deltas(
      { content: 'Un moment.' },
      { tool_calls: [{ index: 0, id: 'a', function: { name: 'u', arguments: '{"x"' } }] },
      { tool_calls: [{ index: 1, id: 'b', function: { name: 'dos', arguments: '' } }] },
      { tool_calls: [{ index: 0, function: { arguments: ':1}' } }] },
      { tool_calls: [{ index: 1, function: { arguments: '{"y":"}{"}' } }] },
    );
    assert.deepEqual(
      (await eventsOf(endpoint.chat(asking, never))).filter(({ type }) => type !== 'finish'),
      [
        { type: 'text', text: 'Un moment.' },
        { type: 'toolCall', id: 'a', name: 'u', input: { x: 1 } },
        { type: 'toolCall', id: 'b', name: 'dos', input: { y: '}{' } },
      ],
    );
  });

  it('each get an id where their server gives all the same or none, and nothing as arguments is an empty object', async () => {
    deltas({
      tool_calls: [
        { id: 'x', function: { name: 'u' } },
        { id: 'x', function: { name: 'dos' } },
      ],
    });
    const one = await eventsOf(endpoint.chat(asking, never));
    assert.deepEqual(
      one.filter((each) => each.type === 'toolCall').map(({ name, input }) => [name, input]),
      [['u', {}]],
      'the same id again goes on with the same call',
    );
    deltas({
      tool_calls: [
        { index: 0, id: '0', function: { name: 'u', arguments: '{}' } },
        { index: 1, id: '0', function: { name: 'dos', arguments: { z: true } } },
      ],
    });
    const two = (await eventsOf(endpoint.chat(asking, never))).filter((each) => each.type === 'toolCall');
    assert.deepEqual(
      two.map(({ name, input }) => [name, input]),
      [
        ['u', {}],
        ['dos', { z: true }],
      ],
    );
    assert.equal(new Set(two.map(({ id }) => id)).size, 2);
  });

  it('with arguments that are no object are a bad answer, and its text is in no error', async () => {
    for (const bad of ['{"path": ', '[1]', 'secret words']) {
      deltas({ tool_calls: [{ index: 0, id: 'a', function: { name: 'u', arguments: bad } }] });
      await assert.rejects(eventsOf(endpoint.chat(asking, never)), (error: unknown) => {
        assert.ok(error instanceof EndpointError);
        assert.equal(error.reason, 'badResponse');
        assert.ok(!JSON.stringify(error).includes('secret'));
        return true;
      });
    }
  });

  it('a complaint about one tool teaches nothing of the server', async () => {
    const detail = [{ loc: ['body', 'tools', 0, 'function', 'name'], msg: 'String should match pattern' }];
    server.script(json({ detail }, 422));
    await assert.rejects(eventsOf(endpoint.chat(asking, never)));
    assert.equal((await endpoint.profile(never)).capabilities.tools, true);
  });
});

interface Named {
  readonly function: { readonly name: string };
}

function chats(server: ScriptedServer): readonly RecordedRequest[] {
  return server.requests.filter(
    ({ method, path }) => method === 'POST' && /\/(chat\/completions|api\/chat)$/.test(path),
  );
}

/** What the servers expect of an assistant's call and of a tool's answer. */
function assertSpelling({ dialect }: StandIn, { body }: RecordedRequest, id: string): void {
  const [, call, result] = body.messages as unknown as readonly [unknown, Called, object];
  const native = dialect === 'ollama';
  assert.deepEqual(call.tool_calls[0]?.function, {
    name: toolName,
    arguments: native ? toolInput : JSON.stringify(toolInput),
  });
  assert.deepEqual(result, {
    role: 'tool',
    content: 'def suma(a, b): …',
    tool_call_id: id,
    ...(native ? { tool_name: toolName } : {}),
  });
}

interface Called {
  readonly tool_calls: readonly { readonly function: object }[];
}
