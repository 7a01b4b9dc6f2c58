// `npm run -s identify-language < texts.jsonl > results.jsonl`: the classifier of spoken languages as a filter. One JSON
// object a line: {id, text} comes in, {id, language, confidence} goes out, always with the best guess. Exit code 2 where a
// line was malformed; it is answered with `language: null`.
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { loadBundle } from './check/build.mjs';
import { answerText } from './language-id/answer.mjs';
import { runMain } from './lib/fail.mjs';

/** Results are written in pieces of about this many characters. */
const piece = 65_536;

await runMain(async () => {
  const core = await loadBundle('src/core/language/spoken/identifyMarkdown.ts');
  let malformed = false;
  let number = 0;
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { result, problem } = answerText(line, core.identifyMarkdown);
    if (problem !== undefined) {
      malformed = true;
      process.stderr.write(`line ${number}: ${problem}\n`);
    }
    waiting += `${JSON.stringify(result)}\n`;
    if (waiting.length > piece) await flush();
  }
  await flush();
  return malformed ? 2 : 0;
});
