import type { Links, Token } from 'marked';
import type { ViewText } from '../../src/core/chat/protocol';
import { createBlock, updateBlock } from './blocks';
import { el } from './dom';
import { FramePacer } from './framePacer';
import { shieldTabs } from './fences';
import { lex } from './markdown';
import { closeMarks } from './unfinished';

interface DrawnBlock {
  readonly raw: string;
  readonly element: HTMLElement;
}

/** Blocks at the end that later text can still change: the last one, and one that it may yet join. */
const openBlocks = 2;

function isDrawn(token: Token): boolean {
  return token.type !== 'space' && token.type !== 'def';
}

/**
 * Markdown that grows. Blocks that later text can no longer change are settled and never looked at again, so
 * drawing costs what the open end costs, not what the whole answer costs.
 */
export class StreamingMarkdown {
  readonly element = el('div', { class: 'markdown' });
  #source = '';
  /** The part of the source after the settled blocks. */
  #open = '';
  #links: Links = {};
  #blocks: DrawnBlock[] = [];
  #settled = 0;
  readonly #pacer = new FramePacer(() => this.#drawOpen());

  constructor(
    private readonly text: ViewText,
    private readonly onDrawn: () => void,
  ) {}

  /** Adds text at the end; it is drawn with the next frame. */
  append(text: string): void {
    this.#source += text;
    this.#open += text;
    this.#pacer.request();
  }

  /** Shows `source`, which usually continues what is there, with the next frame. Says whether it is new. */
  set(source: string): boolean {
    if (source === this.#source) return false;
    if (source.startsWith(this.#source)) {
      this.append(source.slice(this.#source.length));
      return true;
    }
    this.#startOver(source);
    this.#pacer.request();
    return true;
  }

  /**
   * Draws everything now, as one whole text. Blocks that already are as they should be stay untouched; this
   * only sets right what could not be known earlier, such as a link defined at the very end.
   */
  finish(): void {
    this.#pacer.cancel();
    const { tokens, links } = lex(this.#source);
    this.#startOver(this.#source);
    this.#reconcile(tokens.filter(isDrawn), Object.keys(links).length > 0);
    this.onDrawn();
  }

  dispose(): void {
    this.#pacer.cancel();
  }

  /** Nothing is settled any more; the blocks stay on the page, to be brought in line with `source`. */
  #startOver(source: string): void {
    this.#source = source;
    this.#open = source;
    this.#settled = 0;
    this.#links = {};
  }

  #drawOpen(): void {
    // Settling adds up the lengths of blocks, and the lexer counts line ends its own way.
    this.#open = this.#open.replace(/\r\n|\r(?!$)/g, '\n');
    this.#open = shieldTabs(this.#open);
    const { tokens, links } = lex(this.#open, this.#links);
    this.#reconcile(this.#readable(tokens.filter(isDrawn)), false);
    this.#settle(tokens, links);
    this.onDrawn();
  }

  /** The tokens as they are best shown while the last of them is still being written. */
  #readable(tokens: readonly Token[]): readonly Token[] {
    const last = tokens.at(-1);
    if (last === undefined || last.type === 'code') return tokens;
    const closed = closeMarks(last.raw);
    if (closed === last.raw) return tokens;
    return [...tokens.slice(0, -1), ...lex(closed, this.#links).tokens.filter(isDrawn)];
  }

  /** Brings the blocks after the settled ones in line with `tokens`. */
  #reconcile(tokens: readonly Token[], redrawAll: boolean): void {
    tokens.forEach((token, index) => {
      const at = this.#settled + index;
      const drawn = this.#blocks[at];
      if (drawn === undefined) {
        const element = createBlock(token, this.text);
        this.element.append(element);
        this.#blocks.push({ raw: token.raw, element });
      } else if (redrawAll || drawn.raw !== token.raw) {
        updateBlock(drawn.element, token, this.text);
        this.#blocks[at] = { raw: token.raw, element: drawn.element };
      }
    });
    for (const surplus of this.#blocks.splice(this.#settled + tokens.length)) surplus.element.remove();
  }

  #settle(tokens: readonly Token[], links: Links): void {
    const drawnAt = tokens.flatMap((token, index) => (isDrawn(token) ? [index] : []));
    const keepFrom = drawnAt.at(-openBlocks);
    if (keepFrom === undefined || keepFrom === 0) return;
    const past = tokens.slice(0, keepFrom);
    const raw = past.map((token) => token.raw).join('');
    // The lexer drops a link defined twice; then nothing is settled, and only speed is lost.
    if (!this.#open.startsWith(raw)) return;
    this.#open = this.#open.slice(raw.length);
    this.#settled += past.filter(isDrawn).length;
    this.#links = links;
  }
}
