// Holds every link in the Markdown files of the project to what it leads to:
//   node tools/checkLinks.mjs            prints each fault on a line, exit code 1 if there is one
//   --root DIR                           another project than the one in the current folder
// Files and headings must be there (headings by GitHub's own rule); of pages on the web only the address is looked at,
// since a check asks nothing of the network.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkPages } from './links/check.mjs';
import { readPages } from './links/pages.mjs';

const { values: options } = parseArgs({ options: { root: { type: 'string', default: '.' } } });

const pages = readPages(path.resolve(options.root));
const faults = checkPages(path.resolve(options.root), pages);
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`${faults.length} fault${faults.length === 1 ? '' : 's'} in the links.`);
  process.exitCode = 1;
} else {
  const links = [...pages.values()].reduce((sum, page) => sum + page.links.length, 0);
  console.log(`${links} links of ${pages.size} pages lead somewhere.`);
}
