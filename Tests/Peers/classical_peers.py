"""scikit-learn's and PyTorch's minima of the networks of classical_optima.py, compared with its own to
8 digits. Not a program; classical_optima.py --peers imports it.
"""

import numpy as np
import torch
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge

LIMIT = 1e-8


def learned(problem, X, Y):
    """scikit-learn's θ. Its costs are sums with ½ Σ w² (C = 1/λ), or without the ½ (α = λ)."""
    penalty = float(problem.penalty)
    if problem.kind == "identity":
        model = Ridge(alpha=penalty, solver="cholesky") if penalty else LinearRegression()
        model.fit(X, Y)
    else:
        model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-13, max_iter=1000)
        model.fit(X, Y[:, 0] if problem.kind == "logistic" else Y.argmax(axis=1))
    return np.column_stack([np.atleast_2d(model.coef_), np.atleast_1d(model.intercept_)])


def descended(problem, X, Y):
    """PyTorch's θ, by L-BFGS on the cost and the gradient that autograd gives."""
    inputs, targets = torch.from_numpy(X), torch.from_numpy(Y)
    theta = torch.zeros(problem.K, problem.columns, dtype=torch.float64, requires_grad=True)
    def cost():
        z = inputs @ theta[:, :-1].T + theta[:, -1]
        if problem.kind == "identity":
            total = ((z - targets) ** 2).sum() / 2
        elif problem.kind == "logistic":
            total = torch.nn.functional.binary_cross_entropy_with_logits(z, targets, reduction="sum")
        else:
            total = torch.nn.functional.cross_entropy(z, targets, reduction="sum")
        return (total + float(problem.penalty) / 2 * (theta[:, :-1] ** 2).sum()) / problem.M

    # A line search sees costs, which know the minimum to the root of their precision only: the second
    # round does without, and goes by the gradient.
    for search in ("strong_wolfe", None):
        optimiser = torch.optim.LBFGS([theta], max_iter=1000, tolerance_grad=1e-15,
                                      tolerance_change=0, history_size=50, line_search_fn=search)

        def closure():
            optimiser.zero_grad()
            value = cost()
            value.backward()
            return value

        optimiser.step(closure)
    return theta.detach().numpy()


def compare(name, problem, theta):
    expected = np.array(theta, dtype=float)
    X = np.array(problem.X, dtype=float)[:, :-1]
    Y = np.array(problem.Y, dtype=float)
    for peer, find in (("scikit-learn", learned), ("PyTorch", descended)):
        found = find(problem, X, Y)
        if problem.kind == "softmax":
            found = found - found.mean(axis=0)  # what all classes share changes nothing
        difference = abs(found - expected).max() / abs(expected).max()
        print(f"{difference:8.1e}  {name}, {peer}")
        assert difference <= LIMIT, f"{name}: {peer} is off by {difference:.1e} > {LIMIT:.0e}"
