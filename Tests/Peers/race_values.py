"""Reads the numbers that `Benchmarks values` writes, for the peers' side of the benchmark.

Not a program; race_numpy.py, race_torch.py and race_jax.py import it.
"""

import numpy as np


class Values:
    """X, Y, parameters, and the cost and gradient that Nabla claims for them.

    Inputs and targets have an example a row, as the peers want them; weights are as in the notes.
    """

    def __init__(self, path, sizes, examples, precision):
        self.activation = None
        self.sizes, self.precision = sizes, precision
        self.type = np.float32 if precision == "float" else np.float64
        self._rest = np.fromfile(path, "<f8")
        self.inputs = self._matrix(sizes[0], examples).T
        self.targets = self._matrix(sizes[-1], examples).T
        self.parameters = self._parameters()
        self.cost = float(self._take(1)[0])
        self.gradient = self._parameters()
        assert len(self._rest) == 0, f"{len(self._rest)} numbers too many"

    def _take(self, count):
        head, self._rest = self._rest[:count], self._rest[count:]
        return head

    def _matrix(self, rows, columns):
        return self._take(rows * columns).reshape(rows, columns)

    def _parameters(self):
        """[W^(2), b^(2), W^(3), …]"""
        return [part for a, b in zip(self.sizes, self.sizes[1:])
                for part in (self._matrix(b, a), self._take(b))]

    def array(self, values):
        """Contiguous, in the precision of the race."""
        return np.ascontiguousarray(values, dtype=self.type)

    @property
    def columns(self):
        """X and Y with an example a column, as in the notes; b with one column."""
        parameters = [self.array(part if part.ndim > 1 else part[:, None]) for part in self.parameters]
        return self.array(self.inputs.T), self.array(self.targets.T), parameters

    def difference(self, cost, gradient):
        """The largest difference from Nabla's cost and gradient, as a share of the largest entry of
        that matrix or vector."""
        pairs = [(cost, self.cost), *zip(gradient, self.gradient, strict=True)]
        found = [np.abs(np.asarray(theirs, dtype=np.float64) - ours).max() / np.abs(ours).max()
                 for theirs, ours in pairs]
        return float(max(found))
