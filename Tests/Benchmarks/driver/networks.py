"""The networks of the benchmark, as network files in a temporary folder, and the digits they read.

Digits are read from the gzipped IDX files of a folder where the user gives one; otherwise they are
drawn: a pen that walks over the inner 20×20 of the 28×28 pixels until as many of them carry ink as
in handwritten digits, 19 %, with whole rows and columns of zeros around them.
"""

import gzip
import json
import random
import struct
from pathlib import Path

from measure import ROOT

FIXTURES = ROOT / "Fixtures"
IMAGES, LABELS = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
SIDE, BORDER, INKED = 28, 4, 149  # 149 of 784 pixels are 19 %


def drawn_digit(source):
    """784 bytes, 149 of them not 0."""
    pixels = bytearray(SIDE * SIDE)
    row = column = SIDE // 2
    inked = 0
    while inked < INKED:
        if pixels[row * SIDE + column] == 0:
            pixels[row * SIDE + column] = source.randint(1, 255)
            inked += 1
        row = min(max(row + source.randint(-1, 1), BORDER), SIDE - BORDER - 1)
        column = min(max(column + source.randint(-1, 1), BORDER), SIDE - BORDER - 1)
    return bytes(pixels)


def write_digits(folder, count, packed, seed=1):
    """Writes drawn digits and random labels as IDX files, gzipped or not."""
    source = random.Random(seed)
    images = b"".join(drawn_digit(source) for _ in range(count))
    labels = bytes(source.randrange(10) for _ in range(count))
    for name, header, body in ((IMAGES, struct.pack(">4i", 2051, count, SIDE, SIDE), images),
                               (LABELS, struct.pack(">2i", 2049, count), labels)):
        if packed:
            # A fixed time stamp: the same bytes in every run.
            (folder / f"{name}.gz").write_bytes(gzip.compress(header + body, mtime=0))
        else:
            (folder / name).write_bytes(header + body)


class Networks:
    """Writes network files; equal networks share a file."""

    def __init__(self, folder, digits=None, count=1024, packed=True):
        self.folder, self.ending = Path(folder), ".gz" if packed else ""
        self.source = "drawn digits"
        if digits:
            self.digits, self.source = Path(digits).resolve(), "handwritten digits"
        else:
            self.digits = self.folder
            write_digits(self.folder, count, packed)

    def digits_network(self, sizes, examples, activation="tanh", **settings):
        """softmax with log-loss on the first digits."""
        images, labels = (str(self.digits / (name + self.ending)) for name in (IMAGES, LABELS))
        return self._write(sizes, examples, activation, {
            "data": {"idx-images": images, "idx-labels": labels, "first": examples}}, **settings)

    def training_network(self, sizes, examples):
        """Rectifiers, and weights and biases between −½ and ½."""
        return self.digits_network(sizes, examples, "rectifier", start={
            "distribution": "uniform", "deviation": 0.5, "seed": 7})

    def table_network(self, sizes, examples, activation="tanh"):
        """Gaussian inputs and random classes, written into the file."""
        source = random.Random(2)
        return self._write(sizes, examples, activation, {"examples": [
            {"x": [source.gauss(0, 1) for _ in range(sizes[0])],
             "class": source.randint(1, sizes[-1])} for _ in range(examples)]})

    def square_network(self, size):
        """Two layers: W^(2) is a square matrix, and so are the targets."""
        source = random.Random(3)
        return self._write([size, size], size, None, {"examples": [
            {"x": [0] * size, "y": [source.gauss(0, 1) for _ in range(size)]}
            for _ in range(size)]}, hypothesis="identity", cost="quadratic")

    @staticmethod
    def smallest():
        """A file that hardly takes longer than the start of a process."""
        return Network(FIXTURES / "networks" / "two-two-one.json", [2, 2, 1], 2, "logistic")

    def _write(self, sizes, examples, activation, data, hypothesis="softmax", cost="log-loss",
               start=None):
        start = start or {"distribution": "gaussian", "deviation": 0.1, "seed": 7}
        name = "-".join(map(str, sizes)) + f"x{examples}-{activation}-{start['distribution']}"
        path = self.folder / f"{name}.json"
        if not path.exists():
            network = {"name": name, "sizes": sizes, "hypothesis": hypothesis, "cost": cost,
                       "initialise": start}
            if activation and len(sizes) > 2:
                network["activation"] = activation
            path.write_text(json.dumps(network | data))
        return Network(path, sizes, examples, activation)


class Network:
    """A network file, and what the peers have to know of it."""

    def __init__(self, path, sizes, examples, activation):
        self.path, self.sizes, self.examples, self.activation = path, sizes, examples, activation

    @property
    def parameters(self):
        return sum((a + 1) * b for a, b in zip(self.sizes, self.sizes[1:]))

    @property
    def operations(self):
        """Multiplications and additions of the products of one gradient: W A and Δ Aᵀ of each layer,
        Wᵀ Δ of each but the first."""
        pairs = [a * b for a, b in zip(self.sizes, self.sizes[1:])]
        return 2 * self.examples * (2 * sum(pairs) + sum(pairs[1:]))
