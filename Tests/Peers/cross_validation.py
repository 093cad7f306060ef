"""Shows that the best λ of Fixtures/training/overfitting.json lies inside of 0, 0.01, 0.1, 1, for nearly
all ways to draw the folds: what a sweep over λ has to find.

    python3 Tests/Peers/cross_validation.py        (needs numpy)

Five folds, drawn twenty times; the minimum for a λ by the closed form, and where gradient descent
with the file's settings has come to, which for λ = 0 is far from it. Prints how often each λ is the
best, and the average costs without the penalty.
"""

import json

import numpy as np

from network_file import FIXTURES, read

PATH = FIXTURES / "training" / "overfitting.json"
VALUES, FOLDS, DRAWS = (0.0, 0.01, 0.1, 1.0), 5, 20


def closed_form(X, y, penalties, _):
    return np.linalg.lstsq(X.T @ X + np.diag(penalties), X.T @ y, rcond=None)[0]


def descent(X, y, penalties, settings):
    """v := μ v − α ∇J, w := w + v"""
    M = len(y)
    curvature, slope = (X.T @ X + np.diag(penalties)) / M, X.T @ y / M
    w = v = np.zeros(X.shape[1])
    for _ in range(settings["iterations"]):
        v = settings["momentum"] * v - settings["rate"] * (curvature @ w - slope)
        w = w + v
    return w


def costs(X, y, order, value, find, settings):
    """Training and held-out cost, averaged over the folds."""
    penalties = np.full(X.shape[1], value)
    penalties[-1] = 0  # biases have none
    found = []
    for fold in np.array_split(order, FOLDS):
        kept = np.setdiff1d(order, fold)
        w = find(X[kept], y[kept], penalties, settings)
        found.append([((X[part] @ w - y[part]) ** 2).mean() / 2 for part in (kept, fold)])
    return np.mean(found, axis=0)


def main():
    network, settings = read(PATH), json.loads(PATH.read_text())["training"]
    x = np.array(network.inputs)[:, 0]
    X = np.column_stack([x ** d for d in range(1, settings["powers"] + 1)] + [np.ones_like(x)])
    y = np.array(network.targets)[:, 0]
    for name, find in (("closed form", closed_form), ("gradient descent", descent)):
        table = np.array([[costs(X, y, np.random.default_rng(draw).permutation(len(y)), value, find,
                                 settings) for value in VALUES] for draw in range(DRAWS)])
        best = table[:, :, 1].argmin(axis=1)
        for place, value in enumerate(VALUES):
            training, held_out = table[:, place].mean(axis=0)
            print(f"{name:18}λ = {value:<6g} training {training:.4f}   held out {held_out:12.4f}   "
                  f"best in {(best == place).sum()} of {DRAWS}")
        # A fold that takes all points of one end may ask for more.
        inside = sum(0 < place < len(VALUES) - 1 for place in best)
        assert inside >= 0.9 * DRAWS, f"the best λ is inside in {inside} of {DRAWS} draws"


if __name__ == "__main__":
    main()
