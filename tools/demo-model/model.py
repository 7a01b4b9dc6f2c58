"""The demonstration model: the Llama architecture, small."""

import math

import torch
import torch.nn.functional as functional
from torch import nn

CONFIG = {
    "width": 192,
    "layers": 6,
    "heads": 6,
    "pairs": 3,
    "forward": 512,
    "context": 896,
    "base": 10000.0,
}


class RootMeanSquare(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.weight


def turned(x, cos, sin):
    """Rotary positions over neighbouring pairs: llama.cpp's order for this architecture."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, self.heads, self.pairs = config["width"], config["heads"], config["pairs"]
        self.size = width // self.heads

        def linear(inner, outer):
            return nn.Linear(inner, outer, bias=False)

        self.before_attention = RootMeanSquare(width)
        self.before_forward = RootMeanSquare(width)
        self.query = linear(width, width)
        self.key = linear(width, self.size * self.pairs)
        self.value = linear(width, self.size * self.pairs)
        self.output = linear(width, width)
        self.gate = linear(width, config["forward"])
        self.up = linear(width, config["forward"])
        self.down = linear(config["forward"], width)

    def split(self, x, count):
        return x.view(x.shape[0], x.shape[1], count, self.size).transpose(1, 2)

    def forward(self, x, cos, sin, mask):
        h = self.before_attention(x)
        q = turned(self.split(self.query(h), self.heads), cos, sin)
        share = self.heads // self.pairs
        k = turned(self.split(self.key(h), self.pairs), cos, sin).repeat_interleave(share, 1)
        v = self.split(self.value(h), self.pairs).repeat_interleave(share, 1)
        scores = (q @ k.transpose(-1, -2) / math.sqrt(self.size) + mask).softmax(-1)
        x = x + self.output((scores @ v).transpose(1, 2).reshape(x.shape))
        h = self.before_forward(x)
        return x + self.down(functional.silu(self.gate(h)) * self.up(h))


class Llama(nn.Module):
    def __init__(self, config, vocabulary, longest):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, config["width"])
        self.blocks = nn.ModuleList(Block(config) for _ in range(config["layers"]))
        self.last = RootMeanSquare(config["width"])
        for weights in self.parameters():
            if weights.dim() > 1:
                nn.init.normal_(weights, 0, 0.02)
        for block in self.blocks:
            for weights in (block.output.weight, block.down.weight):
                nn.init.normal_(weights, 0, 0.02 / math.sqrt(2 * config["layers"]))
        size = config["width"] // config["heads"]
        speeds = 1.0 / (config["base"] ** (torch.arange(0, size, 2).float() / size))
        angles = torch.outer(torch.arange(longest).float(), speeds)
        self.cos, self.sin = angles.cos(), angles.sin()
        self.mask = torch.triu(torch.full((longest, longest), -1e9), 1)

    def states(self, tokens):
        """The last layer's states, before the vocabulary."""
        length = tokens.shape[1]
        x = self.embedding(tokens)
        for block in self.blocks:
            x = block(x, self.cos[:length], self.sin[:length], self.mask[:length, :length])
        return self.last(x)

    def logits(self, states):
        return states @ self.embedding.weight.T
