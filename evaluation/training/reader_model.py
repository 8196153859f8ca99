"""The reader: a 4-layer BERT with heads for start, end and relevance, quick to train on a CPU.

Weights live twice: in float32, where the optimiser adds to them, and in the type in which the matrix
products run: bfloat16 on processors with AVX512-BF16 (four times as fast), float32 on others (where
bfloat16 is fifty times as slow). Residuals and layer norms are float32.
Several processes may train one set of weights in shared memory, each a step at a time.
"""

import math
from contextlib import nullcontext
from multiprocessing import Value

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

LAYERS, WIDTH, HEADS, EPSILON = 4, 512, 8, 1e-12
FROZEN = ("word", "position")
FRESH = ("type", "span.weight", "span.bias", "pool.weight", "pool.bias", "relevance.weight", "relevance.bias")
CHUNK = 1 << 18  # elements that the optimiser handles at a time, so that they stay in the cache


def load_backbone(onnx_file, seed=0):
    """bge-small-zh-v1.5 from its ONNX file, with fresh heads and two more token types."""
    graph = onnx.load(onnx_file).graph
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    matrices = {n.name: raw[n.input[1]].T for n in graph.node if n.op_type == "MatMul" and n.input[1] in raw}
    random = np.random.default_rng(seed)

    def noise(*shape, scale=0.02):
        return random.normal(0, scale, shape).astype(np.float32)

    types = np.repeat(raw["embeddings.token_type_embeddings.weight"][:1], 4, axis=0)
    types[1:] += noise(3, WIDTH)
    weights = {
        "word": raw["embeddings.word_embeddings.weight"],
        "position": raw["embeddings.position_embeddings.weight"],
        "type": types,
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        old, new = f"encoder.layer.{layer}.", f"{layer}."
        parts = [f"attention.self.{name}" for name in ("query", "key", "value")]
        slashed = f"/encoder/layer.{layer}/"
        weights[new + "qkv.weight"] = np.concatenate(
            [matrices[f"{slashed}{p.replace('.', '/')}/MatMul"] for p in parts]
        )
        weights[new + "qkv.bias"] = np.concatenate([raw[f"{old}{p}.bias"] for p in parts])
        for name, path in (
            ("out", "attention.output.dense"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
        ):
            weights[new + name + ".weight"] = matrices[f"{slashed}{path.replace('.', '/')}/MatMul"]
            weights[new + name + ".bias"] = raw[f"{old}{path}.bias"]
        for name, path in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
            weights[new + name + ".weight"] = raw[f"{old}{path}.weight"]
            weights[new + name + ".bias"] = raw[f"{old}{path}.bias"]
    weights["span.weight"] = noise(2, WIDTH)
    weights["span.bias"] = np.zeros(2, np.float32)
    # The first hidden state goes through a small layer of its own before it is judged.
    weights["pool.weight"] = np.eye(WIDTH, dtype=np.float32) + noise(WIDTH, WIDTH, scale=0.005)
    weights["pool.bias"] = np.zeros(WIDTH, np.float32)
    weights["relevance.weight"] = noise(1, WIDTH)
    weights["relevance.bias"] = np.zeros(1, np.float32)
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in weights.items()}


def load_reader(onnx_file):
    """An exported reader, to go on from: its bytes times their scales, without what evened them out."""
    raw = {i.name: numpy_helper.to_array(i) for i in onnx.load(onnx_file).graph.initializer}
    weights = {}
    for name, value in raw.items():
        if name == "word":
            weights[name] = value * raw["word.scale"]
        elif name.endswith(".weight") and value.dtype == np.int8:
            whole = (value * raw[name[: -len("weight")] + "scale"]).T
            even = raw.get(name[: -len("weight")] + "even")
            weights[name] = whole if even is None else whole * even
        elif name == "span.weight":
            weights[name] = value.T
        elif name.endswith((".weight", ".bias")) or name in ("type", "position"):
            weights[name] = value
    return {name: torch.tensor(np.ascontiguousarray(value, np.float32)) for name, value in weights.items()}


def encode(w, ids, types, keep, record=None):
    """Hidden states of shape [batch, tokens, WIDTH].

    `keep` is True where a token is real. The matrices in `w` decide the precision of the products.
    `record`, if given, is called with the name and the input of each matrix.
    """
    batch, length = ids.shape
    narrow = w["0.qkv.weight"].dtype
    x = F.embedding(ids, w["word"]) + w["position"][:length]
    # A product, because the gradient of a lookup in four rows is slow.
    x = x + F.one_hot(types, 4).to(w["type"].dtype) @ w["type"]
    x = F.layer_norm(x.float(), (WIDTH,), w["norm.weight"], w["norm.bias"], EPSILON)
    mask = None if keep.all() else torch.where(keep, 0.0, -1e4)[:, None, None, :].to(narrow)

    def linear(name, value):
        if record:
            record(name, value)
        return F.linear(value, w[name + ".weight"], w[name + ".bias"])

    for layer in range(LAYERS):
        p = f"{layer}."
        qkv = linear(p + "qkv", x.to(narrow)).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0] * (1 / math.sqrt(WIDTH // HEADS)), qkv[1], qkv[2]
        scores = q @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        context = (F.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = x + linear(p + "out", context).float()
        x = F.layer_norm(x, (WIDTH,), w[p + "norm1.weight"], w[p + "norm1.bias"], EPSILON)
        inner = F.gelu(linear(p + "up", x.to(narrow)))
        x = x + linear(p + "down", inner).float()
        x = F.layer_norm(x, (WIDTH,), w[p + "norm2.weight"], w[p + "norm2.bias"], EPSILON)
    return x


def forward(w, ids, types, keep, record=None):
    """Logits `(start, end)` of shape [batch, tokens] and `relevance` of shape [batch]; see `encode`."""
    x = encode(w, ids, types, keep, record)
    span = F.linear(x, w["span.weight"], w["span.bias"])
    pooled = torch.tanh(F.linear(x[:, 0], w["pool.weight"], w["pool.bias"]))
    relevance = F.linear(pooled, w["relevance.weight"], w["relevance.bias"])[:, 0]
    return span[..., 0], span[..., 1], relevance


def _is_narrow(name):
    """Whether the products with it run in the lesser precision: the encoder's matrices and their biases."""
    return name[0].isdigit() and "norm" not in name


class Trainee:
    """Weights under AdamW, in float32 with a copy of the matrices in `precision` to compute with."""

    def __init__(self, weights, precision, peak=2e-4, fresh_factor=3.0, decay=0.01, clip=1.0):
        self.master = weights
        self.peak, self.fresh_factor, self.decay, self.clip = peak, fresh_factor, decay, clip
        self._steps = Value("q", 0)
        self.buffers = torch.empty(2, CHUNK)
        self.first = {n: torch.zeros_like(t) for n, t in weights.items() if n not in FROZEN}
        self.second = {n: torch.zeros_like(t) for n, t in weights.items() if n not in FROZEN}
        self.work = {}
        for name, value in weights.items():
            if name in FROZEN:
                self.work[name] = value
            else:
                copy = value.to(precision) if _is_narrow(name) else value.detach()
                self.work[name] = copy.requires_grad_()

    def share(self):
        """Puts all that a step changes into shared memory, for processes forked afterwards."""
        for tensors in (self.master, self.first, self.second, self.work):
            for tensor in tensors.values():
                tensor.share_memory_()

    def step(self, factor, lock=nullcontext()):
        """One step of AdamW at `factor` of the peak rate; returns the gradient's norm."""
        norms = [t.grad.float().norm() for t in self.work.values() if t.grad is not None]
        norm = torch.stack(norms).norm().item()
        if math.isfinite(norm):
            with lock, torch.no_grad():
                self._update(factor, min(1.0, self.clip / (norm + 1e-6)))
        self._forget_gradients()
        return norm

    def _update(self, factor, shrink):
        b1, b2, epsilon = 0.9, 0.98, 1e-7
        self.steps += 1
        c1, c2 = 1 - b1**self.steps, 1 - b2**self.steps
        for name, work in self.work.items():
            if work.grad is None:
                continue
            rate = self.peak * factor * (self.fresh_factor if name in FRESH else 1.0)
            decay = self.decay if self.master[name].dim() == 2 and name != "type" else 0.0
            flat = [t.view(-1) for t in (self.master[name], work.grad, self.first[name], self.second[name], work)]
            for at in range(0, flat[0].numel(), CHUNK):
                p, grad, m, v, copy = (t[at : at + CHUNK] for t in flat)
                g, root = self.buffers[0][: len(p)], self.buffers[1][: len(p)]
                g.copy_(grad)
                if shrink < 1:
                    g.mul_(shrink)
                m.lerp_(g, 1 - b1)
                v.mul_(b2).addcmul_(g, g, value=1 - b2)
                torch.sqrt(v, out=root)
                root.add_(epsilon)
                if decay:
                    p.mul_(1 - rate * decay)
                p.addcdiv_(m, root, value=-rate * math.sqrt(c2) / c1)
                if copy.dtype != p.dtype:
                    copy.copy_(p)

    def _forget_gradients(self):
        for work in self.work.values():
            work.grad = None

    @property
    def steps(self):
        """Steps taken, by all processes."""
        return self._steps.value

    @steps.setter
    def steps(self, count):
        self._steps.value = count

    def state(self):
        plain = lambda tensors: {n: t.detach() for n, t in tensors.items()}
        return {"weights": plain(self.master), "first": self.first, "second": self.second, "steps": self.steps}

    def restore(self, state):
        self.steps = state["steps"]
        with torch.no_grad():
            for name, value in state["weights"].items():
                self.master[name].copy_(value)
                if name not in FROZEN:
                    self.first[name].copy_(state["first"][name])
                    self.second[name].copy_(state["second"][name])
                    self.work[name].copy_(value)
