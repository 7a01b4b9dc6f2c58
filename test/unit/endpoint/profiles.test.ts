import assert from 'node:assert/strict';
import { parseAddress, type EndpointAddress } from '../../../src/core/endpoint/address';
import { endpointFetch } from '../../../src/core/endpoint/endpointFetch';
import { Profiles } from '../../../src/core/endpoint/profiles';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import type { Fetch } from '../../../src/core/endpoint/transport';
import { chatCall, completionCall, failsWith } from '../../support/conformance';
import { never, openEndpoint, textOf } from '../../support/endpoint';
import { contextTooLong, stall } from '../../support/failures';
import { answer, json, raw } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import { standIns } from '../../support/standIns/all';

describe('what is known of a server', () => {
  let server: ScriptedServer;
  let profiles: Profiles;

  beforeEach(async () => {
    server = await startScriptedServer();
    profiles = new Profiles();
    server.script(answer('x'));
  });
  afterEach(() => server.stop());

  it('is asked once, however many want to know at the same time', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    await Promise.all([endpoint.profile(never), endpoint.profile(never), openAgain().profile(never)]);
    assert.equal(modelLists(), 1);
  });

  it('does not end for the others when one of them stops waiting', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    const abort = new AbortController();
    const stopped = endpoint.profile(abort.signal);
    const waiting = endpoint.profile(never);
    abort.abort();
    await assert.rejects(stopped, failsWith('aborted'));
    assert.equal((await waiting).dialect, 'vllm');
    assert.equal(modelLists(), 1);
  });

  it('is asked anew after the connection was refused, and may be another server then', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    assert.equal((await endpoint.profile(never)).dialect, 'vllm');
    profiles.learn(address(), { kind: 'noTokenCount' });
    await server.stop();
    await assert.rejects(textOf(endpoint.chat(chatCall, never)), failsWith('network'));
    server.route('GET /v1/models', json({ data: [{ id: 'm', owned_by: 'llamacpp' }] }));
    await server.start();
    const profile = await endpoint.profile(never);
    assert.equal(profile.dialect, 'llama-server');
    assert.ok(profile.capabilities.tokenCount, 'what was learned of the other is forgotten');
  });

  it('keeps what was learned of a server that is still the same', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    await endpoint.profile(never);
    profiles.learn(address(), { kind: 'tooLong', contextTokens: 2_048, window: 1_800 });
    profiles.doubt(address());
    assert.equal((await endpoint.profile(never)).contextTokens, 2_048);
    assert.equal(modelLists(), 2);
  });

  it('plans with a context that was named when something was too long, until the server names another', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    assert.equal(await endpoint.contextWindow(never), 8_192);
    server.scriptNext(contextTooLong('vllm', 4_096, 9_000));
    await assert.rejects(textOf(endpoint.chat(chatCall, never)), failsWith('contextTooLong'));
    assert.equal((await endpoint.profile(never)).contextTokens, 4_096);
    const planned = await endpoint.contextWindow(never);
    assert.ok(planned > 0 && planned < 4_096, String(planned));
    // Started anew with more.
    const list = { data: [{ id: 'm', owned_by: 'vllm', max_model_len: 16_384 }] };
    server.route('GET /v1/models', json(list));
    profiles.doubt(address());
    assert.equal(await endpoint.contextWindow(never), 16_384);
  });

  it('plans with what the catalogue knows where the server says nothing', async () => {
    server.route('GET /v1/models', json({ data: [{ id: 'alia-40b-instruct' }] }));
    const endpoint = openEndpoint(server.url, { model: 'alia-40b-instruct' });
    assert.equal(await endpoint.contextWindow(never), 32_768);
    await server.stop();
    assert.equal(await openEndpoint(server.url, { model: 'm' }).contextWindow(never), 8_192);
  });

  it('is forgotten when the settings change', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    await endpoint.profile(never);
    profiles.learn(address(), { kind: 'noRawCompletion' });
    profiles.forget();
    assert.ok((await endpoint.profile(never)).capabilities.rawCompletion);
  });

  it('a server without a list of models is asked again, but not at every request', async () => {
    server.route('GET /v1/models', raw('', 500, {}));
    let now = 0;
    const patient = new Profiles(500, () => now);
    await patient.of(address(), door(), never);
    await patient.of(address(), door(), never);
    assert.equal(modelLists(), 1);
    now = 60_000;
    await patient.of(address(), door(), never);
    assert.equal(modelLists(), 2);
  });

  it('does not wait for what is slow; the rest counts', async () => {
    server.route('GET /props', stall());
    const { dialect, contextTokens } = await new Profiles(300).of(address(), door(), never);
    assert.deepEqual([dialect, contextTokens], ['vllm', 8_192]);
    const slow = server.requests.find(({ path }) => path === '/props');
    assert.equal(await slow?.closed, 'closedByClient');
  });

  it('a route that turns out to be missing is remembered', async () => {
    server.route('POST /v1/completions', json({ detail: 'Not Found' }, 404));
    const endpoint = openEndpoint(server.url, { profiles });
    await assert.rejects(textOf(endpoint.complete(completionCall, never)), failsWith('notFound'));
    assert.equal((await endpoint.profile(never)).capabilities.rawCompletion, false);
  });

  it('a count that the server does not give is estimated from then on', async () => {
    const endpoint = openEndpoint(server.url, { profiles });
    assert.equal(await endpoint.countTokens('123456', never), 2);
    assert.equal(await endpoint.countTokens('123456', never), 2);
    assert.equal(server.requests.filter(({ path }) => path === '/tokenize').length, 1);
  });

  it('a long prompt that is refused teaches nothing about its fields', async () => {
    const error = {
      message: 'maximum context length is 8 tokens; reduce temperature or the prompt',
      code: 400,
    };
    server.script(json({ error }, 400));
    const endpoint = openEndpoint(server.url, { profiles });
    await assert.rejects(textOf(endpoint.chat(chatCall, never)), failsWith('contextTooLong'));
    assert.deepEqual((await endpoint.profile(never)).refused, []);
    assert.equal(server.asked.length, 1);
  });

  it('an answer that is refused whatever is left out ends', async () => {
    server.script((request) => {
      const field = Object.keys(request.body).find((name) => /penalty|temperature|stop|stream_o/.test(name));
      return json({ error: { message: `Unknown field`, param: field ?? 'messages' } }, 400)(request);
    });
    const call = { ...completionCall, stop: ['\n'] };
    await assert.rejects(textOf(openEndpoint(server.url).complete(call, never)), failsWith('badResponse'));
    assert.ok(server.asked.length <= 5);
  });

  it('a service that is known by its address is asked for its models only', async () => {
    for (const standIn of standIns.filter(
      ({ dialect }) => dialect === 'publicai' || dialect === 'hf-router',
    )) {
      const there = await standIn.start();
      const real = nodeFetch('Aliada/test');
      const { origin } = new URL(standIn.address!);
      const endpoint = openEndpoint(standIn.address!, {
        transport: (url, init) => real(url.replace(origin, there.origin), init),
      });
      await endpoint.profile(never);
      assert.deepEqual(
        there.requests.map(({ path }) => path),
        ['/v1/models'],
      );
      await there.stop();
    }
  });

  it('stops at most as many texts as the server takes', async () => {
    server.models = ['m'];
    server.route('GET /info', json({ model_id: 'm', max_total_tokens: 4_096, max_stop_sequences: 2 }));
    const endpoint = openEndpoint(server.url, { profiles });
    await textOf(endpoint.complete({ ...completionCall, stop: ['a', 'b', 'c'] }, never));
    assert.deepEqual(server.asked[0]?.body.stop, ['a', 'b']);
  });

  it('has vLLM continue the answer that was begun', async () => {
    const messages = [
      { role: 'user' as const, content: 'Hola' },
      { role: 'assistant' as const, content: 'Bon ' },
    ];
    await textOf(openEndpoint(server.url).chat({ ...chatCall, messages }, never));
    const { body } = server.asked[0]!;
    assert.deepEqual([body.add_generation_prompt, body.continue_final_message], [false, true]);
  });

  it('shows neither thinking in the text nor thinking in a field of its own', async () => {
    const chunks = [
      { delta: { role: 'assistant', content: '', reasoning_content: 'penso' } },
      { delta: { content: '<thi' } },
      { delta: { content: 'nk>penso</think>\n\nHo' } },
      { delta: { content: 'la' } },
      { delta: {}, finish_reason: 'stop' },
    ];
    const body = chunks.map((choice) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`).join('');
    server.script(raw(body, 200, { 'content-type': 'text/event-stream' }));
    assert.equal(await textOf(openEndpoint(server.url).chat(chatCall, never)), 'Hola');
  });

  function openAgain(): ReturnType<typeof openEndpoint> {
    return openEndpoint(server.url, { profiles });
  }

  function address(): EndpointAddress {
    return parseAddress(server.url, 'salamandra') as EndpointAddress;
  }

  function door(): Fetch {
    return endpointFetch(nodeFetch('Aliada/test'), server.origin, () => Promise.resolve(undefined));
  }

  function modelLists(): number {
    return server.requests.filter(({ path }) => path === '/v1/models').length;
  }
});
