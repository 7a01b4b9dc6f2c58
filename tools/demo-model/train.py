"""Trains the demonstration model on tokenised texts.

    /usr/bin/python3 tools/demo-model/train.py DATA OUT.pt --seconds N [--threads 2] [--resume FROM.pt]

DATA.ids has the tokens of all texts (uint16, one after the other), DATA.lengths for each text two numbers (uint32): how
many tokens its prompt has, and how many it has in all. The loss is on the answer, and on some tokens of the prompt.
A checkpoint is written every few minutes: the run may be broken off and taken up again.
"""

import argparse
import math
import random
import sys
import time

import numpy
import torch
import torch.nn.functional as functional

from model import CONFIG, Llama

LONGEST = CONFIG["context"]
TOKENS_A_BATCH = 4096
# Of the prompt's tokens, how many count: the model should know code, not learn instructions by heart.
OF_PROMPT = 0.1
RATE = 2.5e-3


def batches(ids, lengths, starts, rng):
    """Texts of like length together, so that little of a batch is padding."""
    while True:
        order = list(range(len(lengths)))
        rng.shuffle(order)
        for at in range(0, len(order), 2048):
            chunk = sorted(order[at : at + 2048], key=lambda index: lengths[index][1])
            groups, group, longest = [], [], 0
            for index in chunk:
                longest = max(longest, lengths[index][1])
                if group and longest * (len(group) + 1) > TOKENS_A_BATCH:
                    groups.append(group)
                    group, longest = [], lengths[index][1]
                group.append(index)
            groups.append(group)
            rng.shuffle(groups)
            for group in groups:
                yield padded([(ids[starts[i] : starts[i] + lengths[i][1]], lengths[i][0]) for i in group], rng)


def padded(texts, rng):
    # Few different lengths: PyTorch's CPU kernels are made, and kept, for each shape.
    longest = -(-(max(len(tokens) for tokens, _ in texts) - 1) // 16) * 16
    x = torch.zeros(len(texts), longest, dtype=torch.long)
    y = torch.full((len(texts), longest), -1, dtype=torch.long)
    for row, (tokens, prompt) in enumerate(texts):
        all_tokens = torch.from_numpy(tokens.astype(numpy.int64))
        x[row, : len(tokens) - 1] = all_tokens[:-1]
        wanted = all_tokens[1:].clone()
        ignored = torch.rand(len(wanted)) >= OF_PROMPT
        ignored[max(0, prompt - 1) :] = False
        wanted[ignored] = -1
        y[row, : len(tokens) - 1] = wanted
    return x, y


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data")
    options.add_argument("out")
    options.add_argument("--seconds", type=float, required=True)
    options.add_argument("--vocabulary", type=int, default=1500)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--resume")
    options.add_argument("--rate", type=float, help="at the beginning of a leg of its own, from which it falls to the end")
    options.add_argument("--compile", action="store_true", help="PyTorch 2 with a C++ compiler: 1.5 times as fast")
    chosen = options.parse_args()

    torch.set_num_threads(chosen.threads)
    torch.manual_seed(1)
    rng = random.Random(5)
    ids = numpy.fromfile(chosen.data + ".ids", dtype=numpy.uint16)
    lengths = numpy.fromfile(chosen.data + ".lengths", dtype=numpy.uint32).reshape(-1, 2).astype(int)
    starts = numpy.concatenate([[0], numpy.cumsum(lengths[:, 1])[:-1]])
    kept = [index for index in range(len(lengths)) if lengths[index][1] <= LONGEST]
    lengths, starts = lengths[kept].tolist(), starts[kept].tolist()
    print(f"{len(kept)} texts, {sum(length for _, length in lengths)} tokens", flush=True)

    model = Llama(CONFIG, chosen.vocabulary, LONGEST)
    decayed = [weights for weights in model.parameters() if weights.dim() > 1]
    others = [weights for weights in model.parameters() if weights.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.0}], lr=RATE, betas=(0.9, 0.95)
    )
    done, step, seen = 0.0, 0, 0
    if chosen.resume:
        state = torch.load(chosen.resume)
        model.load_state_dict(state["weights"])
        optimizer.load_state_dict(state["optimizer"])
        done, step, seen = state["seconds"], state["step"], state["tokens"]
        rng = random.Random(5 + step)
    print(f"{sum(weights.numel() for weights in model.parameters())} parameters", flush=True)

    def save(seconds):
        state = {"config": CONFIG, "weights": model.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "seconds": seconds, "step": step, "tokens": seen}, chosen.out)

    # One program of all layers, for all shapes of batches.
    states_of = torch.compile(model.states, dynamic=True) if chosen.compile else model.states

    # Time in which the process really ran: a machine that is lent to something else stops the clock too.
    begun, saved, shown, losses = time.process_time(), 0.0, time.time(), []
    source = batches(ids, lengths, starts, rng)
    while True:
        seconds = done + (time.process_time() - begun) / chosen.threads
        if seconds >= chosen.seconds:
            break
        begin = done if chosen.rate else 0.0
        part = (seconds - begin) / (chosen.seconds - begin)
        rate = (chosen.rate or RATE) * min(1, (step + 1) / 100) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * part)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        x, y = next(source)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = states_of(x)
            counted = y >= 0
            loss = functional.cross_entropy(model.logits(states[counted]).float(), y[counted])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        seen += int((x > 0).sum())
        losses.append(loss.item())
        if step % 25 == 0:
            print(f"step {step} {seconds:.0f} s {seen} tokens loss {sum(losses) / len(losses):.4f}", flush=True)
            losses = []
        if seconds - saved > 180:
            save(seconds)
            saved = seconds
    save(chosen.seconds)
    print(f"done: {step} steps, {seen} tokens", flush=True)


if __name__ == "__main__":
    main()
