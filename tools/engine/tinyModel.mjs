import { writeFile } from 'node:fs/promises';
import { BOS, buildChain, END_OF_TURN, EOS } from './chain.mjs';
import { ANSWER, CONTINUATIONS } from './demoText.mjs';
import { encodeGguf, value } from './gguf.mjs';

/** The one attention head has no part in the answer; it is as small as llama.cpp likes. */
const HEAD = 64;
const FEED_FORWARD = 64;
const CONTEXT_LENGTH = 32_768;
/** How far the one next token stands above all others: enough for any temperature that a client may ask for. */
const LOGIT_GAP = 40;
const EPSILON = 1e-5;

/** ChatML, as ALIA and Salamandra use it. */
const CHAT_TEMPLATE =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/**
 * Writes a model that llama.cpp runs like any other, yet which nobody trained: attention and feed-forward add
 * nothing, each embedding is a unit vector, and the output matrix holds which token comes next. So its text is known
 * beforehand, the same at every temperature, and says what it is.
 *
 * @param {string} file
 * @param {{ endless?: boolean }} [options] see buildChain
 * @returns {Promise<void>}
 */
export async function writeTinyModel(file, options) {
  const chain = buildChain(ANSWER, CONTINUATIONS, options);
  await writeFile(file, encodeGguf(metadata(chain), tensors(chain)));
}

/** @param {number} tokens @returns {number} the size of the vectors: one direction for each token */
function dimension(tokens) {
  return Math.ceil(tokens / HEAD) * HEAD;
}

/** @param {import('./chain.mjs').Chain} chain */
function metadata({ tokens, types }) {
  return {
    'general.architecture': value.string('llama'),
    'general.name': value.string('aliada-demo'),
    'general.license': value.string('apache-2.0'),
    'general.file_type': value.uint32(1),
    'llama.block_count': value.uint32(1),
    'llama.context_length': value.uint32(CONTEXT_LENGTH),
    'llama.embedding_length': value.uint32(dimension(tokens.length)),
    'llama.feed_forward_length': value.uint32(FEED_FORWARD),
    'llama.attention.head_count': value.uint32(1),
    'llama.attention.head_count_kv': value.uint32(1),
    'llama.attention.key_length': value.uint32(HEAD),
    'llama.attention.value_length': value.uint32(HEAD),
    'llama.attention.layer_norm_rms_epsilon': value.float32(EPSILON),
    'llama.rope.dimension_count': value.uint32(HEAD),
    'llama.vocab_size': value.uint32(tokens.length),
    'tokenizer.ggml.model': value.string('llama'),
    'tokenizer.ggml.pre': value.string('default'),
    'tokenizer.ggml.tokens': value.strings(tokens),
    'tokenizer.ggml.scores': value.float32s(tokens.map((_, id) => -id)),
    'tokenizer.ggml.token_type': value.int32s(types),
    'tokenizer.ggml.unknown_token_id': value.uint32(0),
    'tokenizer.ggml.bos_token_id': value.uint32(BOS),
    'tokenizer.ggml.eos_token_id': value.uint32(EOS),
    'tokenizer.ggml.eot_token_id': value.uint32(END_OF_TURN),
    'tokenizer.ggml.add_bos_token': value.bool(true),
    'tokenizer.ggml.add_eos_token': value.bool(false),
    'tokenizer.ggml.add_space_prefix': value.bool(false),
    'tokenizer.chat_template': value.string(CHAT_TEMPLATE),
  };
}

/**
 * @param {import('./chain.mjs').Chain} chain
 * @returns {import('./gguf.mjs').Tensor[]}
 */
function tensors({ next }) {
  const size = dimension(next.length);
  const embedding = new Float32Array(size * next.length);
  const output = new Float32Array(size * next.length);
  // The norm before the output makes a unit vector √size long; its weight brings it back to one.
  const norm = Math.sqrt(1 / size + EPSILON);
  next.forEach((follower, token) => {
    embedding[token * size + token] = 1;
    output[follower * size + token] = LOGIT_GAP;
  });
  /** @param {string} name @param {number[]} shape */
  const zeros = (name, ...shape) => ({
    name,
    shape,
    data: new Float32Array(shape.reduce((a, b) => a * b, 1)),
  });
  /** @param {string} name @param {number} fill */
  const vector = (name, fill) => ({ name, shape: [size], data: new Float32Array(size).fill(fill) });
  return [
    { name: 'token_embd.weight', shape: [size, next.length], data: embedding },
    vector('blk.0.attn_norm.weight', 1),
    zeros('blk.0.attn_q.weight', size, HEAD),
    zeros('blk.0.attn_k.weight', size, HEAD),
    zeros('blk.0.attn_v.weight', size, HEAD),
    zeros('blk.0.attn_output.weight', HEAD, size),
    vector('blk.0.ffn_norm.weight', 1),
    zeros('blk.0.ffn_gate.weight', size, FEED_FORWARD),
    zeros('blk.0.ffn_up.weight', size, FEED_FORWARD),
    zeros('blk.0.ffn_down.weight', FEED_FORWARD, size),
    vector('output_norm.weight', norm),
    { name: 'output.weight', shape: [size, next.length], data: output },
  ];
}
