import { fenceTag } from '../../language/programming/names';
import { trainedLanguages } from '../../language/programming/languages';

/** Words after a fence that are neither an id nor a file ending. */
const words: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  bash: 'shellscript',
  console: 'shellscript',
  docker: 'dockerfile',
  'f#': 'fsharp',
  golang: 'go',
  javascript: 'javascript',
  jsx: 'javascriptreact',
  node: 'javascript',
  objc: 'objective-c',
  python3: 'python',
  sh: 'shellscript',
  shell: 'shellscript',
  text: 'plaintext',
  tsx: 'typescriptreact',
  txt: 'plaintext',
  zsh: 'shellscript',
};

const ids = new Map<string, string>();
for (const { ids: own } of trainedLanguages) {
  for (const [id, endings] of Object.entries(own)) {
    for (const ending of endings.split(' ')) {
      if (ending.startsWith('.') && !ids.has(ending.slice(1))) ids.set(ending.slice(1), id);
    }
  }
}
for (const { ids: own } of trainedLanguages) {
  for (const id of Object.keys(own)) {
    const tag = fenceTag(id);
    if (tag !== '' && !ids.has(tag)) ids.set(tag, id);
  }
}

/**
 * VS Code's language id for the word after a fence, as models write it.
 * @param known the ids that this VS Code knows.
 */
export function languageOfFence(word: string, known: ReadonlySet<string>): string | undefined {
  const name = word.toLowerCase();
  return [words[name], name, ids.get(name)].find((id) => id !== undefined && known.has(id));
}
