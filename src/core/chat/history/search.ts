import { eachOf } from './eachOf';
import type { ConversationHistory, Listed } from './history';

/** A conversation in which something was found. */
export interface Found extends Listed {
  /** Where it was found, where that is not the title. */
  readonly snippet?: string;
}

type Read = Awaited<ReturnType<ConversationHistory['reader']>>;

/** Texts that are kept in memory between two searches, in characters. */
const rememberedCharacters = 16_000_000;

/** Searches titles and texts, without regard to case and accents; every word must be there. */
export class HistorySearch {
  private readonly texts = new Map<string, { readonly updated: number; readonly text: string }>();
  private remembered = 0;

  constructor(private readonly history: ConversationHistory) {}

  /**
   * @param onFound called with all that was found so far, the one changed last first: at once with the titles, then as
   * texts are read.
   */
  async search(
    query: string,
    signal: AbortSignal,
    onFound: (found: readonly Found[], done: boolean) => void,
  ): Promise<void> {
    const words = folded(query).split(/\s+/).filter(Boolean);
    const all = await this.history.list();
    if (signal.aborted) return;
    const found = new Map<string, Found>();
    const rest: Listed[] = [];
    for (const one of all) {
      if (words.every((word) => folded(one.title).includes(word))) found.set(one.id, one);
      else rest.push(one);
    }
    const tell = (done: boolean): void => {
      if (signal.aborted) return;
      const sorted = [...found.values()].sort((a, b) => b.updated - a.updated);
      onFound(sorted, done);
    };
    tell(false);
    const read = await this.history.reader();
    let told = performance.now();
    await eachOf(
      rest,
      async (one) => {
        const text = await this.textOf(one, read);
        const searched = folded(`${one.title}\n${text}`);
        if (!words.every((word) => searched.includes(word))) return;
        found.set(one.id, { ...one, snippet: snippetOf(text, words) });
        if (performance.now() - told < tellEveryMs) return;
        told = performance.now();
        tell(false);
      },
      signal,
    );
    tell(true);
  }

  private async textOf({ id, updated }: Listed, read: Read): Promise<string> {
    const known = this.texts.get(id);
    if (known?.updated === updated) return known.text;
    const merged = await read(id);
    const text = merged?.content.messages.map((message) => message.text).join('\n') ?? '';
    if (this.remembered + text.length <= rememberedCharacters) {
      this.remembered += text.length - (known?.text.length ?? 0);
      this.texts.set(id, { updated, text });
    }
    return text;
  }
}

/** How often what was found is told while more is looked for, in milliseconds. */
const tellEveryMs = 100;

/** Without case and accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** What stands around the first word that was found, on one line. */
function snippetOf(text: string, words: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ');
  const searched = folded(flat);
  const at = words.map((word) => searched.indexOf(word)).find((index) => index >= 0) ?? 0;
  // Folding takes accents away, so places in the two texts differ a little: a few letters do not matter here.
  const start = Math.max(0, at - 30);
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1 || start;
  return `${from > 0 ? '…' : ''}${flat.slice(from, from + 110)}${from + 110 < flat.length ? '…' : ''}`;
}
