import assert from 'node:assert/strict';
import { ChatModels } from '../../../src/core/endpoint/chatModels';
import { Endpoints } from '../../../src/core/endpoint/endpoints';
import { withModelFirst } from '../../../src/core/endpoint/preferModel';
import { Profiles } from '../../../src/core/endpoint/profiles';
import { readEndpoints } from '../../../src/core/endpoint/settings';
import { modelDetail } from '../../../src/core/chat/viewModels';
import { never, openEndpoint, textOf } from '../../support/endpoint';
import { answer, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

describe('the models to choose from', () => {
  let server: ScriptedServer;
  let entries: object[];
  let models: ChatModels;

  beforeEach(async () => {
    server = await startScriptedServer({
      models: [
        'BSC-LT/salamandra-7b-instruct',
        'BSC-LT/mRoBERTa',
        'BSC-LT/ALIA-40b-fc-2606',
        'BSC-LT/salamandraTA-7b-instruct',
        'Qwen/Qwen3-4B-Instruct',
      ],
      contextSize: 12_288,
    });
    server.script(answer('here'));
    entries = [{ url: server.url }, { url: 'http://127.0.0.1:9/v1', model: 'away' }];
    const profiles = new Profiles();
    const endpoints = new Endpoints(
      () => readEndpoints(entries, 'user', {}),
      ({ base, model = '' }) => openEndpoint(base, { model, profiles }),
    );
    models = new ChatModels(endpoints, profiles);
  });
  afterEach(() => server.stop());

  it('are those of the settings, until a server has been asked', () => {
    assert.deepEqual(
      models.list.map(({ model, address }) => [model, address.host]),
      [
        [undefined, new URL(server.url).host],
        ['away', '127.0.0.1:9'],
      ],
    );
    assert.deepEqual(server.requests, []);
  });

  it('are then all that can chat, the one that is asked first, with what the server says of them', async () => {
    let told = 0;
    models.onChange(() => (told += 1));
    const failures = await models.refresh(never);
    assert.ok(told > 0);
    const [away] = failures.keys();
    assert.deepEqual([failures.size, away?.startsWith('127.0.0.1:9/away')], [1, true]);
    assert.deepEqual(
      models.list.map(({ model, contextTokens, tools }) => [model, contextTokens, tools]),
      [
        ['BSC-LT/ALIA-40b-fc-2606', 12_288, true],
        ['BSC-LT/salamandra-7b-instruct', 12_288, false],
        ['Qwen/Qwen3-4B-Instruct', 12_288, true],
        ['away', 8_192, false],
      ],
      'a member of the family that was not taught tools is not said to have them',
    );
  });

  it('are asked by their id, with the settings’ others behind them', async () => {
    await models.refresh(never);
    const qwen = models.list.find(({ model }) => model?.startsWith('Qwen'))!;
    const endpoint = models.endpoint(qwen.id)!;
    assert.equal(endpoint.id, qwen.id);
    const call = {
      messages: [{ role: 'user' as const, content: '?' }],
      temperature: 0,
      maxTokens: 9,
      stop: [],
    };
    assert.equal(await textOf(endpoint.chat(call, never)), 'here');
    assert.equal(server.asked[0]?.body.model, 'Qwen/Qwen3-4B-Instruct');
    const away = models.endpoint(models.list.at(-1)!.id)!;
    assert.equal(await textOf(away.chat(call, never)), 'here', 'the first of the settings stands in');
    assert.equal(models.endpoint('unknown'), undefined);
  });

  it('learn what an Ollama model can do when it is chosen, not before', async () => {
    server.route('GET /api/version', json({ version: '0.12.6' }));
    server.route('GET /v1/models', json({ data: [{ id: 'qwen3:4b' }, { id: 'gemma:7b' }] }));
    server.route('POST /api/show', (request) =>
      json({ capabilities: request.body.model === 'qwen3:4b' ? ['completion', 'tools'] : ['completion'] })(
        request,
      ),
    );
    entries = [{ url: server.url, model: 'gemma:7b' }];
    await models.refresh(never);
    const tools = (): unknown[] => models.list.map(({ model, tools: able }) => [model, able]);
    assert.deepEqual(tools(), [
      ['gemma:7b', false],
      ['qwen3:4b', false],
    ]);
    await models.endpoint(models.list[1]!.id)!.profile(never);
    assert.deepEqual(tools()[1], ['qwen3:4b', true]);
  });

  it('are described by what the catalogue and the server know', async () => {
    await models.refresh(never);
    assert.equal(modelDetail(models.list[0]!, 'en'), '40B · 12,288 tokens of context · can call tools');
  });
});

describe('a model that is chosen for good', () => {
  const at = { base: 'https://llm.example/v1', model: 'b' };

  it('comes first, and what was written of its server goes along', () => {
    const other = { url: 'http://localhost:8080', model: 'x' };
    const written = { url: 'llm.example', model: 'a', headers: { 'x-team': '1' } };
    assert.deepEqual(withModelFirst([other, written], at, {}), [{ ...written, model: 'b' }, other, written]);
  });

  it('is not written twice', () => {
    const other = { url: 'http://localhost:8080', model: 'x' };
    const written = { url: 'https://llm.example/v1/', model: 'b', allowFromPrivate: true };
    assert.deepEqual(withModelFirst([other, written], at, {}), [written, other]);
  });

  it('leaves entries alone that cannot be read', () => {
    assert.deepEqual(withModelFirst([7, { url: '' }], at, {}), [
      { url: at.base, model: 'b' },
      7,
      { url: '' },
    ]);
  });
});
