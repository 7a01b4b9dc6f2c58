// `npm run -s guard < rows.jsonl > verdicts.jsonl`: the language guard as a filter, without VS Code, network or model.
// One JSON object a line: {id, language, question, chunks: [...]} comes in, {id, verdict, atCharacter} goes out.
// `verdict` is right, wrong or unsure; `atCharacter` is a number where it is wrong (where the drift begins: the start
// of the first prose in the wrong language, in UTF-16 units over the joined chunks) and null otherwise. A malformed
// line is named on stderr and answered with nulls; the others are answered, and the exit code is 2.
import { loadBundle } from './check/build.mjs';
import { judge, nothing } from './guard/row.mjs';
import { runMain } from './lib/fail.mjs';
import { answerLines } from './lib/jsonLines.mjs';

await runMain(async () => {
  const { LanguageGuard } = await loadBundle('src/core/language/spoken/guard.ts');
  const { answerLanguages: languages } = await loadBundle('src/core/language/spoken/languages.ts');
  return answerLines((row) => judge(row, { LanguageGuard, languages }), nothing);
});
