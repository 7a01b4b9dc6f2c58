import assert from 'node:assert/strict';
import { parseAddress, type EndpointAddress } from '../../../src/core/endpoint/address';
import { diagnose } from '../../../src/core/endpoint/diagnose';
import { renderReport } from '../../../src/core/endpoint/report';
import { pieces } from '../../bench/answers/texts';
import { never, openEndpoint } from '../../support/endpoint';
import { answer, type Reply } from '../../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

/** Answers in Basque and in Galician what is asked for in them, in Spanish what is asked for in Catalan. */
const mixed: Reply = (request) => {
  const asked = request.body.messages?.at(-1)?.content ?? '';
  if (asked.includes('euskaraz')) return answer(pieces.eu.middles[0]!)(request);
  if (asked.includes('galego')) return answer(pieces.gl.middles[0]!)(request);
  if (asked.includes('català')) return answer(pieces.es.middles.slice(3, 5).join(' '))(request);
  return answer('`x`')(request);
};

describe('a diagnosis of the languages that a model answers in', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
    server.script(mixed);
  });
  afterEach(() => server.stop());

  const target = (uses: readonly ('chat' | 'completion')[]): Parameters<typeof diagnose>[0] => ({
    endpoint: openEndpoint(server.url, { model: MODEL }),
    address: parseAddress(server.url, MODEL) as EndpointAddress,
    uses,
    hasKey: () => Promise.resolve(false),
    isSuitable: () => true,
    spoken: true,
    drift: () => [
      { model: MODEL, language: 'ca', answers: 40, drifted: 2 },
      { model: 'other', language: 'ca', answers: 9, drifted: 9 },
    ],
  });

  it('has a row for each of es, ca, gl and eu', async () => {
    const { findings } = await diagnose(target(['chat']), never);
    const rows = findings.flatMap(({ check, verdict, seen }) =>
      seen.kind === 'spoken' ? [[check, verdict, seen.in]] : [],
    );
    assert.deepEqual(rows, [
      ['spoken-es', 'none', undefined],
      ['spoken-ca', 'attention', 'es'],
      ['spoken-gl', 'ok', 'gl'],
      ['spoken-eu', 'ok', 'eu'],
    ]);
  });

  it('says in words what came, and how often this model drifted on this computer', async () => {
    const report = renderReport([await diagnose(target(['chat']), never)], 'today');
    assert.match(report, /\| Answers in Catalan \| no; it came in another language: español \| ⚠/);
    assert.match(report, /\| Answers in Basque \| yes \| ✓/);
    assert.match(report, /counted on this computer: ca 2\/40\n/);
  });

  it('does not ask a server that only completes', async () => {
    const { findings } = await diagnose(target(['completion']), never);
    assert.ok(findings.every(({ check }) => !check.startsWith('spoken')));
    assert.equal(server.asked.length, 2);
  });
});
