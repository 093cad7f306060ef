"""Compares the two oracles: differences at 1200 digits (mpmath) and automatic differentiation (PyTorch).

    python3 Tests/Peers/compare_oracles.py

Prints, for every network, the largest difference of the two costs and gradients, as a share of the
largest entry of that matrix or vector. Exit status 1 if one exceeds 1e-12. Needs nothing but Python.
"""

import json
import sys

from network_file import FIXTURES

LIMIT = 1e-12


def flat(value):
    return [x for item in value for x in flat(item)] if isinstance(value, list) else [value]


def difference(left, right):
    left, right = flat(left), flat(right)
    assert len(left) == len(right)
    scale = max(map(abs, left + right)) or 1.0
    return max(abs(x - y) for x, y in zip(left, right)) / scale


def compare(name):
    """The largest difference of one network, and where it is."""
    folder = FIXTURES / "expected"
    exact = json.loads((folder / f"{name}.json").read_text())
    torch = json.loads((folder / "pytorch" / f"{name}.json").read_text())
    assert len(exact["layers"]) == len(torch["weights"]) == len(torch["biases"])
    found = [(difference(exact["cost"], torch["cost"]), "cost")]
    for layer, W, b in zip(exact["layers"], torch["weights"], torch["biases"]):
        found.append((difference(layer["weights"], W), f"weights of layer {layer['layer']}"))
        found.append((difference(layer["biases"], b), f"biases of layer {layer['layer']}"))
    return max(found)


if __name__ == "__main__":
    names = sorted(path.stem for path in (FIXTURES / "expected" / "pytorch").glob("*.json"))
    results = {name: compare(name) for name in names}
    for name, (size, place) in results.items():
        print(f"{size:8.1e}  {name}, {place}")
    worst = max(results.values())[0]
    print(f"{worst:8.1e}  is the largest of {len(names)} networks, the limit is {LIMIT:.0e}")
    sys.exit(worst > LIMIT)
