import { Buffer } from 'node:buffer';

/** Types of ggml's tensors that are written here, and of GGUF's values (ggml/docs/gguf.md). */
const GGML = { f32: 0, f16: 1 };
const VALUE = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 };
const ALIGNMENT = 32;

/**
 * @typedef {object} Value
 * @property {keyof typeof VALUE} type
 * @property {Buffer} data
 *
 * @typedef {object} Tensor
 * @property {string} name
 * @property {number[]} shape the fastest-running dimension first
 * @property {Float32Array} data written as 16-bit floats when there are two dimensions
 */

/** Makes a value for GGUF's list of metadata. */
export const value = {
  uint32: (/** @type {number} */ n) => make('uint32', bytes(Uint32Array.of(n))),
  float32: (/** @type {number} */ n) => make('float32', bytes(Float32Array.of(n))),
  bool: (/** @type {boolean} */ b) => make('bool', Buffer.from([b ? 1 : 0])),
  string: (/** @type {string} */ s) => make('string', text(s)),
  strings: (/** @type {string[]} */ list) => array('string', list.length, Buffer.concat(list.map(text))),
  int32s: (/** @type {number[]} */ list) => array('int32', list.length, bytes(Int32Array.from(list))),
  float32s: (/** @type {number[]} */ list) => array('float32', list.length, bytes(Float32Array.from(list))),
};

/**
 * Writes a model file in the GGUF format, version 3, little-endian.
 *
 * @param {Record<string, Value>} metadata
 * @param {Tensor[]} tensors
 * @returns {Buffer}
 */
export function encodeGguf(metadata, tensors) {
  const pairs = Object.entries(metadata);
  const header = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(pairs.length)];
  for (const [key, { type, data }] of pairs) header.push(text(key), uint32(VALUE[type]), data);
  /** @type {Buffer[]} */
  const blobs = [];
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    const half = shape.length > 1;
    const blob = padded(half ? bytes(Uint16Array.from(data, toHalf)) : bytes(data));
    const type = uint32(half ? GGML.f16 : GGML.f32);
    header.push(text(name), uint32(shape.length), ...shape.map(uint64), type, uint64(offset));
    blobs.push(blob);
    offset += blob.length;
  }
  return Buffer.concat([padded(Buffer.concat(header)), ...blobs]);
}

/**
 * @param {Value['type']} type
 * @param {Buffer} data
 * @returns {Value}
 */
function make(type, data) {
  return { type, data };
}

/**
 * @param {Value['type']} of
 * @param {number} length
 * @param {Buffer} data
 * @returns {Value}
 */
function array(of, length, data) {
  return make('array', Buffer.concat([uint32(VALUE[of]), uint64(length), data]));
}

/** @param {NodeJS.ArrayBufferView} view */
function bytes(view) {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

/** @param {number} n */
function uint32(n) {
  return bytes(Uint32Array.of(n));
}

/** @param {number} n */
function uint64(n) {
  return bytes(BigUint64Array.of(BigInt(n)));
}

/** @param {string} s */
function text(s) {
  const utf8 = Buffer.from(s, 'utf8');
  return Buffer.concat([uint64(utf8.length), utf8]);
}

/** @param {Buffer} data */
function padded(data) {
  return Buffer.concat([data, Buffer.alloc((ALIGNMENT - (data.length % ALIGNMENT)) % ALIGNMENT)]);
}

/**
 * @param {number} n zero or of a size between 2⁻¹⁴ and 65504; more bits than a half has are cut off
 * @returns {number} the bits of the 16-bit float
 */
function toHalf(n) {
  if (n === 0) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(n)));
  const mantissa = Math.floor((Math.abs(n) / 2 ** exponent - 1) * 1024);
  return ((n < 0 ? 1 : 0) << 15) | ((exponent + 15) << 10) | mantissa;
}
