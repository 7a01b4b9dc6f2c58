import fs from 'node:fs';
import path from 'node:path';

/** @typedef {import('./pages.mjs').Page} Page */

/**
 * What is wrong with the links of all pages and with the paths they name, each as `file:line: words`.
 *
 * @param {string} root
 * @param {ReadonlyMap<string, Page>} pages by path, as `readPages` gives them
 * @returns {string[]}
 */
export function checkPages(root, pages) {
  return [...pages].flatMap(([file, { links, paths }]) => [
    ...links.flatMap(({ address, line }) => {
      const fault = /^[a-z][a-z+.-]*:/i.test(address)
        ? faultOfPage(address)
        : faultOfPath(root, pages, file, address);
      return fault === undefined ? [] : [`${file}:${line}: ${address} ${fault}`];
    }),
    ...paths.flatMap(({ address, line }) =>
      // The pages on the code leave out `src/`.
      fs.existsSync(path.join(root, address)) || fs.existsSync(path.join(root, 'src', address))
        ? []
        : [`${file}:${line}: ${address} is not there`],
    ),
  ]);
}

/**
 * @param {string} address
 * @returns {string | undefined}
 */
function faultOfPage(address) {
  if (!URL.canParse(address)) return 'is no address';
  const { protocol, hostname } = new URL(address);
  if (protocol === 'mailto:') return undefined;
  if (protocol !== 'https:' && protocol !== 'http:') return 'is no page on the web';
  if (protocol === 'http:' && hostname !== 'localhost') return 'should begin with https';
  return hostname === 'localhost' || hostname.includes('.') ? undefined : 'names no host';
}

/**
 * @param {string} root
 * @param {ReadonlyMap<string, Page>} pages
 * @param {string} from the page with the link
 * @param {string} address
 * @returns {string | undefined}
 */
function faultOfPath(root, pages, from, address) {
  const [written = '', anchor] = address.split('#');
  if (written.startsWith('/')) return 'is not relative';
  const target = written === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(written));
  if (target.startsWith('..')) return 'leads out of the project';
  if (!fs.existsSync(path.join(root, target))) return 'leads nowhere';
  if (anchor === undefined) return undefined;
  const page = pages.get(target);
  if (page === undefined) return 'names a heading of something that has none';
  return page.anchors.has(decodeURIComponent(anchor)) ? undefined : `names no heading of ${target}`;
}
