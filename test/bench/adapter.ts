import readline from 'node:readline';
import { CompletionEngine } from '../../src/core/completion/engine';
import type { CompletionRequest } from '../../src/core/completion/request';
import { parseAddress } from '../../src/core/endpoint/address';
import { bounded } from '../../src/core/endpoint/bounded';
import type { Endpoint } from '../../src/core/endpoint/endpoint';
import { endpointFetch } from '../../src/core/endpoint/endpointFetch';
import { huggingFaceEndpoint } from '../../src/core/endpoint/huggingFace';
import { limited } from '../../src/core/endpoint/limited';
import { patient } from '../../src/core/endpoint/patient';
import { nodeFetch } from '../../src/core/endpoint/transport.node';

/** A message of the yardstick: see its contract. */
interface Message {
  readonly id: number;
  readonly type: string;
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  readonly offset: number;
}

/** Speaks with the yardstick in JSON lines, as the editor's provider speaks with VS Code. */
function run(): void {
  const engine = new CompletionEngine();
  const endpoint = connect(process.env.REPLAY_ENDPOINT ?? '', process.env.REPLAY_MODEL);
  const open = new Map<number, AbortController>();
  let opened = false;
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const message = JSON.parse(line) as Message;
    switch (message.type) {
      case 'change':
        // The first is the file that was opened; every other is a keystroke.
        if (opened) engine.changed(message.path, () => requestOf(message));
        else void engine.prepare(endpoint, new AbortController().signal);
        opened = true;
        break;
      case 'cancel':
        open.get(message.id)?.abort();
        break;
      case 'accept':
        engine.accepted();
        break;
      case 'request': {
        const abort = new AbortController();
        open.set(message.id, abort);
        void reply(engine, endpoint, message, abort.signal).finally(() => open.delete(message.id));
        break;
      }
    }
  });
  lines.on('close', () => process.exit(0));
  say({ ready: true });
}

async function reply(
  engine: CompletionEngine,
  endpoint: Endpoint,
  message: Message,
  signal: AbortSignal,
): Promise<void> {
  let items: object[] = [];
  try {
    const suggestion = await engine.suggest(requestOf(message), endpoint, signal);
    if (suggestion !== undefined) {
      const rangeStart = message.offset - suggestion.replacePrefix;
      const rangeEnd = message.offset + suggestion.replaceSuffix;
      items = [{ text: suggestion.text, rangeStart, rangeEnd }];
    }
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
  }
  if (!signal.aborted) say({ id: message.id, items });
}

function requestOf({ path, languageId, text, offset }: Message): CompletionRequest {
  return {
    document: path,
    path: path.replace(/^\/replay\//, ''),
    languageId,
    prefix: text.slice(0, offset),
    suffix: text.slice(offset),
    trigger: 'automatic',
  };
}

function connect(url: string, model: string | undefined): Endpoint {
  const address = parseAddress(url, model);
  if (typeof address === 'string') throw new Error(`REPLAY_ENDPOINT: ${address}`);
  const fetch = endpointFetch(nodeFetch('Aliada/replay'), address.origin, () => Promise.resolve(undefined));
  return patient(limited(bounded(huggingFaceEndpoint(address, fetch))));
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

run();
