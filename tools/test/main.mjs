import { rm, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Fail, runMain } from '../lib/fail.mjs';
import { ensureModules } from '../lib/modules.mjs';
import { createProgress, seconds } from '../lib/progress.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const QUICK = '@quick';

/**
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export const test = (args) => runMain(() => runTiers(args));

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function runTiers(args) {
  const { quick, only, grep } = readOptions(args);
  const from = performance.now();
  const progress = createProgress();
  // What comes from node_modules is imported only when it is there.
  await ensureModules({ root: ROOT, progress });
  const { ensureNeeds } = await import('./setup.mjs');
  const { TIERS } = await import('./tiers.mjs');
  const { stopChildren } = await import('./children.mjs');
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])) {
    process.once(signal, () => void stopChildren().then(() => process.exit(128 + number)));
  }

  const tiers = chooseTiers(TIERS, quick ? ['unit', 'host'] : only);
  const out = path.join(ROOT, 'out', 'run');
  const artifacts = path.join(ROOT, 'out', 'artifacts');
  for (const folder of [out, artifacts]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const needs = await ensureNeeds(new Set(tiers.flatMap((tier) => tier.needs)), progress);
  const setupMs = performance.now() - from;

  /** @type {{ name: string, passed: number, failed: number, ms: number }[]} */
  const rows = [];
  for (const tier of tiers) {
    const begun = performance.now();
    const context = {
      ...{ root: ROOT, out, artifacts, ...needs, onEvent: showProgress(tier.name) },
      grep: grep ?? (quick && tier.name === 'host' ? QUICK : undefined),
    };
    const result = await runTier(tier, context, rows);
    const row = {
      name: tier.name,
      passed: result.passed,
      failed: result.failed,
      ms: performance.now() - begun,
    };
    rows.push(row);
    clearLine();
    if (result.failed) process.stdout.write(`\n${result.output.trimEnd()}\n\n`);
    process.stdout.write(`${row.failed ? '✗' : '✓'} ${tableRow(row)}\n`);
  }
  return close(rows, setupMs);
}

/**
 * @param {import('./tiers.mjs').Tier} tier
 * @param {import('./tiers.mjs').Context} context
 * @param {{ name: string, failed: number }[]} rows of the tiers before
 * @returns {Promise<import('./events.mjs').TierResult>}
 */
async function runTier(tier, context, rows) {
  const broken = rows.find((row) => row.failed && tier.after.includes(row.name));
  if (broken)
    return {
      passed: 0,
      failed: 1,
      tests: [],
      output: `✗ ${tier.name}: not run, because ${broken.name} failed`,
    };
  try {
    const result = await tier.run(context);
    if (result.passed + result.failed || context.grep) return result;
    return { passed: 0, failed: 1, tests: [], output: `✗ ${tier.name}: there was no test to run` };
  } catch (error) {
    const details =
      error instanceof Fail
        ? `${error.details}\n${error.message}`
        : String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, tests: [], output: `✗ ${tier.name}\n${details}` };
  }
}

/**
 * @param {string[]} args
 * @returns {{ quick: boolean, only: string[], grep: string | undefined }}
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        grep: { type: 'string' },
      },
    });
    return { quick: values.quick, only: values.only, grep: values.grep };
  } catch (error) {
    throw new Fail(
      `${error instanceof Error ? error.message : String(error)} (see the head of tools/test.mjs)`,
    );
  }
}

/**
 * @param {import('./tiers.mjs').Tier[]} tiers
 * @param {string[]} names none: all of them
 * @returns {import('./tiers.mjs').Tier[]} with the tiers that the named ones work on
 */
function chooseTiers(tiers, names) {
  if (!names.length) return tiers;
  const unknown = names.find((name) => !tiers.some((tier) => tier.name === name));
  if (unknown)
    throw new Fail(`There is no tier "${unknown}". Tiers: ${tiers.map((tier) => tier.name).join(', ')}`);
  const wanted = new Set(names);
  for (const tier of tiers) if (names.includes(tier.name)) tier.after.forEach((name) => wanted.add(name));
  return tiers.filter((tier) => wanted.has(tier.name));
}

/**
 * On a terminal shows the test that is running; elsewhere nothing.
 *
 * @param {string} tier
 * @returns {(event: import('./runSuite.mjs').SuiteEvent) => void}
 */
function showProgress(tier) {
  let done = 0;
  return (event) => {
    if (event.event === 'passed' || event.event === 'failed') done++;
    if (event.event !== 'test' || !process.stdout.isTTY) return;
    const width = (process.stdout.columns || 80) - 1;
    process.stdout.write(`\r\x1b[K${`… ${tier} ${done}: ${event.title}`.slice(0, width)}`);
  };
}

function clearLine() {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
}

/** @param {{ name: string, passed: number, failed: number, ms: number }} row */
function tableRow({ name, passed, failed, ms }) {
  return `${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds(ms).padStart(7)}`;
}

/**
 * @param {{ name: string, passed: number, failed: number, ms: number }[]} rows
 * @param {number} setupMs
 * @returns {number} exit code
 */
function close(rows, setupMs) {
  const sum = (/** @type {'passed' | 'failed' | 'ms'} */ key) =>
    rows.reduce((total, row) => total + row[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  process.stdout.write(`\nset-up ${seconds(setupMs).padStart(34)}\n`);
  for (const row of rows) process.stdout.write(`${tableRow(row)}\n`);
  process.stdout.write(
    `total ${seconds(setupMs + sum('ms')).padStart(35)}\n\n${passed} passed, ${failed} failed\n`,
  );
  return failed || !passed ? 1 : 0;
}
