// `npm run -s replay-adapter`: the completion engine behind the replay kit's contract, one process for one trace.
// It speaks in JSON lines on stdin and stdout; the server's address comes from REPLAY_ENDPOINT.
import { loadBundle } from './check/build.mjs';

await loadBundle('test/bench/adapter.ts');
