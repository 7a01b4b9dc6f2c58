import assert from 'node:assert/strict';
import { CompletionEngine } from '../../../src/core/completion/engine';
import type { Endpoint } from '../../../src/core/endpoint/endpoint';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import type { Fetch } from '../../../src/core/endpoint/transport';
import { chatCall, completionCall, failsWith, itConforms, type Expected } from '../../support/conformance';
import { never, openEndpoint, textOf } from '../../support/endpoint';
import type { RecordedRequest } from '../../support/recordedRequest';
import type { ScriptedServer } from '../../support/scriptedServer';
import { standIns } from '../../support/standIns/all';
import { openStandIn } from '../../support/standIns/open';
import { at } from '../../support/typing';
import { chatText, completionText, endless, goodKey } from '../../support/standIns/standIn';
import type { StartOptions } from '../../support/standIns/standIn';

for (const standIn of standIns) {
  describe(`conformance: ${standIn.name}`, () => {
    let server: ScriptedServer;
    const open = (key?: string): Endpoint => openStandIn(standIn, server, key);
    const restart = async (options: StartOptions): Promise<void> => {
      await server.stop();
      server = await standIn.start(options);
    };

    beforeEach(async () => {
      server = await standIn.start();
    });
    afterEach(() => server.stop());

    itConforms(open, () => standIn);

    it('is asked for descriptions only, once, before the first request', async () => {
      const endpoint = open();
      const profile = await endpoint.profile(never);
      assert.equal(profile.version, standIn.version);
      assert.deepEqual(generating(server), []);
      const before = server.requests.length;
      await textOf(endpoint.chat(chatCall, never));
      await textOf(endpoint.chat(chatCall, never));
      assert.deepEqual(
        server.requests.slice(before).filter((request) => !generating(server).includes(request)),
        [],
      );
    });

    it('tells its text as it is', async () => {
      assert.equal(await textOf(open().chat(chatCall, never)), chatText);
      if (!standIn.rawCompletion) return;
      assert.equal(await textOf(open().complete(completionCall, never)), completionText);
      assert.ok(generating(server).every(({ path }) => path !== standIn.templated));
    });

    it('is always told temperature and a neutral repetition penalty, in its own spelling', async () => {
      await textOf(open().chat(chatCall, never));
      assertFields(last(server), { temperature: 0.2, ...standIn.neutral.chat });
      if (!standIn.rawCompletion) return;
      await textOf(open().complete(completionCall, never));
      assertFields(last(server), { temperature: 0.1, ...standIn.neutral.completion });
    });

    it('is never sent again what it refused once', async () => {
      if (!standIn.rawCompletion) return;
      const endpoint = open();
      const call = { ...completionCall, suffix: '\nprint(1)' };
      for (let round = 0; round < 3; round += 1) {
        assert.equal(await textOf(endpoint.complete(call, never)), completionText);
      }
      const withSuffix = generating(server).filter(({ body }) => body.suffix !== undefined);
      assert.ok(withSuffix.length <= 2, 'at most once for each field that was refused');
      assert.equal(last(server).body.suffix, undefined);
    });

    it('has its connection closed when the person stops', async () => {
      const abort = new AbortController();
      const call = { ...chatCall, messages: [{ role: 'user' as const, content: endless }] };
      const reading = (async () => {
        for await (const event of open().chat(call, abort.signal)) if (event.type === 'text') abort.abort();
      })();
      await assert.rejects(reading, failsWith('aborted'));
      assert.equal(await last(server).closed, 'closedByClient');
    });

    it('has its connection closed when the reader leaves', async () => {
      if (!standIn.rawCompletion) return;
      for await (const event of open().complete({ ...completionCall, prompt: endless }, never)) {
        if (event.type === 'text') break;
      }
      assert.equal(await last(server).closed, 'closedByClient');
    });

    if (standIn.canLock) {
      it('asks for a key in its own way, and takes it', async () => {
        await restart({ locked: true });
        await assert.rejects(textOf(open().chat(chatCall, never)), failsWith('auth'));
        await assert.rejects(textOf(open('hf_bad').chat(chatCall, never)), failsWith('auth'));
        assert.equal(await textOf(open(goodKey).chat(chatCall, never)), chatText);
      });
    }

    if (standIn.saysLoading) {
      it('says that it is loading', async () => {
        await restart({ loading: true });
        await assert.rejects(textOf(open().chat(chatCall, never)), failsWith('loading'));
      });
    }
  });
}

