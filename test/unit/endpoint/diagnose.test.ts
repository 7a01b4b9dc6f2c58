import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Markdown from 'markdown-it';
import { parseAddress, type EndpointAddress } from '../../../src/core/endpoint/address';
import type { Certificate } from '../../../src/core/endpoint/certificate';
import { diagnose, type DiagnosisTarget } from '../../../src/core/endpoint/diagnose';
import type { CheckId, Diagnosis, Finding } from '../../../src/core/endpoint/finding';
import { probeTexts } from '../../../src/core/endpoint/probeRun';
import type { Endpoint, StreamEvent } from '../../../src/core/endpoint/endpoint';
import { EndpointError, type EndpointFailure } from '../../../src/core/endpoint/errors';
import { renderReport } from '../../../src/core/endpoint/report';
import { useTextBundle, type TextBundle } from '../../../src/core/text';
import { never, openEndpoint } from '../../support/endpoint';
import { unauthorized } from '../../support/failures';
import { answer, endlessAnswer, json } from '../../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const KEY = 'sk-secret-of-mine';
const DAY = 86_400_000;

function target(url: string, more: Partial<DiagnosisTarget> = {}): DiagnosisTarget {
  return {
    endpoint: openEndpoint(url, { model: MODEL }),
    address: parseAddress(url, MODEL) as EndpointAddress,
    uses: ['chat', 'completion'],
    hasKey: () => Promise.resolve(false),
    isSuitable: (model) => !model.startsWith('mRoBERTa'),
    ...more,
  };
}

function row({ findings }: Diagnosis, check: CheckId): Finding {
  const found = findings.find((finding) => finding.check === check);
  assert.ok(found, `no row ${check}`);
  return found;
}

function verdicts({ findings }: Diagnosis): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));
}

