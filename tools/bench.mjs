// `npm run bench -- NAME`: prints the figures of one benchmark. Figures are looked at, never asserted in tests.
import fs from 'node:fs';

const folder = new URL('./bench/', import.meta.url);
const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const name = process.argv[2] ?? '';
if (names.includes(name)) {
  const { bench } = await import(new URL(`${name}.bench.mjs`, folder).href);
  await bench();
} else {
  process.stderr.write(`Which benchmark? One of: ${names.join(', ')}\n`);
  process.exitCode = 2;
}
