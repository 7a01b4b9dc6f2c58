/**
 * Joins chunks of text that arrived together into one, so that what a fast server sends at once goes through the
 * client and all readers once (measured: a third of the CPU for 100,000 tokens). A chunk that arrives alone is
 * handed on as it came. Chunks that hold anything beside text are left as they are.
 */
export class ChunkJoiner {
  private data: string | undefined;
  private chunk: TextChunk | undefined;
  private texts: string[] = [];

  /** Takes an event's data. @returns what now has to be handed on before it; nothing as long as it can be joined. */
  add(data: string): string | undefined {
    const chunk = textChunk(data);
    if (chunk !== undefined && this.chunk !== undefined && isChat(chunk) === isChat(this.chunk)) {
      this.texts.push(textOf(chunk) ?? '');
      return undefined;
    }
    const before = this.take();
    this.data = data;
    this.chunk = chunk;
    if (chunk !== undefined) this.texts.push(textOf(chunk) ?? '');
    return before;
  }

  /** What was joined so far. */
  take(): string | undefined {
    const { data, chunk, texts } = this;
    this.data = undefined;
    this.chunk = undefined;
    this.texts = [];
    return chunk === undefined || texts.length < 2 ? data : JSON.stringify(withText(chunk, texts.join('')));
  }
}

interface Choice {
  readonly text?: string;
  readonly delta?: { readonly content?: string };
  readonly finish_reason?: string | null;
}

interface TextChunk {
  readonly choices: readonly [Choice, ...Choice[]];
  readonly usage?: unknown;
  readonly error?: unknown;
}

/** The chunk, where it holds one choice with text and nothing else that a reader could want. */
function textChunk(data: string): TextChunk | undefined {
  let value: Partial<TextChunk> | null;
  try {
    value = JSON.parse(data) as Partial<TextChunk> | null;
  } catch {
    // Left as it is: the reader of the stream reports it.
    return undefined;
  }
  if (!Array.isArray(value?.choices) || (value.choices as unknown[]).length !== 1) return undefined;
  if ((value.usage ?? null) !== null || (value.error ?? null) !== null) return undefined;
  const [choice] = value.choices as readonly [Choice | null];
  if (choice === null || (choice.finish_reason ?? null) !== null) return undefined;
  const chunk = value as TextChunk;
  return textOf(chunk) === undefined || hasMore(choice) ? undefined : chunk;
}

/** True where a delta holds more than text, such as reasoning or calls of tools. */
function hasMore({ delta }: Choice): boolean {
  for (const name in delta) if (name !== 'content' && name !== 'role') return true;
  return false;
}

function isChat(chunk: TextChunk): boolean {
  return chunk.choices[0].delta !== undefined;
}

function textOf({ choices: [{ delta, text }] }: TextChunk): string | undefined {
  const found = delta === undefined ? text : delta.content;
  return typeof found === 'string' ? found : undefined;
}

function withText(chunk: TextChunk, text: string): object {
  const [choice] = chunk.choices;
  const changed =
    choice.delta === undefined
      ? { ...choice, text }
      : { ...choice, delta: { ...choice.delta, content: text } };
  return { ...chunk, choices: [changed] };
}
