// `npm run -s guard < rows.jsonl > verdicts.jsonl`: the language guard as a filter, without VS Code, network or model.
// One JSON object a line: {id, language, question, chunks: [...]} comes in, {id, verdict, atCharacter} goes out.
// `verdict` is right, wrong or unsure; `atCharacter` is a number where it is wrong (where the drift begins: the start
// of the first prose in the wrong language, in UTF-16 units over the joined chunks) and null otherwise. A malformed
// line is named on stderr and answered with nulls; the others are answered, and the exit code is 2.
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { loadBundle } from './check/build.mjs';
import { answerRow } from './guard/row.mjs';
import { runMain } from './lib/fail.mjs';

await runMain(async () => {
  const { LanguageGuard } = await loadBundle('src/core/language/spoken/guard.ts');
  const { answerLanguages: languages } = await loadBundle('src/core/language/spoken/languages.ts');
  let malformed = false;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { result, problem } = answerRow(line, { LanguageGuard, languages });
    if (problem !== undefined) process.stderr.write(`line ${number}: ${problem}\n`);
    malformed ||= problem !== undefined;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
  return malformed ? 2 : 0;
});
