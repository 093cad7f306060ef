"""Writes Fixtures/training/two-steps.json: two updates of every variant of gradient descent.

    python3 Tests/Peers/two_steps.py            (needs mpmath)
    python3 Tests/Peers/two_steps.py --check    compares with the file instead of writing it

Each rule is written once more here, as the notes print it, with 60 digits; the file has 30 of them.
The derivatives are written by hand for the two networks; each one that is used is compared with a
central difference of its cost. The decimals of the network files are doubles before anything starts,
and so are the numbers of the settings.
"""

import sys

from mpmath import mp, mpf

from network_file import FIXTURES, read
from number_text import text

FOLDER = FIXTURES / "training"
M = 5
mp.dps = 60


# The networks: one example's cost and its derivatives. `s` are the factors of the hidden nodes.

def logistic_cost(p, x, y, s):
    w11, w12, w21, w22, b1, b2, v1, v2, c = p
    a1 = 1 / (1 + mp.exp(-(w11 * x[0] + w12 * x[1] + b1)))
    a2 = 1 / (1 + mp.exp(-(w21 * x[0] + w22 * x[1] + b2)))
    h = 1 / (1 + mp.exp(-(v1 * s[0] * a1 + v2 * s[1] * a2 + c)))
    return -(y[0] * mp.log(h) + (1 - y[0]) * mp.log(1 - h))


def logistic_gradient(p, x, y, s):
    w11, w12, w21, w22, b1, b2, v1, v2, c = p
    a1 = 1 / (1 + mp.exp(-(w11 * x[0] + w12 * x[1] + b1)))
    a2 = 1 / (1 + mp.exp(-(w21 * x[0] + w22 * x[1] + b2)))
    d = 1 / (1 + mp.exp(-(v1 * s[0] * a1 + v2 * s[1] * a2 + c))) - y[0]
    d1, d2 = d * v1 * s[0] * a1 * (1 - a1), d * v2 * s[1] * a2 * (1 - a2)
    return [d1 * x[0], d1 * x[1], d2 * x[0], d2 * x[1], d1, d2, d * s[0] * a1, d * s[1] * a2, d]


def softmax_parts(p, x, s):
    a = [mp.tanh(p[2 * i] * x[0] + p[2 * i + 1] * x[1] + p[6 + i]) for i in range(3)]
    e = [mp.exp(sum(p[9 + 3 * k + i] * s[i] * a[i] for i in range(3)) + p[15 + k]) for k in range(2)]
    return a, [e[0] / (e[0] + e[1]), e[1] / (e[0] + e[1])]


def softmax_cost(p, x, y, s):
    _, h = softmax_parts(p, x, s)
    return -(y[0] * mp.log(h[0]) + y[1] * mp.log(h[1]))


def softmax_gradient(p, x, y, s):
    a, h = softmax_parts(p, x, s)
    d = [h[k] * (y[0] + y[1]) - y[k] for k in range(2)]
    inner = [(d[0] * p[9 + i] + d[1] * p[12 + i]) * s[i] * (1 - a[i] ** 2) for i in range(3)]
    return ([inner[i] * x[n] for i in range(3) for n in range(2)] + inner
            + [d[k] * s[i] * a[i] for k in range(2) for i in range(3)] + d)


class Subject:
    """A network file, its parameters in one list: W^(2) row by row, b^(2), W^(3), b^(3)."""

    def __init__(self, name, cost, gradient):
        network = read(FOLDER / f"{name}.json")
        self.name, self.cost, self.derivatives = name, cost, gradient
        self.X = [[mpf(v) for v in row] for row in network.inputs]
        self.Y = [[mpf(v) for v in row] for row in network.targets]
        self.shapes = [(len(W), len(W[0])) for W in network.weights]
        self.start, self.is_weight = [], []
        for W, b in zip(network.weights, network.biases):
            entries = [w for row in W for w in row]
            self.start += map(mpf, entries + b)
            self.is_weight += [1] * len(entries) + [0] * len(b)

    def gradient(self, p, examples, masks):
        """∇J of some examples, averaged, without a penalty."""
        total = [mpf(0)] * len(p)
        for m, s in zip(examples, masks):
            given = self.X[m], self.Y[m], s
            parts = self.derivatives(p, *given)
            for i, part in enumerate(parts):
                self.compare(part, p, i, given)
                total[i] += part / len(examples)
        return total

    def compare(self, part, p, i, given):
        step = mpf(10) ** -20
        up, down = ([q + (sign * step if i == j else 0) for j, q in enumerate(p)]
                    for sign in (1, -1))
        measured = (self.cost(up, *given) - self.cost(down, *given)) / (2 * step)
        assert abs(measured - part) < mpf(10) ** -36, (self.name, i, measured, part)

    def nested(self, p):
        """The list as a network file has it, 30 digits each."""
        digits = [mp.nstr(q, 30) for q in p]
        weights, biases = [], []
        for rows, columns in self.shapes:
            weights.append([[digits.pop(0) for _ in range(columns)] for _ in range(rows)])
            biases.append([digits.pop(0) for _ in range(rows)])
        return {"weights": weights, "biases": biases}


