"""Writes the reader as an ONNX graph with int8 weights for ONNX Runtime.

    python3 export_reader.py --weights weights.pt --data DIR --backbone DIR --out reader.onnx

The graph is built node by node from ONNX Runtime's fused operators. Every matrix of the encoder is int8
with a scale a column; what goes into it is quantised at run time. Before, the largest channels of an
input are made smaller and the matrix's rows larger to match (SmoothQuant, Xiao et al. 2022), by what
two dozen training examples show. The word embeddings are int8 with a scale a row; the rest is float32.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import reader_data as data
from reader_metrics import passage_windows
from reader_model import EPSILON, HEADS, LAYERS, WIDTH, forward
from reader_text import WordPieces

EXPONENT = 0.65
EXAMPLES = 24
MICROSOFT = "com.microsoft"


def channel_maxima(weights, inputs):
    """The largest magnitude of each input channel of each matrix over `inputs`."""
    maxima = {}

    def record(name, value):
        most = value.detach().float().abs().amax(dim=tuple(range(value.dim() - 1)))
        maxima[name] = torch.maximum(maxima[name], most) if name in maxima else most

    with torch.no_grad():
        for ids, types in inputs:
            ids, types = torch.from_numpy(ids)[None], torch.from_numpy(types)[None]
            forward(weights, ids, types, torch.ones_like(ids, dtype=torch.bool), record)
    return {name: most.numpy() for name, most in maxima.items()}


def smoothing(maxima, matrix, exponent):
    """Factor of each input channel: the input is divided by it, the matrix multiplied."""
    factor = np.maximum(maxima, 1e-4) ** exponent / np.maximum(np.abs(matrix).max(0), 1e-4) ** (1 - exponent)
    return (factor / np.exp(np.log(factor).mean())).astype(np.float32)


def int8_rows(matrix):
    """Signed bytes and a scale for each row."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / 127
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


