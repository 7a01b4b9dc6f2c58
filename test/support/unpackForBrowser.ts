import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Puts the packaged extension into a folder of extensions as VS Code for the Web has it: with a manifest that names no
 * `main`. A VS Code that has a server would otherwise prefer that one, and run it there.
 */
export async function unpackForBrowser(vsix: string, extensionsDir: string): Promise<void> {
  const folder = path.join(extensionsDir, 'aliada.aliada');
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(vsix)))) {
    const [, file] = /^extension\/(.+)$/.exec(name) ?? [];
    if (file === undefined || file === 'dist/extension.js') continue;
    const to = path.join(folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, file === 'package.json' ? withoutMain(bytes) : bytes);
  }
}

function withoutMain(manifest: Uint8Array): string {
  const {
    main: _main,
    extensionKind: _kind,
    ...rest
  } = JSON.parse(new TextDecoder().decode(manifest)) as Record<string, unknown>;
  return JSON.stringify(rest, null, 2);
}
