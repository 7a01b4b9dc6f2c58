import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { percentile } from './percentile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = 21;

/**
 * How long the packaged bundle takes to load in plain Node, in a fresh process each time, with `vscode`
 * replaced by an object that answers to anything. Node's own start is not in it.
 */
export async function bench() {
  execFileSync(process.execPath, ['esbuild.js', '--production'], { cwd: root, stdio: 'inherit' });
  const times = Array.from({ length: runs }, () =>
    Number(
      execFileSync(process.execPath, [
        path.join(root, 'tools', 'bench', 'loadOnce.cjs'),
        path.join(root, 'dist', 'extension.js'),
      ]),
    ),
  );
  process.stdout.write(
    `load: ${runs} fresh processes, Node ${process.versions.node}: ` +
      `median ${percentile(times, 50).toFixed(1)} ms, p95 ${percentile(times, 95).toFixed(1)} ms\n`,
  );
}
