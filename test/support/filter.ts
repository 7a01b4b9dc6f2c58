import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What a filter over JSON lines made of some lines. */
export interface Filtered<Result> {
  readonly status: number | null;
  readonly results: readonly Result[];
  /** On stderr. */
  readonly said: string;
}

/** Runs one of the tools that answer JSON lines, as its npm script does. */
export function filter<Result>(tool: string, lines: readonly string[]): Filtered<Result> {
  const { status, stdout, stderr } = spawnSync('node', [path.join('tools', tool)], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  const results = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Result);
  return { status, results, said: stderr };
}