/** The text of each cell, by row and table; the first row of a table is its header. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  for (const { type, content } of new Markdown().parse(markdown, {})) {
    if (type === 'table_open') tables.push([]);
    else if (type === 'table_close') tables.push([]);
    else if (type === 'tr_open') tables.at(-1)?.push([]);
    else if (type === 'inline') tables.at(-1)?.at(-1)?.push(content);
  }
  return tables.filter((rows) => rows.length > 0);
}

describe('a diagnosis', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
    server.script(answer('one, two, three, four, five, six', { msPerChunk: 15 }));
  });
  afterEach(() => server.stop());

  it('of a server that is well: every row good', async () => {
    const found = await diagnose(target(server.url), never);
    assert.deepEqual(verdicts(found), {
      ...{ reach: 'ok', tls: 'ok', key: 'ok', models: 'ok', completion: 'ok', chat: 'ok' },
      ...{ streaming: 'ok', firstToken: 'ok', speed: 'ok' },
    });
    const texts = server.asked.map(({ body }) => body.prompt ?? body.messages?.[0]?.content);
    assert.deepEqual(texts, [probeTexts.completion, probeTexts.chat]);
  });

  it('has the rows of the server’s profile where there is one', async () => {
    const profile = {
      dialect: 'vllm',
      version: '0.11',
      contextTokens: 8192,
      prefill: true,
      tokenCount: false,
    };
    const found = await diagnose(target(server.url, { profile: () => Promise.resolve(profile) }), never);
    assert.deepEqual(
      found.findings.map(({ check }) => check),
      'reach tls key dialect models context completion chat streaming prefill tokenCount firstToken speed'.split(
        ' ',
      ),
    );
    assert.equal(row(found, 'tokenCount').verdict, 'attention');
    const none = await diagnose(target(server.url, { profile: () => Promise.reject(new Error()) }), never);
    assert.ok(!none.findings.some(({ check }) => check === 'dialect'));
  });

  it('of a server that is away: one fault, and nothing else is tried', async () => {
    await server.stop();
    const found = await diagnose(target(server.url), never);
    assert.equal(row(found, 'reach').verdict, 'fault');
    for (const check of ['models', 'completion', 'chat', 'speed'] as const) {
      assert.equal(row(found, check).seen.kind, 'notTried', check);
    }
  });

  it('of a server that refuses the key', async () => {
    server.route('GET /v1/models', unauthorized());
    server.script(unauthorized());
    const found = await diagnose(target(server.url, { hasKey: () => Promise.resolve(true) }), never);
    assert.equal(row(found, 'reach').verdict, 'ok');
    assert.equal(row(found, 'key').verdict, 'fault');
    assert.equal(server.asked.length, 0);
  });

  it('of a host that lists its models for everybody and wants the key later', async () => {
    server.script(unauthorized());
    const found = await diagnose(target(server.url), never);
    assert.equal(row(found, 'models').verdict, 'ok');
    assert.equal(row(found, 'key').verdict, 'fault');
  });

  it('of a server that only chats: a fault where completion is wanted of it, else a remark', async () => {
    server.script((request) =>
      (request.path.endsWith('/chat/completions')
        ? answer('one, two, three')
        : json({ detail: 'Not Found' }, 404))(request),
    );
    const wanted = await diagnose(target(server.url), never);
    assert.deepEqual(row(wanted, 'completion'), {
      ...{ check: 'completion', verdict: 'fault', seen: { kind: 'noRoute' } },
    });
    assert.equal(row(wanted, 'chat').verdict, 'ok');
    const notWanted = await diagnose(target(server.url, { uses: ['chat'] }), never);
    assert.equal(row(notWanted, 'completion').verdict, 'attention');
  });

  it('goes on after a check that fails', async () => {
    server.scriptNext(json({ detail: 'boom' }, 500));
    const found = await diagnose(target(server.url), never);
    assert.equal(row(found, 'completion').seen.kind, 'failed');
    assert.equal(row(found, 'chat').verdict, 'ok');
  });

  it('sees a model that is not there, a model that cannot speak, and a server that lists none', async () => {
    server.models = ['other'];
    assert.equal(row(await diagnose(target(server.url), never), 'models').seen.kind, 'wrongModel');
    server.route('GET /v1/models', json({ detail: 'Not Found' }, 404));
    assert.equal(row(await diagnose(target(server.url), never), 'models').seen.kind, 'noList');
    const endpoint = openEndpoint(server.url, { model: 'mRoBERTa' });
    const found = await diagnose(target(server.url, { endpoint }), never);
    assert.equal(row(found, 'models').verdict, 'fault');
  });

  it('sees an answer that something on the way keeps back', async () => {
    server.script(answer('one, two, three, four', { chunkSize: 1_000, msBefore: 150 }));
    const found = await diagnose(target(server.url), never);
    assert.equal(row(found, 'streaming').verdict, 'attention');
    assert.equal(row(found, 'speed').seen.kind, 'notTried');
  });

  it('notes a request that Aliada itself kept back', async () => {
    const open = openEndpoint(server.url, { model: MODEL });
    const refuse = (): AsyncIterable<StreamEvent> => {
      throw Object.assign(new Error('no consent'), { refused: true });
    };
    const endpoint = { ...open, model: MODEL, chat: refuse, complete: refuse };
    const found = await diagnose(target(server.url, { endpoint }), never);
    assert.equal(row(found, 'chat').seen.kind, 'refused');
    assert.equal(row(found, 'completion').seen.kind, 'refused');
  });

  it('ends at once when it is stopped', async () => {
    server.script(endlessAnswer('word '));
    const abort = new AbortController();
    const started = diagnose(target(server.url), abort.signal);
    const asked = await server.waitForRequest();
    abort.abort();
    await assert.rejects(started, { reason: 'aborted' });
    await asked.closed;
  });

  describe('of a certificate', () => {
    const now = Date.UTC(2026, 0, 1);
    const look = async (daysLeft: number | undefined, models: Endpoint['models']): Promise<Finding> => {
      const certificates: readonly Certificate[] = [
        {
          ...{ subject: 'alia.example', issuer: 'House CA' },
          expires: daysLeft === undefined ? undefined : now + daysLeft * DAY,
        },
      ];
      const found = await diagnose(
        target('https://alia.example', {
          endpoint: { ...openEndpoint(server.url), models },
          lookAtChain: () => Promise.resolve({ certificates, trusted: daysLeft !== -1 }),
        }),
        never,
        () => now,
      );
      return row(found, 'tls');
    };
    const lists = (): Promise<readonly string[]> => Promise.resolve([MODEL]);

    it('which is missing: no matter on this computer, a remark on a public host', async () => {
      const seen = { check: 'tls', seen: { kind: 'noTls' } } as const;
      assert.deepEqual(row(await diagnose(target(server.url), never), 'tls'), { ...seen, verdict: 'ok' });
      const abroad = parseAddress('http://alia.example.org') as EndpointAddress;
      const found = await diagnose(target(server.url, { address: abroad }), never);
      assert.deepEqual(row(found, 'tls'), { ...seen, verdict: 'attention' });
    });

    it('good, soon to expire, and refused', async () => {
      assert.equal((await look(90, lists)).verdict, 'ok');
      assert.equal((await look(3, lists)).verdict, 'attention');
      const refused = new EndpointError('tls', { host: 'alia.example', code: 'CERT_HAS_EXPIRED' });
      assert.equal((await look(-1, () => Promise.reject(refused))).verdict, 'fault');
    });
  });
});

/** Diagnoses that between them hold every kind of row. */
async function everything(): Promise<readonly Diagnosis[]> {
  const server = await startScriptedServer();
  server.script(answer('one, two, three, four'));
  const well = await diagnose(target(server.url), never);
  await server.stop();
  const finding = (check: CheckId, seen: Finding['seen']): Finding => ({ check, verdict: 'fault', seen });
  const reasons: readonly EndpointFailure[] = [
    ...(['auth', 'notFound', 'overloaded', 'loading', 'contextTooLong', 'network', 'tls'] as const),
    ...(['timeout', 'badResponse', 'aborted'] as const),
  ];
  const chain = { certificates: [{ subject: 'a|b', issuer: 'c\nd', expires: 0 }], trusted: false };
  const odd: readonly Finding[] = [
    ...reasons.map((reason) =>
      finding('chat', {
        kind: 'failed',
        error: new EndpointError(reason, { host: 'h|st', serverMessage: KEY, retryAfterMs: 1 }),
      }),
    ),
    ...(['refused', 'noText', 'noRoute'] as const).flatMap((kind) => [
      finding('chat', { kind }),
      finding('completion', { kind }),
    ]),
    finding('tls', { kind: 'chain', chain, daysLeft: -1 }),
    finding('tls', { kind: 'chain', chain, daysLeft: 3 }),
    finding('tls', { kind: 'chain', chain, daysLeft: undefined }),
    finding('tls', { kind: 'noChain' }),
    finding('tls', { kind: 'noTls' }),
    { ...finding('key', { kind: 'key', kept: true }), verdict: 'ok' },
    finding('models', {
      kind: 'wrongModel',
      asked: '`|<img src=x>',
      models: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    }),
    finding('models', { kind: 'encoder', asked: 'mRoBERTa' }),
    finding('models', { kind: 'noList' }),
    { ...finding('dialect', { kind: 'dialect', name: 'v|LLM', version: '1\n2' }), verdict: 'ok' },
    finding('context', { kind: 'context', tokens: undefined }),
    finding('context', { kind: 'context', tokens: 163_840 }),
    ...(['prefill', 'tokenCount'] as const).flatMap((check) => [
      { ...finding(check, { kind: 'able', able: true }), verdict: 'ok' as const },
      finding(check, { kind: 'able', able: false }),
    ]),
    finding('streaming', { kind: 'pieces', pieces: 1 }),
    finding('firstToken', { kind: 'firstToken', ms: 9_000 }),
    finding('speed', { kind: 'speed', perSecond: 1.25, counted: false }),
  ];
  return [well, { ...well, host: 'h|st', model: undefined, uses: ['chat'], standsBack: true, findings: odd }];
}

