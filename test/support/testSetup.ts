/** What tools/test.mjs has set up for the browser tests. */
export interface TestSetup {
  /** The checkout. */
  readonly root: string;
  /** Where screenshots are kept. */
  readonly artifacts: string;
  /** VS Code's strict copy, as tools/host/setup.mjs describes it. */
  readonly host: object;
  /** The embedded engine, as tools/engine/setup.mjs describes it. */
  readonly engine: { readonly root: string; readonly model: string; readonly fixed: string };
  /** Where the packaged extension is installed. */
  readonly extensionsDir: string;
}

export function testSetup(): TestSetup {
  const setup = process.env.ALIADA_TEST_SETUP;
  if (!setup) throw new Error('Run the browser tests with: npm test -- --only e2e');
  return JSON.parse(setup) as TestSetup;
}
