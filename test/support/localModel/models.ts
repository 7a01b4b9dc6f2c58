/** Small GGUF files: a header that llama.cpp would read, and nothing behind it. */

/** As Salamandra 2B's header has it, with the texts of a vocabulary in between. */
const salamandraHeader = {
  'general.architecture': 'llama',
  'llama.block_count': 24,
  'llama.context_length': 8_192,
  'llama.embedding_length': 2_048,
  'llama.attention.head_count': 16,
  'llama.attention.head_count_kv': 16,
  'tokenizer.ggml.tokens': ['<unk>', '<s>', '</s>', 'ñandú'],
  'tokenizer.chat_template': '{{ messages }}',
} as const;

/** @param padding bytes behind the header, in place of the weights. */
export function ggufFile(
  header: Readonly<Record<string, string | number | readonly string[]>> = salamandraHeader,
  padding = 0,
): Buffer {
  const entries = Object.entries(header).map(([key, value]) => Buffer.concat([text(key), typed(value)]));
  const start = Buffer.concat([Buffer.from('GGUF'), u32(3), u64(0), u64(entries.length)]);
  return Buffer.concat([start, ...entries, Buffer.alloc(padding, 'weights ')]);
}

function typed(value: string | number | readonly string[]): Buffer {
  if (typeof value === 'string') return Buffer.concat([u32(8), text(value)]);
  if (typeof value === 'number') return Buffer.concat([u32(4), u32(value)]);
  return Buffer.concat([u32(9), u32(8), u64(value.length), ...value.map(text)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
