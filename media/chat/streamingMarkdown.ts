import type { ViewText } from '../../src/core/chat/protocol';
import { createBlock, updateBlock } from './blocks';
import { el } from './dom';
import { FramePacer } from './framePacer';
import { isTooLong, listCut, plainEnd } from './longBlocks';
import { cutBlocks, type Block, type References } from './markdown';
import { OpenFence } from './openFence';
import { PlainText } from './plainText';
import { portion } from './portion';
import { closeMarks } from './unfinished';

interface DrawnBlock {
  readonly raw: string;
  readonly element: HTMLElement;
  /** The link definitions that were known when it was drawn. */
  readonly links: string;
  /** The number of the first item, where a list goes on. */
  readonly number?: number;
}

/** Blocks at the end that later text can still change: the last one, and one that it may yet join. */
const openBlocks = 2;
/** Blocks that are laid out together: with each that comes, the browser looks at the others here and at the parts. */
const blocksTogether = 32;
/** Changes whenever a definition comes or, while it is being written, grows. */
function signature(references: References): string {
  const all = Object.values(references);
  return `${all.length} ${all.reduce((sum, { href }) => sum + href.length, 0)}`;
}

function startAt(block: Block | undefined, number: number | undefined): void {
  const list = block?.kind === 'rich' ? block.tokens[0] : undefined;
  if (list?.type === 'ordered_list_open' && number !== undefined) list.attrSet('start', String(number));
}

/**
 * Markdown that grows. Blocks that later text can no longer change are settled and never looked at again, so
 * drawing costs what the open end costs, not what the whole answer costs.
 */
export class StreamingMarkdown {
  readonly element = el('div', { class: 'markdown' });
  #source = '';
  /** What has arrived and was not taken up yet. */
  #arrived = '';
  /** The part of the source after the settled blocks. */
  #open = '';
  #references: References = {};
  #blocks: DrawnBlock[] = [];
  #settled = 0;
  /** Code or plain text that is being written, past the Markdown. */
  #fence: OpenFence | undefined;
  #plain: PlainText | undefined;
  /** The number of the first item, where a list goes on that was cut. */
  #listGoesOn: { readonly number?: number } | undefined;
  #ended = false;
  readonly #pacer = new FramePacer(() => this.#draw());

  constructor(
    private readonly text: ViewText,
    private readonly onDrawn: () => void,
  ) {}

  /** Adds text at the end; it is drawn with the next frame. */
  append(text: string): void {
    this.#source += text;
    this.#arrived += text;
    this.#ended = false;
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
   * Draws everything now, as one whole text; of a very long one the beginning, and the rest in the coming frames.
   * Sets right what could not be known earlier, such as a link defined at the very end.
   */
  finish(): void {
    this.#pacer.cancel();
    this.#ended = true;
    this.#draw();
  }

  dispose(): void {
    this.#pacer.cancel();
  }

  /** Nothing is settled any more; the blocks stay on the page, to be brought in line with `source`. */
  #startOver(source: string): void {
    this.#source = source;
    this.#arrived = source;
    this.#open = '';
    this.#settled = 0;
    this.#references = {};
    this.#fence = undefined;
    this.#plain = undefined;
    this.#listGoesOn = undefined;
    this.#ended = false;
  }

