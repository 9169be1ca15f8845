"""What is the smallest prepared encoder that a test can have?

A vector a letter, and their mean as the vector of a text; made without any model runtime.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from tokenizers import Regex, Tokenizer, models, pre_tokenizers

from diffview.alignment.prepared_model import Prepared, Shape, keep, look_up
from diffview.model import EncoderInfo

INFO = EncoderInfo("tiny", "d" * 64)
WIDTH = 8
LONGEST = 16
LETTERS = "abcdefghijklmnopqrstuvwxyz"
VECTORS = np.random.default_rng(8).standard_normal((len(LETTERS) + 2, WIDTH)).astype(np.float32)


def tiny_prepared(root: Path | None = None) -> Prepared:
    """Put the tiny encoder where prepared encoders are kept, and return it."""
    keep(INFO.digest, _write, root)
    found = look_up(INFO.digest, root)
    assert isinstance(found, Prepared)
    return found


def _write(model: Path, tokenizer: Path) -> Shape:
    letters = Tokenizer(models.WordLevel({"[pad]": 0, "?": 1} | {c: i + 2 for i, c in enumerate(LETTERS)}, "?"))
    letters.pre_tokenizer = pre_tokenizers.Split(Regex(r"\s"), "removed")
    letters.pre_tokenizer = pre_tokenizers.Sequence(
        [letters.pre_tokenizer, pre_tokenizers.Split(Regex("."), "isolated")]
    )
    letters.save(str(tokenizer))
    save(_graph(), str(model))
    return Shape(longest=LONGEST, padding=0)


def _graph() -> object:
    nodes = [
        helper.make_node("Gather", ["vectors", "input_ids"], ["tokens"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
        helper.make_node("Mul", ["tokens", "column"], ["own"]),
        helper.make_node("ReduceSum", ["own", "middle"], ["sentence"], keepdims=0),
    ]
    constants = {"vectors": VECTORS, "last": np.array([2]), "middle": np.array([1])}
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["text", "token"])
        for name in ("input_ids", "attention_mask")
    ]
    results = [
        helper.make_tensor_value_info("sentence", TensorProto.FLOAT, ["text", WIDTH]),
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["text", "token", WIDTH]),
    ]
    values = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "tiny", ids, results, values)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
