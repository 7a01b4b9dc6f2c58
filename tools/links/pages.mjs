import fs from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';

/**
 * @typedef {object} Link
 * @property {string} address as written, with its percent signs
 * @property {number} line counted from 1: where the block begins that it stands in
 *
 * @typedef {object} Page
 * @property {readonly Link[]} links
 * @property {readonly Link[]} paths files of the project that are named as `code`
 * @property {ReadonlySet<string>} anchors of its headings, as GitHub makes them, and of `id` in HTML
 */

/** Folders with nothing of ours to read in them, or with Markdown that is wrong on purpose. */
const passedOver = [
  'node_modules',
  'dist',
  'out',
  '.git',
  'test/hostile',
  'test/samples',
  'test/bench/programs',
];

/** A path from the root of the project, without wildcards or names to fill in. */
const ourPath = /^(?:src|core|editor|media|test|tools|docs|l10n|examples)\/[\w.-]+[\w./-]*$/;

const markdown = new MarkdownIt({ html: true });

/**
 * Every Markdown file below a folder, by its path with `/`.
 *
 * @param {string} root
 * @returns {ReadonlyMap<string, Page>}
 */
export function readPages(root) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (passedOver.includes(name) || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) walk(name);
      else if (name.endsWith('.md'))
        pages.set(name, readPage(fs.readFileSync(path.join(root, name), 'utf8')));
    }
  };
  walk('');
  return pages;
}

/**
 * @param {string} text
 * @returns {Page}
 */
export function readPage(text) {
  const slugger = new GithubSlugger();
  /** @type {Link[]} */
  const links = [];
  /** @type {Link[]} */
  const paths = [];
  /** @type {Set<string>} */
  const anchors = new Set();
  let line = 1;
  let inHeading = false;
  // The front matter of an issue form is no Markdown.
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replaceAll(/[^\n]/g, ''));
  for (const token of markdown.parse(body, {})) {
    line = token.map ? token.map[0] + 1 : line;
    if (token.type === 'heading_open') inHeading = true;
    else if (token.type === 'heading_close') inHeading = false;
    else if (token.type === 'inline' && inHeading) anchors.add(slugger.slug(plain(token.children ?? [])));
    for (const part of [token, ...(token.children ?? [])]) {
      if (part.type === 'code_inline' && ourPath.test(part.content))
        paths.push({ address: part.content, line });
      for (const address of addressesIn(part)) links.push({ address, line });
      if (part.type.startsWith('html_'))
        for (const [, id = ''] of part.content.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id);
    }
  }
  return { links, paths, anchors };
}

/**
 * The text of a heading, without its marks.
 *
 * @param {readonly { type: string, content: string }[]} parts
 */
function plain(parts) {
  return parts
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');
}

/**
 * @param {{ type: string, content: string, attrGet(name: string): string | number | null }} part
 * @returns {string[]}
 */
function addressesIn(part) {
  if (part.type === 'link_open') return [String(part.attrGet('href') ?? '')];
  if (part.type === 'image') return [String(part.attrGet('src') ?? '')];
  if (!part.type.startsWith('html_')) return [];
  return [...part.content.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
}
