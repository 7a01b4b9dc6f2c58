import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Everything that the extension has written to its log, found below VS Code's folder of logs.
 * @param others files there that belong to somebody else.
 */
export async function readExtensionLog(
  folder: string,
  others: ReadonlySet<string> = new Set(),
): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const ours = files.filter((file) => !others.has(file) && /aliada\.aliada[\\/].*\.log$/.test(file));
  const texts = await Promise.all(ours.map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.join('\n');
}
