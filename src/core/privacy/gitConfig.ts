/** One line of a git configuration file, its name in small letters: `core.excludesfile`. */
export interface GitSetting {
  readonly name: string;
  readonly value: string;
}

/** `[section]` or `[section "part"]`, and what may stand behind it on the same line. */
const header = /^\[([\w.-]{1,100})(?:[ \t]+"((?:[^"\\]|\\.){0,500})")?[ \t]*\](.*)$/;
const entry = /^([a-z][a-z\d-]*)[ \t]*=(.*)$/i;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

/**
 * The settings of a git configuration file, in their order; of two with one name the later counts. What cannot be
 * understood is left out. Grammar: `git help config`, "Syntax".
 */
export function readGitConfig(text: string): readonly GitSetting[] {
  const settings: GitSetting[] = [];
  let section = '';
  for (const line of joined(text).split('\n')) {
    let rest = line.trim();
    const found = header.exec(rest);
    if (found !== null) {
      const [, name = '', part, behind = ''] = found;
      section = name.toLowerCase() + (part === undefined ? '' : `.${part}`);
      rest = behind.trim();
    }
    const [, key, value = ''] = entry.exec(rest) ?? [];
    if (key !== undefined)
      settings.push({ name: `${section}.${key.toLowerCase()}`, value: unquoted(value.trim()) });
  }
  return settings;
}

/** A line that ends with a backslash goes on in the next one. */
function joined(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/(?<!\\)((?:\\\\){0,50})\\\n/g, '$1');
}

/** Without its quotes, its escapes and the comment behind it. */
function unquoted(text: string): string {
  let value = '';
  /** How much of `value` stays: blanks at its end count only where they are quoted. */
  let kept = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (!quoted && (letter === '#' || letter === ';')) break;
    if (letter === '"') {
      quoted = !quoted;
      continue;
    }
    if (letter === '\\') {
      at += 1;
      value += escapes[text.charAt(at)] ?? text.charAt(at);
    } else value += letter;
    if (quoted || letter.trim() !== '') kept = value.length;
  }
  return value.slice(0, kept);
}
