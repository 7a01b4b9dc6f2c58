// `npm run pictures`: has the browser tests take the pictures of the handbook anew and puts them into docs/images.
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMain } from './lib/fail.mjs';
import { npmCommand } from './lib/npm.mjs';
import { run } from './lib/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const taken = path.join(root, 'out', 'artifacts', 'docs');

await runMain(async () => {
  const [command, ...before] = npmCommand();
  await run(command, [...before, 'test', '--', '--only', 'e2e', '--grep', '^pictures'], {
    cwd: root,
    what: 'Taking the pictures',
  });
  const names = (await readdir(taken)).filter((name) => name.endsWith('.png'));
  for (const name of names) await cp(path.join(taken, name), path.join(root, 'docs', 'images', name));
  process.stdout.write(`${names.length} pictures in docs/images\n`);
  return 0;
});
