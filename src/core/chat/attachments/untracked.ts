import { bestFiles, listOf, mostRead, type FolderFile } from './folder';

/** Of the room the names of those files may take so much whose text does not go along. */
const shareOfNames = 0.3;

/**
 * Files that git does not know yet, as it would print them if it did: as many as fit, those first that tell the most.
 * Behind them the others by name, as `git status --short` prints them.
 * @param characters the room for all of it.
 */
export async function describeUntracked(
  files: readonly FolderFile[],
  characters: number,
  signal: AbortSignal,
): Promise<string> {
  const names = Math.floor(characters * shareOfNames);
  let left = characters - names;
  const written = new Set<string>();
  const parts: string[] = [];
  for (const file of bestFiles(files).slice(0, mostRead)) {
    signal.throwIfAborted();
    const { path } = file;
    const text = await file.read();
    if (text === undefined) continue;
    const part = asNewFile(path, text);
    if (part.length > left) continue;
    written.add(path);
    parts.push(part);
    left -= part.length;
  }
  const others = files.map(({ path }) => path).filter((path) => !written.has(path));
  const list = listOf(others, Math.max(names, 0), '?? ');
  return parts.join('') + (list === '' ? '' : `${list}\n`);
}

function asNewFile(path: string, text: string): string {
  const head = `diff --git a/${path} b/${path}\nnew file mode 100644\n`;
  const lines = text.split('\n');
  const isEnded = lines.at(-1) === '';
  if (isEnded) lines.pop();
  if (lines.length === 0) return head;
  const added = lines.map((line) => `+${line}\n`).join('');
  const end = isEnded ? '' : '\\ No newline at end of file\n';
  return `${head}--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${added}${end}`;
}
