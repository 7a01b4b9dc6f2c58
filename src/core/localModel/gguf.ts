import { InstallError } from './errors';

/** Reads so many bytes of a file from an offset; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

/** What a GGUF file says of its model. */
export interface GgufFacts {
  readonly architecture: string;
  /** What one token of context takes in memory at 16 bits, in bytes. */
  readonly bytesPerToken: number;
  readonly trainedContext: number;
  /** True where it brings a chat template, so that it can be talked to. */
  readonly hasTemplate: boolean;
}

/** How much is read at a time. Arrays, such as the vocabulary, are most of the header and are stepped over. */
const pieceBytes = 1 << 20;
/** A header longer than this is not one. */
const longestHeader = 256 << 20;

/**
 * Reads the header of a GGUF file (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md), as far as the size of
 * its context needs it.
 * @throws InstallError `badModel`
 */
export async function readGguf(readAt: ReadAt): Promise<GgufFacts> {
  const header = new Reader(readAt);
  if ((await header.text(4)) !== 'GGUF') throw new InstallError('badModel');
  const version = await header.u32();
  if (version !== 2 && version !== 3) throw new InstallError('badModel');
  await header.u64();
  const count = await header.u64();
  const values = new Map<string, string | number>();
  for (let index = 0; index < count; index += 1) {
    const key = await header.string();
    const value = await header.value(await header.u32());
    if (value !== undefined) values.set(key, value);
  }
  const architecture = String(values.get('general.architecture') ?? '');
  const number = (name: string): number => Number(values.get(`${architecture}.${name}`) ?? 0);
  const layers = number('block_count');
  const heads = number('attention.head_count');
  const keyHeads = number('attention.head_count_kv') || heads;
  const headSize = number('attention.key_length') || (heads === 0 ? 0 : number('embedding_length') / heads);
  const trainedContext = number('context_length');
  if (layers === 0 || trainedContext === 0) throw new InstallError('badModel', architecture);
  return {
    architecture,
    bytesPerToken: 2 * layers * keyHeads * headSize * 2,
    trainedContext,
    hasTemplate: values.has('tokenizer.chat_template'),
  };
}

/** Bytes of each type of a value, by its number; 8 is a text and 9 an array. */
const sizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};

class Reader {
  private piece: DataView = new DataView(new ArrayBuffer(0));
  private start = 0;
  private at = 0;

  constructor(private readonly readAt: ReadAt) {}

  async u32(): Promise<number> {
    const view = await this.take(4);
    return view.getUint32(0, true);
  }

  async u64(): Promise<number> {
    const view = await this.take(8);
    const value = Number(view.getBigUint64(0, true));
    if (!Number.isSafeInteger(value)) throw new InstallError('badModel');
    return value;
  }

  async text(length: number): Promise<string> {
    const view = await this.take(length);
    return new TextDecoder().decode(view);
  }

  async string(): Promise<string> {
    return this.text(await this.u64());
  }

  /** @returns `undefined` for an array, which is stepped over. */
  async value(type: number): Promise<string | number | undefined> {
    if (type === 8) return this.string();
    if (type === 9) {
      await this.skipArray();
      return undefined;
    }
    const size = sizes[type];
    if (size === undefined) throw new InstallError('badModel');
    const view = await this.take(size);
    switch (type) {
      case 0:
      case 7:
        return view.getUint8(0);
      case 1:
        return view.getInt8(0);
      case 2:
        return view.getUint16(0, true);
      case 3:
        return view.getInt16(0, true);
      case 4:
        return view.getUint32(0, true);
      case 5:
        return view.getInt32(0, true);
      case 6:
        return view.getFloat32(0, true);
      case 12:
        return view.getFloat64(0, true);
      default:
        return Number(view.getBigUint64(0, true));
    }
  }

  private async skipArray(): Promise<void> {
    const type = await this.u32();
    const count = await this.u64();
    const size = sizes[type];
    if (size !== undefined) {
      this.skip(size * count);
      return;
    }
    if (type !== 8 && type !== 9) throw new InstallError('badModel');
    for (let index = 0; index < count; index += 1) {
      if (type === 8) this.skip(await this.u64());
      else await this.skipArray();
    }
  }

  private skip(length: number): void {
    this.at += length;
    if (this.at > longestHeader) throw new InstallError('badModel');
  }

  private async take(length: number): Promise<DataView> {
    if (this.at + length > longestHeader) throw new InstallError('badModel');
    const end = this.start + this.piece.byteLength;
    if (this.at < this.start || this.at + length > end) {
      const read = await this.readAt(this.at, Math.max(length, pieceBytes));
      if (read.byteLength < length) throw new InstallError('badModel');
      this.piece = new DataView(read.buffer, read.byteOffset, read.byteLength);
      this.start = this.at;
    }
    const view = new DataView(this.piece.buffer, this.piece.byteOffset + this.at - this.start, length);
    this.at += length;
    return view;
  }
}
