import assert from 'node:assert/strict';
import { globalAgent as httpAgent, type Agent } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { globalAgent as httpsAgent } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bounded } from '../../../src/core/endpoint/bounded';
import { certificates } from '../../../src/core/endpoint/certificates.node';
import type { Endpoint, FinishReason } from '../../../src/core/endpoint/endpoint';
import { describeError } from '../../../src/core/endpoint/describe';
import { EndpointError } from '../../../src/core/endpoint/errors';
import { makeCertificates } from '../../support/certificates';
import { never, openEndpoint } from '../../support/endpoint';
import { openFaultPlaces, type FaultPlaces } from '../../support/faultPlaces';
import { faultTable, type Fault } from '../../support/faultTable';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

/**
 * Short, so that the whole table is quick; what they are in earnest stands in transport.node.ts and bounded.ts. Only
 * rows that end by a deadline have them: a busy machine may take longer over a handshake.
 */
const short = { connectMs: 300, firstMs: 300, silenceMs: 300 };
const call = {
  messages: [{ role: 'user' as const, content: 'Hola' }],
  temperature: 0,
  maxTokens: 64,
  stop: [],
};

/** Mocha ends a row that hangs, and fails the run for a rejection that nobody handles. */
describe('the fault table', function () {
  this.timeout(5_000);
  let server: ScriptedServer;
  let places: FaultPlaces;
  let folder: string;
  let caFile: string;
  const lines: string[] = [];

  before(async () => {
    server = await startScriptedServer();
    const made = await makeCertificates();
    places = await openFaultPlaces(made);
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-faults-'));
    caFile = path.join(folder, 'authority.pem');
    await writeFile(caFile, made.authority);
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await places.stop();
    await server.stop();
    process.stdout.write(`${lines.join('\n')}\n`);
  });

  it('has at least 45 rows, each of its own name', () => {
    assert.ok(faultTable.length >= 45, String(faultTable.length));
    assert.equal(new Set(faultTable.map(({ name }) => name)).size, faultTable.length);
  });

  for (const fault of faultTable) {
    it(`${fault.name}: ${fault.reason}${fault.kept === undefined ? '' : ', the text is kept'}`, async () => {
      if (fault.reply !== undefined) server.script(fault.reply);
      const url = fault.place === undefined ? server.url : places.url(fault.place);
      const result = await read(url, fault);
      lines.push(row(fault, result));
      assert.equal(result.error?.reason ?? 'whole', fault.reason);
      if (fault.kept !== undefined || fault.reason !== 'whole') assert.equal(result.text, fault.kept ?? '');
      if (result.error === undefined) assert.ok(result.finish);
      else {
        assert.ok(describeError(result.error).message.length > 10);
        assert.ok(describeError(result.error).remedies.length > 0);
        for (const [name, value] of Object.entries(fault.known ?? {})) {
          assert.equal(result.error[name as keyof EndpointError], value, name);
        }
      }
      await untilIdle(() => server.openSockets + places.openSockets());
    });
  }

  async function read(url: string, { trusts, reason }: Fault): Promise<Result> {
    const tlsFor = certificates(() => ({
      caFile: trusts === true ? caFile : undefined,
      clientCertificates: [],
    }));
    // Who expects another reason is not told of a timeout only because the machine is slow.
    const hurried = reason === 'timeout';
    const deadlines = hurried ? { deadlines: short } : {};
    const bounds = { idleMs: hurried ? 500 : 20_000, charactersPerToken: 24 };
    return answerOf(bounded(openEndpoint(url, { ...deadlines, tlsFor }), bounds));
  }
});

interface Result {
  readonly text: string;
  readonly finish?: FinishReason;
  readonly error?: EndpointError;
}

async function answerOf(endpoint: Endpoint): Promise<Result> {
  let text = '';
  let finish: FinishReason | undefined;
  try {
    for await (const event of endpoint.chat(call, never)) {
      if (event.type === 'text') text += event.text;
      if (event.type === 'finish') finish = event.reason;
    }
  } catch (error) {
    assert.ok(error instanceof EndpointError, String(error));
    return { text, error };
  }
  return finish === undefined ? { text } : { text, finish };
}

/** No connection is left at the servers but those that Node keeps idle for the next request; these are closed. */
async function untilIdle(open: () => number): Promise<void> {
  for (const agent of [httpAgent, httpsAgent] as Agent[]) {
    for (const sockets of Object.values(agent.freeSockets))
      for (const socket of sockets ?? []) socket.destroy();
  }
  while (open() > 0) await new Promise((next) => setTimeout(next, 5));
}

function row(fault: Fault, { text, error, finish }: Result): string {
  const outcome = error === undefined ? `whole (${finish ?? '–'})` : error.reason;
  const facts = [error?.status, error?.code, error?.retryAfterMs, error?.contextTokens, error?.movedTo]
    .filter((fact) => fact !== undefined)
    .join(' ');
  return `${fault.name.padEnd(36)} ${outcome.padEnd(16)} ${facts.padEnd(34)} ${JSON.stringify(text.slice(0, 12))}`;
}