const realServer = process.env.ALIADA_LLAMA_SERVER;
if (realServer !== undefined) {
  describe('conformance: the llama-server that ALIADA_LLAMA_SERVER names', function () {
    this.timeout(120_000); // a real model on whatever machine this is
    const root = realServer.replace(/\/(v1\/?)?$/, '');
    const key = process.env.ALIADA_API_KEY;
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const ask = async <T>(path: string): Promise<T> =>
      (await (await fetch(root + path, { headers })).json()) as T;
    const open = (transport = nodeFetch('Aliada/test')): Endpoint =>
      openEndpoint(realServer, { model: '', transport, keyFor: () => Promise.resolve(key) });
    let expected: Expected;

    before(async () => {
      const props = await ask<Props>('/props');
      const contextTokens = props.default_generation_settings.n_ctx;
      expected = { dialect: 'llama-server', contextTokens, rawCompletion: true };
    });

    itConforms(open, () => expected);

    it('has its slot freed when the person stops', async () => {
      const abort = new AbortController();
      const call = { ...chatCall, maxTokens: expected.contextTokens! - 200 };
      const reading = (async () => {
        for await (const event of open().chat(call, abort.signal)) if (event.type === 'text') abort.abort();
      })();
      await assert.rejects(reading, failsWith('aborted'));
      let slots = await ask<readonly Slot[]>('/slots');
      while (slots.some((slot) => slot.is_processing)) slots = await ask('/slots');
      // What a slot holds after its last request: the prompt and what was generated.
      assert.ok(Math.max(...slots.map((slot) => slot.n_prompt_tokens)) < call.maxTokens);
    });

    for (const [role, model, route] of [
      ['base', 'BSC-LT/salamandra-2b', '/completions'],
      ['instruct', 'BSC-LT/salamandra-2b-instruct', '/chat/completions'],
    ] as const) {
      it(`writes a completion, asked as a model of role ${role}`, async () => {
        const sent: { readonly url: string; readonly messages: readonly { readonly role: string }[] }[] = [];
        const real = nodeFetch('Aliada/test');
        const transport: Fetch = (url, init) => {
          if (init.body !== undefined) sent.push({ url, ...(JSON.parse(init.body) as { messages: [] }) });
          return real(url, init);
        };
        const endpoint = openEndpoint(realServer, { model, transport, keyFor: () => Promise.resolve(key) });
        const engine = new CompletionEngine();
        const suggestion = await engine.suggest(at('def suma(a, b):\n    re|\n'), endpoint, never);
        assert.match(suggestion?.text ?? '', /\S/);
        assert.ok(!suggestion?.text.includes('\n'), 'more than the line that is being written');
        const [first] = sent;
        assert.ok(first?.url.endsWith(route), first?.url);
        if (role === 'instruct') assert.equal(first?.messages.at(-1)?.role, 'assistant');
        engine.dispose();
      });
    }

    it('reads only what is new of a conversation that goes on', async () => {
      const answers: Promise<string>[] = [];
      const real = nodeFetch('Aliada/test');
      const transport: Fetch = async (url, init) => {
        const response = await real(url, init);
        if (url.endsWith('/completions')) answers.push(response.clone().text());
        return response;
      };
      const endpoint = open(transport);
      const question = { role: 'user' as const, content: 'una paraula i una altra; '.repeat(40) };
      const said = await textOf(endpoint.chat({ ...chatCall, messages: [question] }, never));
      const followUp = [
        question,
        { role: 'assistant' as const, content: said },
        { role: 'user' as const, content: 'I què més?' },
      ];
      await textOf(endpoint.chat({ ...chatCall, messages: followUp }, never));
      const usage = /"prompt_tokens":(\d+).*"cached_tokens":(\d+)/.exec((await answers[1]) ?? '');
      const [asked, cached] = [Number(usage?.[1]), Number(usage?.[2])];
      assert.ok(cached > asked / 2, `${cached} of ${asked} tokens were kept`);
    });
  });
}

interface Props {
  readonly default_generation_settings: { readonly n_ctx: number };
}

interface Slot {
  readonly is_processing: boolean;
  readonly n_prompt_tokens: number;
}

/** Leads what goes to a host in the world to its stand-in. */
function generating(server: ScriptedServer): readonly RecordedRequest[] {
  return server.requests.filter(
    ({ method, path }) => method === 'POST' && /completions|generate|api\/chat/.test(path),
  );
}

function last(server: ScriptedServer): RecordedRequest {
  return generating(server).at(-1)!;
}

/** Ollama's native routes have them inside `options`. */
function assertFields({ body }: RecordedRequest, fields: Readonly<Record<string, unknown>>): void {
  const sent = { ...body, ...(body.options as object | undefined) };
  const found = Object.fromEntries(
    Object.keys(fields).map((name) => [name, sent[name as keyof typeof sent]]),
  );
  assert.deepEqual(found, fields);
}
