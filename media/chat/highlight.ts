import { StringStream } from '@codemirror/streamparser';
import { modeFor, type Mode } from './codeModes';

/** A piece of a line and the class that colours it; without one it is plain. */
export interface Piece {
  readonly text: string;
  readonly style?: string;
}

/** The library's names of what a token is, by our class; what is not here is plain. First match wins. */
const styles: readonly (readonly [RegExp, string])[] = [
  [/comment|quote/, 'comment'],
  [/inserted/, 'inserted'],
  [/deleted|invalid|error/, 'deleted'],
  [/string|regexp|escape|character/, 'string'],
  [/number/, 'number'],
  [/\b(?:atom|bool|null|literal|constant|self)\b/, 'atom'],
  [/tagName|typeName|className|namespace|heading/, 'type'],
  [/function|definition|standard|builtin|macroName/, 'function'],
  [/keyword|modifier|operatorKeyword|\bkeyword\b/, 'keyword'],
  [/meta|attribute|propertyName|labelName|annotation|processingInstruction|special/, 'meta'],
];

const known = new Map<string, string | undefined>();

function styleOf(name: string | null): string | undefined {
  if (name === null) return undefined;
  if (!known.has(name)) known.set(name, styles.find(([pattern]) => pattern.test(name))?.[1]);
  return known.get(name);
}

/**
 * Reads code line by line and remembers only what the next line needs: whatever is already shown costs nothing
 * more, however long the block grows.
 */
export class Highlighter {
  readonly #mode: Mode;
  #state: unknown;

  private constructor(mode: Mode) {
    this.#mode = mode;
    this.#state = mode.startState?.(2) ?? {};
  }

  /** Nothing where the language is not known. */
  static for(language: string): Highlighter | undefined {
    const mode = modeFor(language);
    return mode && new Highlighter(mode);
  }

  /** The pieces of the next line, which has ended. Throws where the mode does not get on; then the rest is plain. */
  line(text: string): Piece[] {
    return this.#read(text, this.#state);
  }

  /** The pieces of a line that is still being written. */
  preview(text: string): Piece[] {
    return this.#read(text, this.#copied());
  }

  #copied(): unknown {
    if (this.#mode.copyState) return this.#mode.copyState(this.#state);
    if (typeof this.#state !== 'object' || this.#state === null) return this.#state;
    const entries: [string, unknown][] = Object.entries(this.#state);
    return Object.fromEntries(
      entries.map(([key, value]) => [key, Array.isArray(value) ? (value.slice() as unknown) : value]),
    );
  }

  #read(text: string, state: unknown): Piece[] {
    if (text === '') {
      this.#mode.blankLine?.(state, 2);
      return [];
    }
    const stream = new StringStream(text, 4, 2);
    const pieces: { text: string; style?: string }[] = [];
    let idle = 0;
    while (!stream.eol()) {
      stream.start = stream.pos;
      const style = styleOf(this.#mode.token(stream, state));
      const found = text.slice(stream.start, stream.pos);
      // A mode may change its state without reading on, but not for ever.
      if (found === '' && ++idle > 20) throw new Error('The mode reads nothing.');
      if (found === '') continue;
      idle = 0;
      const last = pieces.at(-1);
      if (last && last.style === style) last.text += found;
      else pieces.push(style === undefined ? { text: found } : { text: found, style });
    }
    return pieces;
  }
}