class Graph:
    """Collects nodes and constants; a node's output is named after it."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, kind, inputs, name, outputs=None, domain="", **attributes):
        outputs = outputs or [name]
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=f"{name}/{kind}", domain=domain, **attributes))
        return outputs[0] if len(outputs) == 1 else outputs

    def quantised(self, name, value, matrix, bias, outputs):
        """`value` times the transposed int8 `matrix` plus `bias`."""
        whole, scale = int8_rows(matrix)
        inputs = [value, self.constant(name + ".weight", whole.T), self.constant(name + ".scale", scale)]
        inputs += [self.constant(name + ".zero", np.zeros(len(scale), np.int8)), self.constant(name + ".bias", bias)]
        return self.node("DynamicQuantizeMatMul", inputs, outputs, domain=MICROSOFT)


def build(weights, maxima, exponent=EXPONENT):
    """The model; `maxima` by `channel_maxima`."""
    w = {name: value.detach().float().numpy().copy() for name, value in weights.items()}
    g = Graph()
    hidden = _embedded(g, w)
    for layer in range(LAYERS):
        hidden = _layer(g, w, maxima, exponent, f"{layer}.", hidden)
    _heads(g, w, hidden)
    text = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"])
    logits = lambda name, shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    graph = helper.make_graph(
        g.nodes,
        "reader",
        [text("input_ids"), text("token_type_ids")],
        [logits("start", [1, "n"]), logits("end", [1, "n"]), logits("relevance", [1])],
        g.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, producer_name="kepu reader", ir_version=8)


def _embedded(g, w):
    table, scale = int8_rows(w["word"])
    rows = g.node("Gather", [g.constant("word", table), "input_ids"], "word.rows")
    scales = g.node("Gather", [g.constant("word.scale", scale[:, None]), "input_ids"], "word.scales")
    words = g.node("Mul", [g.node("Cast", [rows], "word.float", to=TensorProto.FLOAT), scales], "words")
    types = g.node("Gather", [g.constant("type", w["type"]), "token_type_ids"], "types")
    length = g.node("Shape", ["input_ids"], "length", start=1, end=2)
    zero = g.constant("zero", np.zeros(1, np.int64))
    positions = g.node("Slice", [g.constant("position", w["position"]), zero, length, zero], "positions")
    summed = g.node("Add", [g.node("Add", [words, positions], "placed"), types], "embedded")
    norm = [g.constant(f"norm.{part}", w[f"norm.{part}"]) for part in ("weight", "bias")]
    return g.node("LayerNormalization", [summed, *norm], "hidden", axis=-1, epsilon=EPSILON)


def _layer(g, w, maxima, exponent, p, hidden):
    # The inputs of `out` are scaled by scaling the values that attention averages: no work at run time.
    factor = smoothing(maxima[p + "out"], w[p + "out.weight"], exponent)
    w[p + "out.weight"] *= factor
    w[p + "qkv.weight"][2 * WIDTH :] /= factor[:, None]
    w[p + "qkv.bias"][2 * WIDTH :] /= factor

    qkv = _smoothed(g, w, maxima, exponent, p + "qkv", hidden)
    parts = [p + part for part in ("query", "key", "value")]
    g.node("Split", [qkv], p + "split", parts, axis=2)
    context = g.node("MultiHeadAttention", parts, p + "context", domain=MICROSOFT, num_heads=HEADS)
    attended = g.quantised(p + "out", context, w[p + "out.weight"], w[p + "out.bias"], p + "attended")
    hidden = _added(g, w, p + "norm1", attended, hidden)

    inner = _smoothed(g, w, maxima, exponent, p + "up", hidden)
    inner = g.node("Gelu", [inner], p + "gelu", domain=MICROSOFT)
    return _added(g, w, p + "norm2", _smoothed(g, w, maxima, exponent, p + "down", inner), hidden)


def _smoothed(g, w, maxima, exponent, name, value):
    factor = smoothing(maxima[name], w[name + ".weight"], exponent)
    even = g.node("Mul", [value, g.constant(name + ".even", 1 / factor)], name + ".input")
    return g.quantised(name, even, w[name + ".weight"] * factor, w[name + ".bias"], name + ".output")


def _added(g, w, name, value, hidden):
    norm = [g.constant(f"{name}.{part}", w[f"{name}.{part}"]) for part in ("weight", "bias")]
    return g.node("SkipLayerNormalization", [value, hidden, *norm], name, domain=MICROSOFT, epsilon=EPSILON)


def _heads(g, w, hidden):
    span = g.node("MatMul", [hidden, g.constant("span.weight", w["span.weight"].T)], "span.product")
    span = g.node("Add", [span, g.constant("span.bias", w["span.bias"])], "span")
    g.node("Split", [span], "spans", ["start.column", "end.column"], axis=2)
    last = g.constant("last", np.array([2], np.int64))
    for name in ("start", "end"):
        g.node("Squeeze", [name + ".column", last], name)
    first = g.node("Gather", [hidden, g.constant("first", np.array(0, np.int64))], "state", axis=1)
    for name, activation in (("pool", "Tanh"), ("relevance", None)):
        product = [first, g.constant(name + ".weight", w[name + ".weight"]), g.constant(name + ".bias", w[name + ".bias"])]
        first = g.node("Gemm", product, name + ".product", transB=1)
        first = g.node(activation, [first], name) if activation else first
    g.node("Squeeze", [first, g.constant("column", np.array([1], np.int64))], "relevance")


def calibration_inputs(pieces, data_dir, count=EXAMPLES):
    """Windows of training passages with their questions."""
    corpus = data.reading_corpus(pieces, data_dir / "cmrc2018_train", lambda i: data.hash_byte(i) < 16)
    questions = data.reading_questions(corpus, data_dir / "cmrc2018_train", "cmrc")
    inputs = []
    for q in questions[:: max(1, len(questions) // count)][:count]:
        passage = corpus.passages[q.passage]
        inputs.append(passage_windows(pieces, pieces.encode(q.text)[0], passage.head_ids, passage.ids)[0][1:3])
    return inputs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--exponent", type=float, default=EXPONENT)
    args = parser.parse_args()
    pieces = WordPieces(args.backbone / "bge-small-zh-v1.5-tokenizer.json")
    weights = torch.load(args.weights)
    maxima = channel_maxima(weights, calibration_inputs(pieces, args.data))
    model = build(weights, maxima, args.exponent)
    onnx.save(model, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
