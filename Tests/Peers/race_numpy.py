"""NumPy's side of the benchmark: a gradient and a training with formulas written by hand, and a product.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

import numpy as np

from race_worker import serve, training


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


def descent(values, request):
    """Batch gradient descent, one hidden layer of rectifiers, softmax with log-loss."""
    X, Y, start = values.columns
    M, rate = X.shape[1], request["rate"]

    def train(iterations):
        W2, b2, W3, b3 = (part.copy() for part in start)
        for _ in range(iterations):
            Z = W2 @ X + b2
            A = np.maximum(Z, 0)
            H = W3 @ A + b3
            H -= H.max(axis=0)
            np.exp(H, out=H)
            H /= H.sum(axis=0)
            D3 = (H - Y) / M
            D2 = (W3.T @ D3) * (Z > 0)
            W3 -= rate * (D3 @ A.T)
            b3 -= rate * D3.sum(axis=1, keepdims=True)
            W2 -= rate * (D2 @ X.T)
            b2 -= rate * D2.sum(axis=1, keepdims=True)
        return W2, b2, W3, b3

    def cost(parameters):
        W2, b2, W3, b3 = parameters
        Z = W3 @ np.maximum(W2 @ X + b2, 0) + b3
        Z -= Z.max(axis=0)
        return -(Y * (Z - np.log(np.exp(Z).sum(axis=0)))).sum() / M

    return training(request, train, cost)


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
    serve(versions(), {"gradient": gradient, "train": descent, "product": product})
