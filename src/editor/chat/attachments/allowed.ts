import type * as vscode from 'vscode';
import type { PrivateFiles } from '../../privacy/privateFiles';

/** How many are asked about at once: each may look at the disk. */
const atOnce = 50;

/** Those of the files that may be sent, in their order. */
export async function allowedOf(
  uris: readonly vscode.Uri[],
  files: PrivateFiles,
  signal: AbortSignal,
): Promise<readonly vscode.Uri[]> {
  const allowed: vscode.Uri[] = [];
  for (let from = 0; from < uris.length; from += atOnce) {
    signal.throwIfAborted();
    const some = uris.slice(from, from + atOnce);
    const kept = await Promise.all(some.map((uri) => files.exclusion(uri)));
    allowed.push(...some.filter((_, index) => kept[index] === undefined));
  }
  return allowed;
}
