"""Writes a model as GGUF, which llama.cpp loads.

    /usr/bin/python3 tools/demo-model/export.py CHECKPOINT VOCABULARY.model OUT.gguf [f16|q8_0]

Without training, with `-` for CHECKPOINT: what is to be learned from has to be tokenised first.

The format: ggml/docs/gguf.md. A matrix whose rows are no multiple of 32 stays F16 where Q8_0 is asked for.
"""

import struct
import sys

import numpy
import sentencepiece
import torch

from model import CONFIG, Llama
from vocabulary import GLUE, MARKS

ALIGNMENT = 32
# Types of values and of tensors, as GGUF numbers them.
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
F32, F16, Q8_0 = 0, 1, 8
FILE_TYPES = {"f16": 1, "q8_0": 7}
# Types of tokens (llama.h).
NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6

TEMPLATE = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] }}"
    "{% if not (loop.last and m['role'] == 'assistant') %}{{ '<|im_end|>\\n' }}{% endif %}{% endfor %}"
    "{% if add_generation_prompt and messages[-1]['role'] != 'assistant' %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


def text(value):
    raw = value.encode("utf-8")
    return struct.pack("<Q", len(raw)) + raw


def uint32(value):
    return struct.pack("<II", UINT32, value)


def float32(value):
    return struct.pack("<If", FLOAT32, value)


def boolean(value):
    return struct.pack("<IB", BOOL, value)


def string(value):
    return struct.pack("<I", STRING) + text(value)


def array(kind, values, encode):
    return struct.pack("<IIQ", ARRAY, kind, len(values)) + b"".join(map(encode, values))


def tokens(vocabulary):
    """The pieces, their scores and their types."""
    own = set(MARKS) | set(GLUE)
    pieces, scores, types = [], [], []
    for index in range(vocabulary.vocab_size()):
        piece = vocabulary.id_to_piece(index)
        plain = piece.replace("\u2581", " ")
        if vocabulary.is_unknown(index):
            kind = UNKNOWN
        elif vocabulary.is_control(index) or piece in MARKS:
            kind = CONTROL
        elif vocabulary.is_byte(index):
            kind = BYTE
        elif plain in own:
            # llama.cpp looks for these in the text as it is, so they have real spaces.
            kind, piece = USER_DEFINED, plain
        else:
            kind = NORMAL
        pieces.append(piece)
        scores.append(vocabulary.get_score(index))
        types.append(kind)
    return pieces, scores, types


def metadata(config, vocabulary, form):
    pieces, scores, types = tokens(vocabulary)
    return {
        "general.architecture": string("llama"),
        "general.name": string("aliada-demo"),
        "general.license": string("apache-2.0"),
        "general.description": string("A demonstration of Aliada, trained on generated text. No assistant."),
        "general.file_type": uint32(FILE_TYPES[form]),
        "llama.block_count": uint32(config["layers"]),
        "llama.context_length": uint32(config["context"]),
        "llama.embedding_length": uint32(config["width"]),
        "llama.feed_forward_length": uint32(config["forward"]),
        "llama.attention.head_count": uint32(config["heads"]),
        "llama.attention.head_count_kv": uint32(config["pairs"]),
        "llama.attention.layer_norm_rms_epsilon": float32(1e-5),
        "llama.rope.dimension_count": uint32(config["width"] // config["heads"]),
        "llama.rope.freq_base": float32(config["base"]),
        "llama.vocab_size": uint32(len(pieces)),
        "tokenizer.ggml.model": string("llama"),
        "tokenizer.ggml.pre": string("default"),
        "tokenizer.ggml.tokens": array(STRING, pieces, text),
        "tokenizer.ggml.scores": array(FLOAT32, scores, lambda score: struct.pack("<f", score)),
        "tokenizer.ggml.token_type": array(INT32, types, lambda kind: struct.pack("<i", kind)),
        "tokenizer.ggml.unknown_token_id": uint32(vocabulary.unk_id()),
        "tokenizer.ggml.bos_token_id": uint32(vocabulary.bos_id()),
        "tokenizer.ggml.eos_token_id": uint32(vocabulary.eos_id()),
        "tokenizer.ggml.eot_token_id": uint32(vocabulary.piece_to_id("<|im_end|>")),
        "tokenizer.ggml.add_bos_token": boolean(1),
        "tokenizer.ggml.add_eos_token": boolean(0),
        "tokenizer.ggml.add_space_prefix": boolean(0),
        "tokenizer.chat_template": string(TEMPLATE),
    }


def encode(values, form):
    """A tensor's type and bytes."""
    if values.ndim == 1:
        return F32, values.astype(numpy.float32).tobytes()
    if form == "f16" or values.shape[1] % 32:
        return F16, values.astype(numpy.float16).tobytes()
    blocks = values.astype(numpy.float32).reshape(-1, 32)
    scales = numpy.abs(blocks).max(axis=1, keepdims=True) / 127
    safe = numpy.where(scales == 0, 1, scales)
    rounded = numpy.round(blocks / safe).astype(numpy.int8)
    packed = numpy.concatenate([scales.astype(numpy.float16).view(numpy.int8), rounded], axis=1)
    return Q8_0, packed.tobytes()


NAMES = {
    "attn_norm": "before_attention.weight",
    "attn_q": "query.weight",
    "attn_k": "key.weight",
    "attn_v": "value.weight",
    "attn_output": "output.weight",
    "ffn_norm": "before_forward.weight",
    "ffn_gate": "gate.weight",
    "ffn_up": "up.weight",
    "ffn_down": "down.weight",
}


def untrained(vocabulary):
    """For the vocabulary alone: what is to be learned from has to be tokenised first."""
    return {"config": CONFIG, "weights": Llama(CONFIG, vocabulary.vocab_size(), 8).state_dict()}


def main():
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=sys.argv[2])
    checkpoint = untrained(vocabulary) if sys.argv[1] == "-" else torch.load(sys.argv[1], map_location="cpu")
    form = sys.argv[4] if len(sys.argv) > 4 else "f16"
    config, weights = checkpoint["config"], checkpoint["weights"]
    tensors = [("token_embd.weight", weights["embedding.weight"]), ("output_norm.weight", weights["last.weight"])]
    for layer in range(config["layers"]):
        for ggml, ours in NAMES.items():
            tensors.append((f"blk.{layer}.{ggml}.weight", weights[f"blocks.{layer}.{ours}"]))

    table, blobs, offset = b"", [], 0
    for name, values in tensors:
        kind, blob = encode(values.float().numpy(), form)
        blob += b"\0" * (-len(blob) % ALIGNMENT)
        shape = b"".join(struct.pack("<Q", size) for size in values.shape[::-1])
        table += text(name) + struct.pack("<I", values.ndim) + shape + struct.pack("<IQ", kind, offset)
        blobs.append(blob)
        offset += len(blob)
    pairs = metadata(config, vocabulary, form)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(pairs))
    head += b"".join(text(key) + value for key, value in pairs.items()) + table
    head += b"\0" * (-len(head) % ALIGNMENT)
    with open(sys.argv[3], "wb") as file:
        file.write(head + b"".join(blobs))
    print(f"{sys.argv[3]}: {len(head) + offset} bytes")


if __name__ == "__main__":
    main()