describe('the report', () => {
  afterEach(() => useTextBundle({}));

  for (const language of ['en', 'es', 'ca', 'gl', 'eu']) {
    it(`${language}: whole tables, every cell filled, nothing secret, no markup of somebody else’s`, async () => {
      const file = path.join('l10n', `bundle.l10n.${language}.json`);
      if (language !== 'en') useTextBundle(JSON.parse(readFileSync(file, 'utf8')) as TextBundle);
      const markdown = renderReport(await everything(), 'today', language);
      assert.ok(!markdown.includes(KEY));
      assert.ok(markdown.includes(language === 'en' ? ' 1.3 tokens per second' : '1,3 token'));
      assert.ok(markdown.includes(language === 'en' ? '163,840 tokens' : '163.840 token'));
      assert.doesNotMatch(markdown, /\{\d\}|undefined|\[object/);
      const tables = tablesOf(markdown);
      assert.equal(tables.length, 2);
      for (const [header, ...rows] of tables) {
        assert.equal(header?.length, 4);
        for (const cells of rows) {
          assert.equal(cells.length, 4);
          for (const [index, text] of cells.entries()) {
            const [, , verdict = ''] = cells;
            const isGood = verdict.startsWith('✓') || verdict === '–';
            if (index < 3 || !isGood) assert.ok(text.trim().length > 0, JSON.stringify(cells));
          }
        }
      }
      assert.equal(tables[1]?.length, 36);
      assert.doesNotMatch(new Markdown({ html: true }).render(markdown), /<img/);
    });
  }

  it('says so where no endpoint is set', () => {
    assert.match(renderReport([], 'today'), /No endpoint is set up yet/);
  });
});
