import { itConforms } from '../support/conformance';
import { openEndpoint } from '../support/endpoint';
import { startEngine } from '../support/vscodeHost';
import type { RunningEngine } from '../support/vscodeHost';

/** In the browser's tier only because the engine is set up there; no browser takes part. */
describe('conformance: the embedded engine', () => {
  let engine: RunningEngine;

  before(async () => {
    engine = await startEngine();
  });
  after(() => engine.stop());

  itConforms(
    () => openEndpoint(engine.url, { model: '' }),
    () => ({ dialect: 'openai-compatible', contextTokens: 16_384, rawCompletion: true }),
  );
});
