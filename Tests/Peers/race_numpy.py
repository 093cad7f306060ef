"""NumPy's side of the benchmark: a gradient with formulas written by hand, and a product.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

import numpy as np

from race_worker import serve


def functions(name):
    """g, and g′ from a = g(z)."""
    if name == "tanh":
        return np.tanh, lambda a: 1 - a * a
    return lambda z: np.maximum(z, 0), lambda a: a > 0


def gradient(values, _):
    g, slope = functions(values.activation)
    X, Y = values.array(values.inputs), values.array(values.targets)
    parameters = [values.array(part) for part in values.parameters]
    weights, biases = parameters[::2], parameters[1::2]
    M = len(X)

    def work():
        activations = [X]
        for W, b in zip(weights[:-1], biases):
            activations.append(g(activations[-1] @ W.T + b))
        z = activations[-1] @ weights[-1].T + biases[-1]
        z -= z.max(axis=1, keepdims=True)
        powers = np.exp(z)
        totals = powers.sum(axis=1, keepdims=True)
        cost = -(Y * (z - np.log(totals))).sum() / M
        error = (powers / totals - Y) / M  # the targets of an example sum to 1
        result = []
        for l in range(len(weights) - 1, -1, -1):
            result[:0] = [error.T @ activations[l], error.sum(axis=0)]
            if l > 0:
                error = error @ weights[l] * slope(activations[l])
        return cost, result

    return values.difference(*work()), work


def product(_, request):
    """The square product into a matrix that is there, in as many threads as the environment allows."""
    source = np.random.default_rng(1)
    A, B = (source.standard_normal((request["size"],) * 2) for _ in range(2))
    C = A @ B
    return None, lambda: np.matmul(A, B, out=C)


def versions():
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return {"NumPy": np.__version__, "NumPy's BLAS": f"{blas['name']} {blas['version']}"}


if __name__ == "__main__":
    serve(versions(), {"gradient": gradient, "product": product})
