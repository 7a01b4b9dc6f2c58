// Writes dist/THIRD-PARTY-NOTICES.txt: the licence of every library of which code was bundled into what is
// shipped. Reads what esbuild.js leaves in out/bundled.json, so nothing can be forgotten.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages, readBundled } from './package/bundled.mjs';
import { noticesText } from './package/noticesText.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const data = fs.readFileSync(path.join(root, 'tools', 'package', 'dataNotices.txt'), 'utf8');
const text = noticesText(root, bundledPackages(root, readBundled(root)), data);
fs.writeFileSync(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), text);
