"""Writes Fixtures/expected/pytorch/NAME.json: cost, ∇W, ∇b by PyTorch's automatic differentiation.

    python3 Tests/Peers/expected_pytorch.py      (needs torch; float64, on the processor)

The forward pass is written here, with log h and log(1 − h) in their stable forms; the backward
pass is PyTorch's own. Skipped, and named on the way: networks with a rectifier whose slope at 0
is not 0, a convention that PyTorch does not have.
"""

import torch
import torch.nn.functional as F

from network_file import FIXTURES, read_all
from number_text import write

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ACTIVATIONS = {
    "identity": lambda z, _: z,
    "linear": lambda z, k: k * z,
    "logistic": lambda z, _: torch.sigmoid(z),
    "tanh": lambda z, _: torch.tanh(z),
    "rectifier": lambda z, _: torch.relu(z),
    "step": lambda z, k: (z >= k).to(z.dtype),
    "softmax": lambda z, _: torch.softmax(z, dim=1),
}


def logarithms(name, z):
    """log h and log(1 − h); rows are examples."""
    if name == "logistic":
        return F.logsigmoid(z), F.logsigmoid(-z)
    others = torch.eye(z.shape[1], dtype=torch.bool)
    rest = z.unsqueeze(1).masked_fill(others, -torch.inf)  # row k: every logit but z_k
    return F.log_softmax(z, dim=1), torch.logsumexp(rest, 2) - torch.logsumexp(z, 1, keepdim=True)


def cost(network, weights, biases):
    a, y = torch.tensor(network.inputs), torch.tensor(network.targets)
    for function, W, b in zip(network.functions, weights, biases):
        z = a @ W.T + b
        a = ACTIVATIONS[function.name](z, function.parameter)
    M = len(y)
    if network.cost in ("cross-entropy", "log-loss"):
        log_h, log_rest = logarithms(network.functions[-1].name, z)
        data = -(y * log_h).sum() / M
        if network.cost == "cross-entropy":
            data = data - ((1 - y) * log_rest).sum() / M
    else:
        divisor = {"quadratic": 2 * M, "squared-difference": M, "residual-sum-of-squares": 1}
        data = ((a - y) ** 2).sum() / divisor[network.cost]
    squares = sum((W ** 2).sum() for W in weights)
    sizes = sum(W.abs().sum() for W in weights)
    return data + (network.l2 / 2 * squares + network.l1 * sizes) / M


def expect(network):
    weights = [torch.tensor(W, requires_grad=True) for W in network.weights]
    biases = [torch.tensor(b, requires_grad=True) for b in network.biases]
    J = cost(network, weights, biases)
    gradients = torch.autograd.grad(J, weights + biases, allow_unused=True, materialize_grads=True)
    lists = [gradient.tolist() for gradient in gradients]
    values = {"cost": J.item(), "weights": lists[:len(weights)], "biases": lists[len(weights):]}
    write(FIXTURES / "expected" / "pytorch" / f"{network.name}.json", values)


if __name__ == "__main__":
    for network in read_all():
        if any(f.name == "rectifier" and f.parameter != 0 for f in network.functions):
            print(f"{network.name}: skipped, its rectifier has a slope at 0")
        else:
            expect(network)
