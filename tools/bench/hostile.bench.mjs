import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadChatPage } from './chatPage.mjs';
import { percentile } from './percentile.mjs';

/** @typedef {{ name: string, breaches: string[], took: number, longestTask: number }} Drawn */

/**
 * `npm run bench -- hostile [FOLDER] [--grep REGEX]`: draws each file of a folder, whatever its ending, as an answer in the real page
 * under its own policy, whole and streamed. One line a file and a sum; exit code 1 where something ran, loaded, hung,
 * stayed hidden or broke the page's own controls. Without a folder: our own collection and the large ones that are made.
 */
export async function bench() {
  const from = process.cwd();
  const { ChatBench, HostileBench, hostileFilesIn, madeHostileAnswers } = await loadChatPage();
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    allowPositionals: true,
    options: { grep: { type: 'string', default: '' } },
  });
  const [folder] = positionals;
  const found =
    folder === undefined
      ? [...hostileFilesIn('test/hostile'), ...madeHostileAnswers()]
      : hostileFilesIn(path.resolve(from, folder));
  /** @type {{ name: string, text: string }[]} */
  const answers = found.filter((/** @type {{ name: string }} */ { name }) =>
    new RegExp(values.grep).test(name),
  );
  const chat = await ChatBench.start();
  const hostile = new HostileBench(chat);
  /** @type {Drawn[]} */
  const all = [];
  for (const answer of answers) {
    /** @type {Drawn} */
    const drawn = await hostile.draw(answer);
    all.push(drawn);
    const size = `${(answer.text.length / 1000).toFixed(1)} k`.padStart(9);
    const times =
      `${drawn.took.toFixed(0)} ms`.padStart(9) + `${drawn.longestTask.toFixed(0)} ms`.padStart(9);
    process.stdout.write(
      `${drawn.breaches.length === 0 ? 'ok    ' : 'BREACH'}${size}${times}  ${drawn.name}\n`,
    );
    for (const breach of drawn.breaches) process.stdout.write(`         ${breach}\n`);
  }
  await hostile.stop();
  await chat.stop();
  const breached = all.filter(({ breaches }) => breaches.length > 0).length;
  const tasks = all.map(({ longestTask }) => longestTask);
  process.stdout.write(
    `\n${all.length} answers, ${breached} breaches. Longest task of a file: median ${percentile(tasks, 50).toFixed(0)} ms, ` +
      `99th percentile ${percentile(tasks, 99).toFixed(0)} ms, worst ${Math.max(0, ...tasks).toFixed(0)} ms.\n`,
  );
  if (breached > 0 || all.length === 0) process.exitCode = 1;
}
