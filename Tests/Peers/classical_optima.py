"""Writes Fixtures/training/optima.json: where the degenerate networks of [W] §8 have their least cost.

    python3 Tests/Peers/classical_optima.py            (needs mpmath)
    python3 Tests/Peers/classical_optima.py --check    compares with the file instead of writing it
    python3 Tests/Peers/classical_optima.py --peers    and with scikit-learn and PyTorch

Without a hidden layer, J is convex in the parameters θ. Newton's method finds its minimum with 40
digits; for the identity its first step is the closed form of least squares,

    (Σ x xᵀ + λ) θ = Σ x y        with a 1 behind every x, and λ for the weights only.

`curvature` is the least eigenvalue of ∇²J at the minimum, so that ‖θ − θ*‖ ≤ ‖∇J‖ / curvature for the
identity. Elsewhere ∇²J changes, at most by a factor e^(±R d) within a distance d (`skew` is R: F. Bach,
"Self-concordant analysis for logistic regression", 2010, proposition 1), so that with
u = R ‖∇J‖ / curvature < 1 it is ‖θ − θ*‖ ≤ −log(1 − u) / R.

Softmax does not change where all classes get the same added: gradient descent that starts with sums of
0 over the classes keeps them at 0, and there the minimum is the only one. `curvature` is meant there.
"""

import sys

from mpmath import mp, mpf

from network_file import FIXTURES, read
from number_text import text

FOLDER = FIXTURES / "training"
NAMES = ["iris-linear", "iris-ridge", "iris-logistic", "iris-softmax", "polynomial"]
POWERS = {"polynomial": 3}
mp.dps = 40


class Problem:
    """A network file without a hidden layer; θ is K × (N + 1), the bias last."""

    def __init__(self, name):
        network = read(FOLDER / f"{name}.json")
        (function,) = network.functions
        self.kind, self.penalty = function.name, mpf(network.l2)
        powers = POWERS.get(name, 1)
        self.X = [[mpf(v) ** d for v in x for d in range(1, powers + 1)] + [mpf(1)]
                  for x in network.inputs]
        self.Y = [[mpf(v) for v in y] for y in network.targets]
        self.M, self.K, self.columns = len(self.X), len(self.Y[0]), len(self.X[0])

    def outputs(self, theta, x):
        z = [mp.fdot(row, x) for row in theta]
        if self.kind == "identity":
            return z
        if self.kind == "logistic":
            return [1 / (1 + mp.exp(-value)) for value in z]
        total = mp.fsum(map(mp.exp, z))
        return [mp.exp(value) / total for value in z]

    def response(self, h, k, i):
        """∂h_k/∂z_i."""
        if self.kind == "identity":
            return mpf(k == i)
        if self.kind == "logistic":
            return h[k] * (1 - h[k]) * (k == i)
        return h[k] * ((k == i) - h[i])

    def cost(self, theta):
        total = mpf(0)
        for x, y in zip(self.X, self.Y):
            h = self.outputs(theta, x)
            if self.kind == "identity":
                total += sum((a - b) ** 2 for a, b in zip(h, y)) / 2
            elif self.kind == "logistic":
                total -= sum(b * mp.log(a) + (1 - b) * mp.log(1 - a) for a, b in zip(h, y))
            else:
                total -= sum(b * mp.log(a) for a, b in zip(h, y))
        return (total + self.penalty / 2 * sum(w * w for row in theta for w in row[:-1])) / self.M

    def slopes(self, theta):
        """∇J and ∇²J, the latter with 1 added between equal columns of all classes for softmax: that
        moves neither the minimum nor the curvature where the sums over the classes are 0."""
        size = self.K * self.columns
        gradient, hessian = mp.zeros(size, 1), mp.zeros(size)
        for x, y in zip(self.X, self.Y):
            h = self.outputs(theta, x)
            for k in range(self.K):
                for n in range(self.columns):
                    gradient[k * self.columns + n] += (h[k] - y[k]) * x[n]
                for i in range(self.K):
                    factor = self.response(h, k, i)
                    for n in range(self.columns) if factor else ():
                        for j in range(self.columns):
                            hessian[k * self.columns + n, i * self.columns + j] += (
                                factor * x[n] * x[j])
        gradient, hessian = gradient / self.M, hessian / self.M
        for k in range(self.K):
            for n in range(self.columns):
                place = k * self.columns + n
                if n < self.columns - 1:
                    gradient[place] += self.penalty / self.M * theta[k][n]
                    hessian[place, place] += self.penalty / self.M
                for i in range(self.K) if self.kind == "softmax" else ():
                    hessian[place, i * self.columns + n] += 1
        return gradient, hessian

    def minimum(self):
        theta = [[mpf(0)] * self.columns for _ in range(self.K)]
        for _ in range(30):
            gradient, hessian = self.slopes(theta)
            if mp.norm(gradient) < mpf(10) ** -35:
                return theta, mp.eigsy(hessian, eigvals_only=True)
            step = mp.lu_solve(hessian, gradient)
            theta = [[value - step[k * self.columns + n] for n, value in enumerate(row)]
                     for k, row in enumerate(theta)]
        raise ArithmeticError("Newton's method does not converge")

    @property
    def skew(self):
        """R: |σ″| ≤ σ′ along a line of speed ‖x‖; for softmax of speed max z − min z ≤ √2 ‖x‖."""
        length = max(mp.sqrt(mp.fdot(x, x)) for x in self.X)
        return {"identity": mpf(0), "logistic": length, "softmax": mp.sqrt(2) * length}[self.kind]


def case(name):
    problem = Problem(name)
    theta, eigenvalues = problem.minimum()
    if "--peers" in sys.argv[1:]:
        import classical_peers
        classical_peers.compare(name, problem, theta)
    return {"network": name, "powers": POWERS.get(name, 1), "cost": mp.nstr(problem.cost(theta), 30),
            "weights": [[mp.nstr(w, 30) for w in row[:-1]] for row in theta],
            "biases": [mp.nstr(row[-1], 30) for row in theta],
            "curvature": float(min(eigenvalues)), "skew": float(problem.skew)}


if __name__ == "__main__":
    found, path = text([case(name) for name in NAMES]) + "\n", FOLDER / "optima.json"
    if not sys.argv[1:]:
        path.write_text(found)
    elif path.read_text() != found:
        sys.exit(f"{path.name} differs from what the script computes")
