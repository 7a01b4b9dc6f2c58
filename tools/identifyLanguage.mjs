// `npm run -s identify-language < texts.jsonl > results.jsonl`: the classifier of spoken languages as a filter. One JSON
// object a line: {id, text} comes in, {id, language, confidence} goes out, always with the best guess. Exit code 2 where a
// line was malformed; it is answered with `language: null`.
import { loadBundle } from './check/build.mjs';
import { runMain } from './lib/fail.mjs';
import { answerLines, missingStrings } from './lib/jsonLines.mjs';

/** @type {{ language: string | null, confidence: number }} */
const nothing = { language: null, confidence: 0 };

await runMain(async () => {
  const { identifyMarkdown } = await loadBundle('src/core/language/spoken/identifyMarkdown.ts');
  return answerLines((row) => {
    const problem = missingStrings(row, ['text']);
    if (problem !== undefined) return { fields: nothing, problem, isMalformed: true };
    const { language, confidence } = identifyMarkdown(String(row.text));
    return { fields: { language, confidence: Math.round(confidence * 10_000) / 10_000 } };
  }, nothing);
});
