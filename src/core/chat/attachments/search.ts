import { comparable } from '../composer/comparable';

/** A file to look into. */
export interface SearchedFile {
  readonly path: string;
  /** Its text; `undefined` where it is none, or too large. */
  read(): Promise<string | undefined>;
}

/** What was found, and how far the search went. */
export interface Found {
  /** Lines as `path:line: text`, the best files first; empty where nothing was found. */
  readonly text: string;
  /** How many files hold the words. */
  readonly files: number;
}

/** How many files are read at once. */
const atOnce = 8;
const mostFiles = 20;
const mostLines = 6;
const longestLine = 200;

interface Hits {
  readonly path: string;
  readonly lines: readonly { readonly line: number; readonly text: string; readonly score: number }[];
  readonly score: number;
}

/**
 * Looks for a text in files: for the whole of it, and where it is several words, for lines with some of them.
 * Capitals and accents make no difference.
 * @throws the signal's reason where it is aborted.
 */
export async function searchFiles(
  query: string,
  files: readonly SearchedFile[],
  signal: AbortSignal,
): Promise<Found> {
  const wanted = queryOf(query);
  const found: Hits[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      signal.throwIfAborted();
      const text = await file.read();
      const hits = text === undefined ? undefined : hitsIn(file.path, text, wanted);
      if (hits !== undefined) found.push(hits);
    }
  };
  if (wanted.phrase !== '') await Promise.all(Array.from({ length: atOnce }, worker));
  signal.throwIfAborted();
  const best = found.sort((a, b) => b.score - a.score || a.path.localeCompare(b.path));
  return { text: best.slice(0, mostFiles).map(formatHits).join('\n\n'), files: found.length };
}

interface Query {
  readonly phrase: string;
  readonly words: readonly string[];
}

function queryOf(query: string): Query {
  const phrase = comparable(query.trim().replaceAll(/\s+/g, ' '));
  const words = phrase.split(' ').filter((word) => word.length > 1);
  return { phrase, words: words.length > 1 ? [...new Set(words)] : [] };
}

/** A line that brings a name into being tells more than one that uses it. */
const declares =
  /\b(?:def|function|func|fn|fun|class|interface|struct|enum|trait|type|const|let|var|module|namespace|procedure|sub)\s/;

function hitsIn(path: string, text: string, { phrase, words }: Query): Hits | undefined {
  const lines: { line: number; text: string; score: number }[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    const plain = comparable(line);
    const inLine = words.filter((word) => plain.includes(word));
    const whole = plain.includes(phrase);
    // One of three words in a line is chance.
    if (!whole && (words.length === 0 || inLine.length * 2 < words.length)) continue;
    inLine.forEach((word) => seen.add(word));
    const score = (whole ? 6 : inLine.length) + (declares.test(line) ? 4 : 0);
    lines.push({ line: index + 1, text: line.trim().slice(0, longestLine), score });
  }
  if (lines.length === 0) return undefined;
  const best = [...lines].sort((a, b) => b.score - a.score || a.line - b.line).slice(0, mostLines);
  const name = comparable(path.split('/').at(-1) ?? '');
  const score =
    Math.max(...best.map((hit) => hit.score)) +
    seen.size +
    Math.min(3, lines.length / 3) +
    (name.includes(phrase) ? 4 : words.some((word) => name.includes(word)) ? 1 : 0);
  return { path, lines: best.sort((a, b) => a.line - b.line), score };
}

function formatHits({ path, lines }: Hits): string {
  return lines.map(({ line, text }) => `${path}:${line}: ${text}`).join('\n');
}
