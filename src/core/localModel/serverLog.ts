/** Lines of llama-server that hold figures only, whenever they come. */
const figures: readonly RegExp[] = [
  /\blog_server_r: request: (GET|POST|OPTIONS) \/[\w/.-]* 127\.0\.0\.1 \d{3}$/,
  /\b(prompt eval|eval|total) time =\s+[\d.]+ ms/,
  /\bslot\s+(launch_slot_|release|get_availabl|update_slots)\b[^'"`{]*$/,
  /\b(all slots are idle|model loaded|(server is )?listening on|starting the main loop|cleaning up)\b/,
  /\bn_(ctx|ctx_slot|ctx_per_seq|threads|slots|parallel|batch|ubatch)\b\s*[=:]\s*\d+/,
];

/** Of a start: nothing was asked yet, so nothing of anybody's can stand in it. */
const starting: readonly RegExp[] = [
  /\b(error|failed|unable|cannot|can't|couldn't|not found|invalid|warning|unknown|out of memory)\b/i,
  /\b(build|system_info|load_model|loading model|model size|file (type|format|size)|model type|backend)\b/i,
];

/** A template's example and other free text. */
const quoted = /<\||\\n|\n/;
const longest = 240;

/**
 * What of a line of llama-server's output is kept in its log: figures, and of a start also what went wrong; never what
 * could be a prompt, an answer or the key.
 * @param ready true once the server has been ready: from then on it may have been asked something.
 * @returns `undefined` where the line is left out.
 */
export function logged(line: string, ready: boolean, key: string): string | undefined {
  const text = line.trimEnd();
  if (quoted.test(text)) return undefined;
  const allowed = ready ? figures : [...figures, ...starting];
  if (!allowed.some((pattern) => pattern.test(text))) return undefined;
  const without = key === '' ? text : text.replaceAll(key, '…');
  return without.length > longest ? `${without.slice(0, longest)}…` : without;
}
