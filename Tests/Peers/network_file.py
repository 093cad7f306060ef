"""Reads Nabla's network files (Fixtures/networks/*.json) for the scripts of this folder.

A reader of its own: it shares nothing with the Swift code. It expects files that are right,
and numbers come out as the doubles that the decimals of the file round to.
Not a program; the other scripts import it.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[2] / "Fixtures"

ALIASES = {
    "heaviside": "step", "threshold": "step", "indicator": "step",
    "sigmoid": "logistic", "relu": "rectifier",
    "binary-cross-entropy": "cross-entropy", "categorical-cross-entropy": "log-loss",
}


@dataclass(frozen=True)
class Function:
    """An activation or a hypothesis; `parameter` is k, or the rectifier's slope at zero."""
    name: str
    parameter: float


@dataclass(frozen=True)
class Network:
    name: str
    functions: list  # of layers 2...L, the last one is the hypothesis
    cost: str
    l2: float
    l1: float
    weights: list    # weights[0] is W^(2), rows of numbers
    biases: list     # biases[0] is b^(2)
    inputs: list     # one row an example
    targets: list


def read(path):
    """The network in the file at `path`."""
    path = Path(path)
    file = json.loads(path.read_text(), parse_int=float)
    sizes = [int(size) for size in file["sizes"]]
    hidden = file.get("activation", [])
    if not isinstance(hidden, list):
        hidden = [hidden] * (len(sizes) - 2)
    functions = [_function(value) for value in hidden + [file["hypothesis"]]]
    assert len(functions) == len(sizes) - 1, path
    if "data" in file:
        inputs, targets = _table(path.parent / file["data"]["csv"], file["data"])
    else:
        inputs = [example["x"] for example in file["examples"]]
        targets = [_target(example, sizes[-1]) for example in file["examples"]]
    penalty = file.get("penalty", {})
    return Network(
        file.get("name", path.stem), functions, ALIASES.get(file["cost"], file["cost"]),
        penalty.get("l2", 0.0), penalty.get("l1", 0.0),
        file["weights"], file["biases"], inputs, targets)


def read_all():
    """Every network of Fixtures/networks, in the order of their names."""
    return [read(path) for path in sorted((FIXTURES / "networks").glob("*.json"))]


def _function(value):
    if isinstance(value, str):
        value = {"name": value}
    name = ALIASES.get(value["name"], value["name"])
    key, default = {"linear": ("k", 1.0), "step": ("k", 0.0),
                    "rectifier": ("slope-at-zero", 0.0)}.get(name, ("", 0.0))
    return Function(name, value.get(key, default))


def _target(example, outputs):
    if "class" in example:
        return [1.0 if k + 1 == example["class"] else 0.0 for k in range(outputs)]
    return example["y"] if isinstance(example["y"], list) else [example["y"]]


def _table(path, data):
    with open(path, newline="") as lines:
        rows = list(csv.DictReader(lines))
    targets = data["targets"]
    inputs = [[float(v) for key, v in row.items() if key not in targets] for row in rows]
    if not data.get("one-hot"):
        return inputs, [[float(row[key]) for key in targets] for row in rows]
    (column,) = targets
    classes = list(dict.fromkeys(row[column] for row in rows))
    return inputs, [[float(row[column] == name) for name in classes] for row in rows]
