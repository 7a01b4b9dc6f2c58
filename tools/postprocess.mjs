// `npm run -s postprocess < rows.jsonl > results.jsonl`: the provider's own post-processing as a filter, without VS
// Code, network or model. One JSON object a line: {id, prefix, suffix, vscodeLanguageId, output} comes in,
// {id, text, replaceSuffix} goes out; `text` is null where nothing is offered. Exit code 2 where a line was malformed.
import { runMain } from './lib/fail.mjs';
import { answerLines } from './lib/jsonLines.mjs';
import { loadPostprocess } from './postprocess/core.mjs';
import { fit, nothing } from './postprocess/row.mjs';

await runMain(async () => {
  const postprocess = await loadPostprocess();
  return answerLines((row) => fit(row, postprocess), nothing);
});
