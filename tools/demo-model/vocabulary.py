"""Trains the vocabulary of the demonstration model: SentencePiece BPE, as ALIA's and Salamandra's is, but of 1,500 pieces.

    /usr/bin/python3 tools/demo-model/vocabulary.py TEXTS.jsonl OUT.model

What joins names in code is a piece of its own (GLUE), so that a name is cut in the same way wherever it stands: a small
model copies a name only where it sees the same pieces again.
"""

import json
import sys

import sentencepiece

SIZE = 1500

MARKS = ["<|im_start|>", "<|im_end|>"]
GLUE = (
    ["\n" + " " * width for width in (0, 2, 4, 6, 8, 12)]
    + ["def ", "class ", "return ", "for ", "while ", "if ", "not ", "self.", "self, ", "range(", "len(", "print(", "sorted("]
    + ["function ", "const ", "let ", "this.", "console.log(", "throw new Error(", "raise ValueError(", "else"]
    + [" in ", " of ", " = ", " += ", " -= ", " *= ", " > ", " < ", " >= ", " == ", " != ", " === ", " !== ", " + ", " - ", " * "]
    + [".append(", ".push(", ".split(", ".get(", ".length", "++", " ?? ", "[...", " {", "}", "{}", "[]", "[", "]", "(", ")", "):"]
    + [");", "();", ";", ", ", " `", "`", "_", '"', "1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. ", "9. "]
)


def main() -> None:
    texts, model = sys.argv[1:3]
    sentences = []
    with open(texts, encoding="utf-8") as lines:
        for line in lines:
            example = json.loads(line)
            sentences.append(example["prompt"] + example["answer"])
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_prefix=model.removesuffix(".model"),
        model_type="bpe",
        vocab_size=SIZE,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        add_dummy_prefix=False,
        user_defined_symbols=MARKS + [symbol.replace(" ", "\u2581") for symbol in GLUE],
        max_sentence_length=16384,
        character_coverage=1.0,
        minloglevel=1,
    )


if __name__ == "__main__":
    main()
