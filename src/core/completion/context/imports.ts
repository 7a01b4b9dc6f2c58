import type { OpenText } from './openText';
import { longestLine } from './piece';
import { wordsAt, type Word } from './words';

/** A name, and a place of the document where it stands. */
export interface Named {
  readonly name: string;
  readonly line: number;
  readonly character: number;
}

/** Lines at the top where imports are looked for. */
const headLines = 150;
/** Lines of one import statement. */
const longestStatement = 40;

/** Beginnings of statements that bring names from other files, in the languages that have such. */
const statement =
  /^\s*(?:(?:pub(?:\([^)]*\))?\s+)?(?:import|from|use|using|require|require_relative|include|open|alias|library|source)\b|#\s*(?:include|import)\b|@import\b|(?:const|let|var|local|my)\b.*(?:\brequire\b|\bimport\b))/;
/** Words of these statements that are no names. */
const grammar = new Set([
  ...[
    'as',
    'from',
    'require',
    'require_relative',
    'qualified',
    'hiding',
    'exposing',
    'crate',
    'super',
    'source',
  ],
  ...['library', 'alias', 'open', 'only', 'with', 'type', 'typeof', 'local', 'my', 'intrinsic'],
]);
const quoted = /'[^']*'|"[^"]*"|`[^`]*`/g;
const opening = /[{([]/g;
const closing = /[})\]]/g;

interface Imports {
  /** What they bring, with the first place where each name stands. */
  readonly names: ReadonlyMap<string, Named>;
  /** The lines of these statements. */
  readonly lines: ReadonlySet<number>;
}

/** The import statements at the top of a document. */
function importsOf(text: OpenText): Imports {
  const names = new Map<string, Named>();
  const lines = new Set<number>();
  const end = Math.min(headLines, text.lineCount);
  for (let line = 0; line < end; line += 1) {
    if (!statement.test(text.line(line).slice(0, longestLine))) continue;
    let open = 0;
    const last = Math.min(line + longestStatement, text.lineCount);
    for (let at = line; at < last; at += 1) {
      // As long as before, so that the places stay right.
      const code = text
        .line(at)
        .slice(0, longestLine)
        .replace(quoted, (string) => ' '.repeat(string.length));
      for (const { name, character } of wordsAt(code)) {
        if (grammar.has(name) || names.has(name)) continue;
        names.set(name, { name, line: at, character });
      }
      open += (code.match(opening)?.length ?? 0) - (code.match(closing)?.length ?? 0);
      lines.add(at);
      line = at;
      if (open <= 0 && !/[,\\]\s*$/.test(code)) break;
    }
  }
  return { names, lines };
}

/** Lines around the cursor where names count as used. */
const usedBefore = 25;
const usedAfter = 5;
/** Lines before the cursor where calls are looked at, in languages that need no import for their own project. */
const calledBefore = 10;
/** Names that are asked for at one place. */
const mostNames = 6;

/** Languages where the files of a project see each other, or an import brings whole files. */
const withoutNames = new Set([
  ...[
    'c',
    'cpp',
    'cuda',
    'cuda-cpp',
    'objective-c',
    'objective-cpp',
    'csharp',
    'go',
    'java',
    'kotlin',
    'swift',
  ],
  ...['fortran', 'FortranFreeForm', 'fortran-modern', 'julia', 'r', 'ruby', 'php', 'dart', 'shellscript'],
]);

/**
 * Names whose definitions would help at a line, and where to ask for them: imported ones that are used near it,
 * the nearest first, and what is called of an imported module.
 */
export function wantedNames(text: OpenText, line: number): readonly Named[] {
  const imports = importsOf(text);
  const wanted = new Map<string, Named>();
  const want = (named: Named): void => {
    if (wanted.size < mostNames && !wanted.has(named.name)) wanted.set(named.name, named);
  };
  for (const at of outwards(line, text.lineCount)) {
    const code = text.line(at).slice(0, longestLine);
    if (imports.lines.has(at)) continue;
    const words = wordsAt(code);
    for (const [index, { name, character }] of words.entries()) {
      const found = imports.names.get(name);
      const member = memberAfter(code, words, index);
      if (found !== undefined) {
        want(found);
        if (member !== undefined) want({ ...member, line: at });
      } else if (
        withoutNames.has(text.languageId) &&
        at > line - calledBefore &&
        isCalled(code, name, character)
      ) {
        want({ name, line: at, character });
      }
    }
  }
  return [...wanted.values()];
}

/** The cursor's line, those above it, those below. */
function outwards(line: number, lineCount: number): readonly number[] {
  const above = Array.from({ length: usedBefore + 1 }, (_, back) => line - back);
  const below = Array.from({ length: usedAfter }, (_, ahead) => line + 1 + ahead);
  return [...above, ...below].filter((at) => at >= 0 && at < lineCount);
}

/** `b` of `a.b`, `a::b`, `a->b` and `a%b`. */
function memberAfter(code: string, words: readonly Word[], index: number): Word | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined) return undefined;
  const between = code.slice(word.character + word.name.length, next.character);
  return ['.', '::', '->', '%', '?.'].includes(between) ? next : undefined;
}

function isCalled(code: string, name: string, character: number): boolean {
  return name.length > 2 && code.charAt(character + name.length) === '(';
}