  #draw(): void {
    const end = portion(this.#arrived);
    this.#takeUp(this.#arrived.slice(0, end));
    this.#arrived = this.#arrived.slice(end);
    if (this.#arrived !== '') this.#pacer.request();
    else if (this.#ended) this.#end();
    this.onDrawn();
  }

  #takeUp(text: string): void {
    // A line end that is split between two pieces becomes one when its second half is here.
    this.#open = (this.#open + text).replace(/\r\n|\r(?!$)/g, '\n');
    while (this.#goOn());
  }

  /** One step through the open end. Says whether there is another. */
  #goOn(): boolean {
    if (this.#fence) return this.#growFence(this.#fence);
    if (this.#plain) return this.#growPlain(this.#plain);
    const { blocks, references } = this.#cut(this.#open);
    const long = blocks.findIndex((block) => isTooLong(block) || listCut(block) !== undefined);
    if (long >= 0) return this.#settleLong(blocks, long, references);
    const last = blocks.at(-1);
    if (last?.kind === 'code' && last.openFence) return this.#startFence(blocks, last, references);
    this.#reconcile(this.#ended ? blocks : this.#readable(blocks), references);
    this.#settle(blocks.slice(0, -openBlocks), blocks.at(-openBlocks)?.start ?? 0);
    return false;
  }

  #cut(source: string): ReturnType<typeof cutBlocks> {
    const parsed = cutBlocks(source, this.#references);
    startAt(parsed.blocks[0], this.#listGoesOn?.number);
    return parsed;
  }

  #settleLong(blocks: readonly Block[], long: number, references: References): boolean {
    const block = blocks[long];
    if (block === undefined) return false;
    const before = blocks.slice(0, long);
    if (before.length > 0) {
      this.#reconcile(before, references);
      this.#settle(before, block.start);
      return true;
    }
    const cut = listCut(block);
    if (cut) {
      const parts = this.#cut(this.#open.slice(block.start, block.start + cut.at)).blocks;
      this.#reconcile(parts, references);
      this.#settle(parts, block.start + cut.at);
      this.#listGoesOn = cut;
      return true;
    }
    const plain = new PlainText('');
    this.#reconcile([{ kind: 'plain', raw: '', start: block.start }], references);
    this.#blocks[this.#settled]?.element.replaceChildren(plain.element);
    this.#settle([block], block.start);
    this.#plain = plain;
    return true;
  }

  #startFence(
    blocks: readonly Block[],
    fence: Extract<Block, { kind: 'code' }>,
    references: References,
  ): boolean {
    const line = this.#open.indexOf('\n', fence.start);
    // The line with the language has not ended: it may still grow.
    const shown = line < 0 ? blocks : [...blocks.slice(0, -1), { ...fence, text: '' }];
    this.#reconcile(shown, references);
    if (line < 0 || fence.openFence === undefined) return false;
    this.#settle(blocks, line + 1);
    const code = this.#blocks.at(-1)?.element.querySelector('.code');
    if (code) this.#fence = new OpenFence(code, fence.openFence.marks, fence.openFence.indent);
    return code !== null;
  }

  #growFence(fence: OpenFence): boolean {
    const after = fence.append(this.#open);
    this.#open = after ?? '';
    if (after === undefined) return false;
    this.#fence = undefined;
    return after !== '';
  }

  #growPlain(plain: PlainText): boolean {
    // Its beginning may hold an empty line; only one after a certain length ends it.
    const before = plain.lastLine;
    const found = before === undefined ? plainEnd(this.#open) : plainEnd(before + this.#open, 0);
    const grown = found < 0 ? -1 : found - (before ?? '').length;
    const end = grown < 0 ? this.#open.length : grown;
    plain.append(this.#open.slice(0, end));
    this.#open = this.#open.slice(end);
    if (grown < 0) return false;
    this.#plain = undefined;
    return this.#open !== '';
  }

  /** The blocks as they are best shown while the last of them is still being written. */
  #readable(blocks: readonly Block[]): readonly Block[] {
    const last = blocks.at(-1);
    if (last?.kind !== 'rich') return blocks;
    const closed = closeMarks(last.raw);
    if (closed === last.raw) return blocks;
    return [...blocks.slice(0, -1), ...this.#cut(closed).blocks];
  }

  /** Brings the blocks after the settled ones in line with `blocks`. */
  #reconcile(blocks: readonly Block[], references: References): void {
    const links = signature(references);
    blocks.forEach((block, index) => {
      const at = this.#settled + index;
      const goesOn = index === 0 ? this.#listGoesOn : undefined;
      const drawing = {
        raw: block.raw,
        links,
        ...(goesOn?.number === undefined ? {} : { number: goesOn.number }),
      };
      const drawn = this.#blocks[at];
      if (drawn === undefined) {
        const element = createBlock(block, references, this.text);
        this.#partOf(at).append(element);
        this.#blocks.push({ ...drawing, element });
      } else if (drawn.raw !== block.raw || (drawn.links !== links && block.raw.includes('['))) {
        updateBlock(drawn.element, block, references, this.text);
        this.#blocks[at] = { ...drawing, element: drawn.element };
      } else return;
      const classes = this.#blocks[at]?.element.classList;
      classes?.toggle('goes-on', goesOn !== undefined);
      classes?.toggle('headed', block.kind === 'rich' && block.tokens[0]?.type === 'heading_open');
    });
    for (const surplus of this.#blocks.splice(this.#settled + blocks.length)) {
      const part = surplus.element.parentElement;
      surplus.element.remove();
      if (part?.childElementCount === 0) part.remove();
    }
  }

  #partOf(at: number): Element {
    const known = this.element.children[Math.floor(at / blocksTogether)];
    if (known) return known;
    const part = el('div', { class: 'part' });
    this.element.append(part);
    return part;
  }

  /** @param end where the part that is settled with these blocks ends in the open source. */
  #settle(blocks: readonly Block[], end: number): void {
    if (end === 0 && blocks.length === 0) return;
    const source = this.#open.slice(0, end);
    // A definition draws nothing, so it is found here, and only here is it whole.
    if (source.includes(']:')) this.#references = cutBlocks(source, this.#references).references;
    this.#open = this.#open.slice(end);
    this.#settled += blocks.length;
    if (blocks.length > 0) this.#listGoesOn = undefined;
  }

  /** Sets right what the end of the text has decided. */
  #end(): void {
    this.#fence?.finish();
    const { references } = cutBlocks(this.#fence || this.#plain ? '' : this.#open, this.#references);
    const links = signature(references);
    this.#blocks.forEach((drawn, at) => {
      if (drawn.links === links || !drawn.raw.includes('[')) return;
      const [block] = cutBlocks(drawn.raw, references).blocks;
      startAt(block, drawn.number);
      if (block?.kind === 'rich') updateBlock(drawn.element, block, references, this.text);
      this.#blocks[at] = { ...drawn, links };
    });
  }
}
