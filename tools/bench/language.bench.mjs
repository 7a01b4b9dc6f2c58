import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { loadBundle } from '../check/build.mjs';
import { percentile } from './percentile.mjs';
import { pick, seeded } from './random.mjs';

const languages = /** @type {const} */ (['es', 'es-419', 'ca', 'ca-valencia', 'gl', 'eu', 'oc-aranes', 'en']);

/**
 * `npm run bench -- language [--answers N] [--probability P] [--seed S]`: what a person sees of a model that drifts to
 * another language, with the guard and without it; and what the guard costs where the model does not drift.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      answers: { type: 'string', default: '1000' },
      probability: { type: 'string', default: '0.4' },
      seed: { type: 'string', default: 'aliada' },
    },
  });
  const count = Number(values.answers);
  const { open, plan, show } = await loadBundle('test/bench/driftingAnswers.ts');
  for (const [title, probability, again] of /** @type {const} */ ([
    ['the second answer is right', Number(values.probability), 'right'],
    ['the second answer drifts too', Number(values.probability), 'wrong'],
    ['the model never drifts', 0, 'right'],
  ])) {
    const random = seeded(`${values.seed} ${title}`);
    const plans = Array.from({ length: count }, () =>
      plan(pick(languages, random), random, random() < probability),
    );
    const drifted = plans.filter(({ foreign }) => foreign.length > 0).length;
    process.stdout.write(
      `\n${title}: ${count} answers, of which the model wrote ${drifted} in the wrong language or went over to it\n`,
    );
    process.stdout.write(`  without the guard: ${drifted} seen in the wrong language, none marked\n`);
    for (const canReplace of [true, false]) {
      const server = await drifting(plans, again);
      const endpoint = open(server.url);
      /** @type {any[]} */
      const shown = [];
      const started = performance.now();
      for (const [id, one] of plans.entries()) shown.push(await show(id, one, endpoint, canReplace));
      const ms = performance.now() - started;
      server.stop();
      report(canReplace ? 'chat view' : 'participant', plans, shown, ms);
    }
  }
}

/**
 * @param {string} face
 * @param {readonly { foreign: readonly string[], language: string }[]} plans
 * @param {readonly { text: string, marked: boolean, retried: boolean, wasted: number, heldBack: number, replaced: number }[]} shown
 * @param {number} ms
 */
function report(face, plans, shown, ms) {
  const rows = plans.map((one, index) => ({ one, seen: /** @type {typeof shown[number]} */ (shown[index]) }));
  const wrong = rows.filter(({ one, seen }) => one.foreign.some((text) => seen.text.includes(text)));
  const unmarked = wrong.filter(({ seen }) => !seen.marked);
  const right = rows.filter(({ one }) => one.foreign.length === 0);
  const needless = right.filter(({ seen }) => seen.retried || seen.marked);
  const retried = rows.filter(({ one, seen }) => seen.retried && one.foreign.length > 0);
  const wasted = retried.map(({ seen }) => seen.wasted / 4);
  const held = right.map(({ seen }) => seen.heldBack);
  const perThousand = right.length === 0 ? 0 : (needless.length * 1000) / right.length;
  const lines = [
    `${face}: ${wrong.length} seen in the wrong language, of which ${unmarked.length} without a mark${unmarked.length > 0 ? ` (${tallied(unmarked.map(({ one }) => one.language))})` : ''}`,
    retried.length === 0
      ? 'none asked for once more'
      : `${retried.length} asked for once more, wasting about ${percentile(wasted, 50).toFixed(0)} tokens of answer (median; 95 %: ${percentile(wasted, 95).toFixed(0)})`,
    `needless requests or marks on right answers: ${needless.length} of ${right.length} (${perThousand.toFixed(1)} in 1,000)`,
    `right answers, characters held back before the first is shown: median ${percentile(held, 50).toFixed(0)}, most ${Math.max(0, ...held)}`,
    `${(ms / rows.length).toFixed(2)} ms an answer in all, server and network included`,
  ];
  process.stdout.write(lines.map((line, index) => `  ${index === 0 ? '' : '  '}${line}\n`).join(''));
}

/** @param {readonly string[]} names */
function tallied(names) {
  return [...new Set(names)]
    .map((name) => `${name} ${names.filter((one) => one === name).length}`)
    .join(', ');
}

/**
 * A server that answers the question `#7` with the plan of that number: at first as the model writes it, once more (which
 * it knows by the assistant's turn that was begun) as `again` says.
 *
 * @param {readonly { written: string, right: readonly string[], foreign: readonly string[] }[]} plans
 * @param {'right' | 'wrong'} again
 */
async function drifting(plans, again) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    if (request.method === 'GET') {
      const isList = request.url?.endsWith('/models') === true;
      response.writeHead(isList ? 200 : 404, { 'content-type': 'application/json' });
      response.end(isList ? '{"data":[{"id":"bench","owned_by":"vllm","max_model_len":8192}]}' : '{}');
      return;
    }
    const { messages } = JSON.parse(body);
    const id = Number(
      /#(\d+)/.exec(messages.find((/** @type {any} */ one) => one.role === 'user').content)?.[1],
    );
    const one = /** @type {typeof plans[number]} */ (plans[id]);
    const begun = messages.at(-1).role === 'assistant' ? String(messages.at(-1).content) : undefined;
    const whole = one.right.join('\n\n');
    const rest = begun !== undefined && whole.startsWith(begun) ? whole.slice(begun.length) : whole;
    const second = again === 'right' ? rest : one.foreign.join('\n\n');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of (begun === undefined ? one.written : second).match(/[^]{1,4}/g) ?? []) {
      response.write(chunk({ content: piece }, null));
    }
    response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/v1`, stop };
}

/** @param {object} delta @param {string | null} finish */
function chunk(delta, finish) {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'bench', choices })}\n\n`;
}
