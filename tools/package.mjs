// `npm run package`: builds for production and writes out/aliada.vsix. Prints its size and contents.
import fs from 'node:fs';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const packagePath = 'out/aliada.vsix';
fs.mkdirSync('out', { recursive: true });
fs.rmSync('dist', { recursive: true, force: true });
// The relative addresses in the README stay as they are: they are right in the repository and in the editor.
await createVSIX({
  packagePath,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
const files = await listFiles({ packageManager: PackageManager.None });
const size = fs.statSync(packagePath).size;
process.stdout.write(`${packagePath}: ${files.length} files, ${(size / 1024).toFixed(0)} KB\n`);
