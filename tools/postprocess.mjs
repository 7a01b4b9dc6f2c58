// `npm run -s postprocess < rows.jsonl > results.jsonl`: the provider's own post-processing as a filter, without VS
// Code, network or model. One JSON object a line: {id, prefix, suffix, vscodeLanguageId, output} comes in,
// {id, text, replaceSuffix} goes out; `text` is null where nothing is offered. Exit code 2 where a line was malformed.
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { runMain } from './lib/fail.mjs';
import { loadPostprocess } from './postprocess/core.mjs';
import { answerRow } from './postprocess/row.mjs';

/** Results are written in pieces of about this many characters. */
const piece = 65_536;

await runMain(async () => {
  const postprocess = await loadPostprocess();
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
    const { result, problem, isMalformed } = answerRow(line, postprocess);
    if (problem !== undefined) process.stderr.write(`line ${number}: ${problem}\n`);
    malformed ||= isMalformed;
    waiting += `${JSON.stringify(result)}\n`;
    if (waiting.length > piece) await flush();
  }
  await flush();
  return malformed ? 2 : 0;
});
