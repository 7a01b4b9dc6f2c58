// Writes docs/settings.md from what VS Code is told of the settings (package.json, package.nls.json):
//   node tools/settingsPage.mjs             writes it
//   node tools/settingsPage.mjs --check     exit code 1 where it is not what it should be
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

/**
 * @typedef {object} Setting
 * @property {unknown} default
 * @property {string} [scope]
 * @property {unknown[]} [enum]
 * @property {string} [description] a key of package.nls.json between percent signs
 * @property {string} [markdownDescription]
 * @property {string} [deprecationMessage]
 * @property {string} [markdownDeprecationMessage]
 *
 * @typedef {{ title: string, properties: Record<string, Setting> }} Group
 */

const page = 'docs/settings.md';
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const words = JSON.parse(fs.readFileSync('package.nls.json', 'utf8'));

/** Whose settings count, by scope: https://code.visualstudio.com/api/references/contribution-points#contributes.configuration */
const scopes = {
  application: 'yours only',
  machine: 'this computer only',
  'machine-overridable': 'this computer, workspace',
  window: 'yours, workspace',
  resource: 'yours, workspace, folder',
};

const text = await format(write(), { ...(await resolveConfig(page)), parser: 'markdown' });
if (!options.check) fs.writeFileSync(page, text);
else if (!fs.existsSync(page) || fs.readFileSync(page, 'utf8') !== text) {
  console.error(`${page} is not what package.json says. Run: node tools/settingsPage.mjs`);
  process.exitCode = 1;
}

function write() {
  /** @type {Group[]} */
  const groups = [manifest.contributes.configuration].flat();
  return `# Settings

Written from the manifest by \`node tools/settingsPage.mjs\`; a check holds it to that. VS Code's own page of settings
(**Aliada: Open Settings**) has the same in your display language. "Whose" says where a setting counts: in a workspace that
you do not trust fewer do ([privacy.md](privacy.md#a-workspace-that-means-harm)).

${groups.map(group).join('\n')}`;
}

/** @param {Group} group */
function group({ title, properties }) {
  const rows = Object.entries(properties)
    .filter(([, one]) => one.deprecationMessage === undefined && one.markdownDeprecationMessage === undefined)
    .map(([name, one]) => `| ${[`\`${name}\``, value(one), whose(one), meaning(one)].join(' | ')} |`);
  if (rows.length === 0) return '';
  return `## ${said(title)}\n\n| Setting | Default | Whose | Meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** @param {Setting} one */
function value({ default: usual }) {
  return `\`${JSON.stringify(usual)}\``;
}

/** @param {Setting} one */
function whose({ scope = 'window' }) {
  return scopes[/** @type {keyof typeof scopes} */ (scope)] ?? scope;
}

/** @param {Setting} one */
function meaning({ description, markdownDescription, enum: choices }) {
  const text = said(markdownDescription ?? description ?? '').replaceAll(/\s*\n\s*/g, ' ');
  const list =
    choices === undefined ? '' : ` Values: ${choices.map((one) => `\`${String(one)}\``).join(', ')}.`;
  // `#aliada.x#` is a link in VS Code's page of settings.
  return `${text}${list}`.replaceAll(/`#([\w.]+)#`/g, '`$1`').replaceAll('|', '\\|');
}

/**
 * The words behind a key.
 *
 * @param {string} key
 */
function said(key) {
  const name = /^%(.+)%$/.exec(key)?.[1];
  const found = name === undefined ? key : words[name];
  return typeof found === 'string' ? found : found.message;
}
