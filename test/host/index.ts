/**
 * VS Code calls `run` inside the extension host (`extensionTestsPath`). What to run, and where the results go, comes
 * from tools/test/hostTier.mjs through the environment.
 */
export async function run(): Promise<void> {
  const { ALIADA_TEST_RUNNER: runner, ALIADA_TEST_SUITE: suite } = process.env;
  if (!runner || !suite) throw new Error('Run the host tests with: npm test -- --only host');
  const { runSuite } = (await import(runner)) as { runSuite: (options: unknown) => Promise<number> };
  const failed = await runSuite(JSON.parse(suite));
  if (failed) throw new Error(`${failed} failed`);
}