# The rules.

class Variant:
    """A way of descending: name, source, settings and, where nodes are dropped, the masks."""

    def __init__(self, name, source, batch, rate=0.5, decays=False, averaged=False, momentum=0.0,
                 l2=0.0, l1=0.0, keep=None):
        self.name, self.source, self.batch, self.averaged = name, source, batch, averaged
        self.numbers = {"rate": rate, "momentum": momentum, "l2": l2, "l1": l1}
        self.decays, self.keep = decays, keep

    def rate(self, epoch):
        """(23) of V for two epochs, or the constant rate."""
        start = mpf(self.numbers["rate"])
        return start * (1 - mpf(epoch) / (1 + 2)) if self.decays else start

    def masks(self, iteration, count, nodes):
        """Per example and node 0 or 1 / (1 − p), as doubles; in a pattern that drops about half."""
        if self.keep is None:
            return [[1.0] * nodes] * count
        return [[0.0 if (3 * iteration + 2 * m + i * i) % 5 < 2 else self.keep
                 for i in range(nodes)] for m in range(count)]

    def penalised(self, subject, p, gradient):
        """+ λ/M w + λ/M sign(w) for the weights; M is the whole training set's.   [W] §9.2, §9.3"""
        l2, l1 = mpf(self.numbers["l2"]), mpf(self.numbers["l1"])
        return [g + is_weight * (l2 * q + l1 * mp.sign(q)) / M
                for g, q, is_weight in zip(gradient, p, subject.is_weight)]

    def run(self, subject):
        """The states after the updates 1 and 2, and after two epochs; and the masks of each batch."""
        p, v = list(subject.start), [mpf(0)] * len(subject.start)
        nodes, used, states, updates = subject.shapes[0][0], [], [], 0
        mu = mpf(self.numbers["momentum"])
        batches = [list(range(first, min(first + self.batch, M))) for first in range(0, M, self.batch)]
        for epoch in (1, 2):
            waiting = []
            for place, batch in enumerate(batches):
                used.append(self.masks(len(used), len(batch), nodes))
                waiting.append(self.penalised(
                    subject, p, subject.gradient(p, batch, [[mpf(s) for s in row] for row in used[-1]])))
                if self.averaged and place + 1 < len(batches):
                    continue
                g = [sum(parts) / len(waiting) for parts in zip(*waiting)]
                waiting = []
                v = [mu * speed - self.rate(epoch) * slope for speed, slope in zip(v, g)]
                p = [q + speed for q, speed in zip(p, v)]
                updates += 1
                if updates <= 2 or (epoch, place + 1) == (2, len(batches)):
                    states.append({"iterations": len(used), "updates": updates,
                                   **subject.nested(p),
                                   **({"velocity": subject.nested(v)} if mu else {})})
        return states, used

    def case(self, subject):
        states, used = self.run(subject)
        result = {"name": self.name, "source": self.source, "network": subject.name,
                  "method": "averaged-mini-batches" if self.averaged else "gradient-descent",
                  "schedule": "linear-decay" if self.decays else "constant",
                  "batch": self.batch, **self.numbers}
        if self.keep is not None:
            result["masks"] = used
        return {**result, "states": states}


VARIANTS = [
    Variant("batch", "w := w − α ∂J/∂w  [W] §10.1", M),
    Variant("stochastic", "for m = 1, …, M  [W] §10.2", 1),
    Variant("mini-batch", "for each batch  [W] §10.3", 2),
    Variant("averaged", "averages of the batches' gradients, η(e) = η₀ (1 − e / (1 + E))  "
            "[V] Algorithm 1, (23)", 2, rate=0.75, decays=True, averaged=True),
    Variant("momentum", "v := μ v − α ∇J, w := w + v  [W] §10.4", M, momentum=0.9),
    Variant("l2", "+ λ/M w  [W] §9.2", M, l2=0.35),
    Variant("l1", "+ λ/M sign(w)  [W] §9.3", M, l1=0.15),
    Variant("l1-l2-mini-batch", "+ λ/M w + λ/M sign(w), M of the whole training set  [W] §9.2, §9.3",
            2, l2=0.35, l1=0.15),
    Variant("dropout", "a := s a, s = 0 or 1 / (1 − p)  [W] §9.4", M, keep=1 / (1 - 0.4)),
    Variant("all", "everything at once", 2, rate=0.75, decays=True, momentum=0.9, l2=0.35,
            l1=0.15, keep=1 / (1 - 0.4)),
]


def main():
    subjects = [Subject("two-steps-logistic", logistic_cost, logistic_gradient),
                Subject("two-steps-softmax", softmax_cost, softmax_gradient)]
    path = FOLDER / "two-steps.json"
    found = text([variant.case(subject) for variant in VARIANTS for subject in subjects]) + "\n"
    if "--check" not in sys.argv[1:]:
        path.write_text(found)
    elif path.read_text() != found:
        sys.exit(f"{path.name} differs from what the script computes")


if __name__ == "__main__":
    main()
