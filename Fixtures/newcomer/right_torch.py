#!/usr/bin/env python3
"""The same network in PyTorch, whose autograd finds the gradients: they are saved as `p.grad`."""

import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).resolve().parent
network = json.loads((HERE / "network.json").read_text())
X = torch.tensor([example["x"] for example in network["examples"]])  # a row an example
classes = torch.tensor([example["class"] - 1 for example in network["examples"]])

model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 3))
with torch.no_grad():
    for layer, W, b in zip((model[0], model[2]), network["weights"], network["biases"]):
        layer.weight.copy_(torch.tensor(W))
        layer.bias.copy_(torch.tensor(b))

loss = torch.nn.CrossEntropyLoss()(model(X), classes)  # log loss of the softmax, averaged
loss.backward()
W2, b2, W3, b3 = (p.grad.numpy() for p in model.parameters())
np.savez(HERE / "right_torch.npz", W2=W2, b2=b2, W3=W3, b3=b3, cost=loss.item())
print(f"loss {loss.item():.4f}")
