"""Writes Fixtures/expected/NAME.json for every network: cost, every z, a, slope, ∂J/∂a, δ, ∇W, ∇b.

    python3 Tests/Peers/expected_mpmath.py [NAME ...]      (needs mpmath; gmpy2 makes it faster)

No formula of backward propagation occurs here. Every derivative is a central difference of J,

    ( J(p + s) − J(p − s) ) / 2s,      1200 digits, s = 1e-400      (3000 digits, s = 1e-1000
                                                                     where a node is saturated),

where p is a weight, a bias, one z of one example, or one a of one example. Truncation and rounding
both stay near s², far below the smallest double, so a written number is the true value rounded
to a double, and a written 0 is a zero (or less than any double). `null` is an infinity.

Kinks: each max, step and |w| keeps the side that it takes at the unperturbed point; exactly at 0
that is the side of the convention: slope-at-zero for the rectifier, 1 at z ≥ k for the step,
sign(0) = 0.
"""

import sys
from multiprocessing import Pool

from mpmath import mp, mpf

from network_file import FIXTURES, read_all
from number_text import write


class Oracle:
    """J and its differences, for one network."""

    def __init__(self, network):
        self.network = network
        self.W = [[[mpf(w) for w in row] for row in matrix] for matrix in network.weights]
        self.b = [[mpf(b) for b in vector] for vector in network.biases]
        self.X = [[mpf(x) for x in example] for example in network.inputs]
        self.Y = [[mpf(y) for y in example] for example in network.targets]
        self.M = len(self.X)
        self.signs = [[[mp.sign(w) for w in row] for row in matrix] for matrix in self.W]
        self.set_precision(1200)
        self.passes = [self.first_pass(m) for m in range(self.M)]
        if max(abs(z) for zs, _, _ in self.passes for layer in zs for z in layer) > 100:
            self.set_precision(3000)
            self.passes = [self.first_pass(m) for m in range(self.M)]

    def set_precision(self, digits):
        mp.dps = digits
        self.step = mpf(10) ** (-digits // 3)

    # The forward pass, FP1.1 and FP2.1 of one example.

    def first_pass(self, m):
        """z, a and the sides of example m at the unperturbed point."""
        zs, activations, sides = [], [], []
        a = self.X[m]
        for l, function in enumerate(self.network.functions):
            z = [mp.fdot(row, a) + b for row, b in zip(self.W[l], self.b[l])]
            side = [self.side(function, value) for value in z]
            a = self.apply(function, z, side)
            zs.append(z), activations.append(a), sides.append(side)
        return zs, activations, sides

    @staticmethod
    def side(function, z):
        if function.name == "rectifier":
            return mpf(1) if z > 0 else mpf(0) if z < 0 else mpf(function.parameter)
        if function.name == "step":
            return mpf(1) if z >= mpf(function.parameter) else mpf(0)
        return None

    @staticmethod
    def apply(function, z, sides):
        name = function.name
        if name == "softmax":
            powers = [mp.exp(value) for value in z]
            total = mp.fsum(powers)
            return [power / total for power in powers]
        if name == "logistic":
            return [1 / (1 + mp.exp(-value)) for value in z]
        if name == "tanh":
            return [mp.tanh(value) for value in z]
        if name == "rectifier":
            return [side * value for side, value in zip(sides, z)]
        if name == "step":
            return sides
        return [value * (mpf(function.parameter) if name == "linear" else 1) for value in z]

    def loss(self, m, start=0, a=None, nudge=None):
        """Example m's part of J, from the values `a` of layer index `start` on.

        nudge = (kind, l, i, s) adds s to z_i or a_i of layer index l.
        """
        a = list(self.X[m] if a is None else a)
        kind, layer, i, s = nudge or (None, None, None, None)
        for l in range(start, len(self.network.functions)):
            z = [mp.fdot(row, a) + b for row, b in zip(self.W[l], self.b[l])]
            if kind == "z" and layer == l:
                z[i] += s
            a = list(self.apply(self.network.functions[l], z, self.passes[m][2][l]))
            if kind == "a" and layer == l:
                a[i] += s
        return self.cost(a, self.Y[m])

    def cost(self, h, y):
        name = self.network.cost
        if name == "log-loss":
            return -mp.fsum(yk * mp.log(hk) for hk, yk in zip(h, y) if yk != 0) / self.M
        if name == "cross-entropy":
            return -mp.fsum((yk * mp.log(hk) if yk != 0 else 0)
                            + ((1 - yk) * mp.log(1 - hk) if yk != 1 else 0)
                            for hk, yk in zip(h, y)) / self.M
        squares = mp.fsum((hk - yk) ** 2 for hk, yk in zip(h, y))
        return squares / {"quadratic": 2 * self.M, "squared-difference": self.M,
                          "residual-sum-of-squares": 1}[name]

    def penalty(self, l, i, j):
        """w_ij's term of the penalty, |w| held on its side."""
        w, sign = self.W[l][i][j], self.signs[l][i][j]
        return (mpf(self.network.l2) * w * w / 2 + mpf(self.network.l1) * sign * w) / self.M

    def total(self):
        return mp.fsum(self.loss(m) for m in range(self.M)) + mp.fsum(
            self.penalty(l, i, j) for l, matrix in enumerate(self.W)
            for i, row in enumerate(matrix) for j in range(len(row)))

    # Differences.

    def difference(self, value):
        """(value(s) − value(−s)) / 2s"""
        return (value(self.step) - value(-self.step)) / (2 * self.step)

    def parameter(self, l, vector, index, penalty=lambda: mpf(0)):
        """∂J/∂p for the parameter p = vector[index] of layer index l.

        Nothing before layer l and no other term of the penalty moves, so only the rest is evaluated.
        """
        saved = vector[index]
        before = [self.X[m] if l == 0 else self.passes[m][1][l - 1] for m in range(self.M)]

        def moved(s):
            vector[index] = saved + s
            return mp.fsum(self.loss(m, l, before[m]) for m in range(self.M)) + penalty()

        result = self.difference(moved)
        vector[index] = saved
        return result

    def value(self, kind, l, i, m):
        """∂J/∂z_i or ∂J/∂a_i of example m: the other examples do not move."""
        before = self.X[m] if l == 0 else self.passes[m][1][l - 1]
        return self.difference(lambda s: self.loss(m, l, before, (kind, l, i, s)))

    def slope(self, l, i, m):
        function = self.network.functions[l]
        z, side = self.passes[m][0][l][i], self.passes[m][2][l][i]
        return self.difference(lambda s: self.apply(function, [z + s], [side])[0])

    def layer(self, l):
        nodes, examples = range(len(self.b[l])), range(self.M)

        def table(entry):
            return [[entry(i, m) for m in examples] for i in nodes]

        softmax = self.network.functions[l].name == "softmax"
        return {
            "layer": l + 2,
            "weightedInput": table(lambda i, m: self.passes[m][0][l][i]),
            "activation": table(lambda i, m: self.passes[m][1][l][i]),
            "slope": None if softmax else table(lambda i, m: self.slope(l, i, m)),
            "activationGradient": table(lambda i, m: self.value("a", l, i, m)),
            "error": table(lambda i, m: self.value("z", l, i, m)),
            "weights": [[self.parameter(l, self.W[l][i], j, lambda: self.penalty(l, i, j))
                         for j in range(len(self.W[l][i]))] for i in nodes],
            "biases": [self.parameter(l, self.b[l], i) for i in nodes],
        }


def doubles(value):
    """The doubles nearest to the numbers in `value`; beyond the largest double, infinity."""
    if isinstance(value, dict):
        return {key: doubles(item) for key, item in value.items()}
    if isinstance(value, list):
        return [doubles(item) for item in value]
    return float(mp.nstr(value, 60)) if isinstance(value, mpf) else value


def expect(network):
    oracle = Oracle(network)
    values = {"cost": oracle.total(), "layers": [oracle.layer(l) for l in range(len(oracle.W))]}
    write(FIXTURES / "expected" / f"{network.name}.json", doubles(values))
    return network.name


if __name__ == "__main__":
    chosen = [n for n in read_all() if not sys.argv[1:] or n.name in sys.argv[1:]]
    chosen.sort(key=lambda network: -len(network.inputs))
    with Pool() as pool:
        for name in pool.imap_unordered(expect, chosen, chunksize=1):
            print(name)
