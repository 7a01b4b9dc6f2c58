// `npm run -s check-endpoint -- URL [--model M]`: what a model server is, what it can do, and what is wrong with it,
// as one JSON object {dialect, models, contextSize, capabilities, reason}; `reason` is empty when all is well.
import { parseArgs } from 'node:util';
import { loadCore } from './check/core.mjs';
import { Fail, runMain } from './lib/fail.mjs';

const HELP = `npm run -s check-endpoint -- URL [options]

  URL              the server's address, with or without /v1
  --model NAME     the model to ask; otherwise one that the server lists
  --timeout S      seconds after which the server counts as too slow (default 10)

The key is read from the environment: ALIADA_API_KEY.
`;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: 'string' },
      timeout: { type: 'string', default: '10' },
      help: { type: 'boolean', default: false },
    },
  });
  const [url] = positionals;
  if (values.help || url === undefined) {
    process.stderr.write(HELP);
    return values.help ? 0 : 2;
  }
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new Fail(`--timeout takes seconds, not "${values.timeout}".`, { exitCode: 2 });
  const { checkServer, nodeFetch } = await loadCore();
  const deadlineMs = seconds * 1000;
  const fetch = nodeFetch('Aliada/check-endpoint', { headersMs: deadlineMs, silenceMs: deadlineMs });
  const options = { model: values.model, key: process.env.ALIADA_API_KEY, deadlineMs };
  const result = await checkServer(url, fetch, options);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
});
// A server that holds a connection open must not hold this process.
process.stdout.write('', () => process.exit());
