#!/usr/bin/env python3
"""A network of one hidden layer, trained with backpropagation written by hand.

Its loss does not fall as it should: one line is wrong. Reads network.json, prints the loss, and saves
the gradients at the parameters that it begins with.
"""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
network = json.loads((HERE / "network.json").read_text())
W2, W3 = (np.array(w) for w in network["weights"])
b2, b3 = (np.array(b)[:, np.newaxis] for b in network["biases"])
X = np.array([example["x"] for example in network["examples"]]).T  # 2 × M: a column an example
Y = np.eye(3)[:, [example["class"] - 1 for example in network["examples"]]]  # 3 × M, one-hot
M = X.shape[1]


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def loss_and_gradients():
    # Forward.
    A2 = np.tanh(W2 @ X + b2)
    H = softmax(W3 @ A2 + b3)
    loss = -np.sum(Y * np.log(H)) / M
    # Backward.
    delta3 = (H - Y) / M
    delta2 = (W3 @ delta3) * (1 - A2**2)
    gradients = {
        "W2": delta2 @ X.T, "b2": delta2.sum(axis=1),
        "W3": delta3 @ A2.T, "b3": delta3.sum(axis=1),
    }
    return loss, gradients


_, first = loss_and_gradients()
np.savez(HERE / "wrong_numpy.npz", **first)

for epoch in range(1001):
    loss, g = loss_and_gradients()
    if epoch % 200 == 0:
        print(f"epoch {epoch:4}   loss {loss:.4f}")
    W2 -= 0.5 * g["W2"]
    W3 -= 0.5 * g["W3"]
    b2 -= 0.5 * g["b2"][:, np.newaxis]
    b3 -= 0.5 * g["b3"][:, np.newaxis]
