import { ambiguous, type Ambiguity } from './ambiguous';
import { trainedLanguages } from './languages';

/** As much of a file's beginning is looked at, in characters. */
export const headLength = 4_000;

const endings = new Map<string, string>();
const fileNames = new Map<string, string>();
for (const { ids } of trainedLanguages) {
  for (const [id, names] of Object.entries(ids)) {
    for (const name of names.split(' ')) {
      if (name.startsWith('.') && !(name in ambiguous)) endings.set(name, id);
      else if (name !== '' && !name.startsWith('.')) fileNames.set(name.toLowerCase(), id);
    }
  }
}

/**
 * The language of a file, as a language id. Mostly what VS Code says; where an ending belongs to several languages,
 * or is none that VS Code knows, the name and the first lines say more.
 * @param path with `/`; the file's name is enough.
 * @param languageId VS Code's. One that it would not have guessed was chosen by a person or an extension, and stays.
 * @param head gives the first `headLength` characters; asked only where they matter.
 */
export function languageOf(path: string, languageId: string, head: () => string): string {
  const name = (path.split('/').at(-1) ?? '').toLowerCase();
  if (languageId === 'markdown' && isIssue(path, name)) return 'issue';
  const ambiguity = ambiguityOf(name);
  if (ambiguity?.guess === languageId) return ambiguity.decide(head()) ?? languageId;
  if (languageId !== 'plaintext') return languageId;
  return fileNames.get(name) ?? byEnding(name, (ending) => endings.get(ending)) ?? languageId;
}

/** A text that becomes an issue or the description of a pull request: of VS Code's GitHub extension, or a template. */
function isIssue(path: string, name: string): boolean {
  return fileNames.get(name) === 'issue' || /(?:^|\/)\.github\/(?:issue|pull_request)_template\b/i.test(path);
}

function ambiguityOf(name: string): Ambiguity | undefined {
  return byEnding(name, (ending) => ambiguous[ending]);
}

/** What is found for the longest ending of a name: `.lagda.md` before `.md`. */
function byEnding<T>(name: string, find: (ending: string) => T | undefined): T | undefined {
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
    const found = find(name.slice(at));
    if (found !== undefined) return found;
  }
  return undefined;
}
