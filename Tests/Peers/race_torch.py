"""PyTorch's side of the benchmark: gradcheck, and a gradient and a training by autograd and by hand.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

import re

import torch
import torch.nn.functional as F

from race_worker import serve, training

ACTIVATIONS = {"tanh": torch.tanh, "rectifier": torch.relu}


def prepare(values):
    """X, the targets as classes, the parameters."""
    X = torch.from_numpy(values.array(values.inputs))
    Y = torch.from_numpy(values.array(values.targets))
    parameters = [torch.from_numpy(values.array(part)) for part in values.parameters]
    return X, Y, parameters


def cost_function(values, X, Y):
    classes, activation = Y.argmax(dim=1), ACTIVATIONS[values.activation]

    def cost(*parameters):
        a = X
        for W, b in zip(parameters[:-2:2], parameters[1:-2:2]):
            a = activation(F.linear(a, W, b))
        return F.cross_entropy(F.linear(a, *parameters[-2:]), classes)

    return cost


def automatic(values, _):
    X, Y, parameters = prepare(values)
    for part in parameters:
        part.requires_grad_()
    function = cost_function(values, X, Y)

    def work():
        cost = function(*parameters)
        return cost, torch.autograd.grad(cost, parameters)

    cost, gradient = work()
    return values.difference(cost.item(), [part.numpy() for part in gradient]), work


def manual(values, _):
    """The products and the functions of the notes, without a graph."""
    X, Y, parameters = prepare(values)
    activation = ACTIVATIONS[values.activation]
    weights, biases, M = parameters[::2], parameters[1::2], len(X)

    @torch.inference_mode()
    def work():
        activations = [X]
        for W, b in zip(weights[:-1], biases):
            activations.append(activation(torch.addmm(b, activations[-1], W.T)))
        logarithms = torch.log_softmax(torch.addmm(biases[-1], activations[-1], weights[-1].T), 1)
        cost = (Y * logarithms).sum() / -M
        error = (logarithms.exp() - Y) / M
        result = []
        for l in range(len(weights) - 1, -1, -1):
            result[:0] = [error.T @ activations[l], error.sum(dim=0)]
            if l > 0:
                a = activations[l]
                slope = 1 - a * a if values.activation == "tanh" else (a > 0).to(a.dtype)
                error = (error @ weights[l]).mul_(slope)
        return cost, result

    cost, gradient = work()
    return values.difference(cost.item(), [part.numpy() for part in gradient]), work


def automatic_descent(values, request):
    """Batch gradient descent by autograd and torch.optim.SGD."""
    X, Y, start = prepare(values)
    function = cost_function(values, X, Y)

    def train(iterations):
        parameters = [part.clone().requires_grad_() for part in start]
        optimiser = torch.optim.SGD(parameters, lr=request["rate"])
        for _ in range(iterations):
            optimiser.zero_grad()
            function(*parameters).backward()
            optimiser.step()
        return parameters

    return training(request, train, lambda parameters: function(*parameters).item())


def manual_descent(values, request):
    """Batch gradient descent with the formulas of the notes, one hidden layer of rectifiers, in place
    wherever a result is needed no more. With an example a column it is faster."""
    X, Y, start = values.columns
    X, Y, start = torch.from_numpy(X), torch.from_numpy(Y), [torch.from_numpy(b) for b in start]
    M, rate = X.shape[1], request["rate"]

    @torch.inference_mode()
    def train(iterations):
        W2, b2, W3, b3 = (part.clone() for part in start)
        for _ in range(iterations):
            A = torch.addmm(b2, W2, X).relu_()
            D3 = torch.softmax(torch.addmm(b3, W3, A), 0).sub_(Y).div_(M)
            D2 = (W3.T @ D3).mul_(A > 0)
            W3.addmm_(D3, A.T, alpha=-rate)
            b3.sub_(D3.sum(dim=1, keepdim=True), alpha=rate)
            W2.addmm_(D2, X.T, alpha=-rate)
            b2.sub_(D2.sum(dim=1, keepdim=True), alpha=rate)
        return W2, b2, W3, b3

    def cost(parameters):
        W2, b2, W3, b3 = parameters
        logarithms = torch.log_softmax(W3 @ torch.relu(W2 @ X + b2) + b3, 0)
        return ((Y * logarithms).sum() / -M).item()

    return training(request, train, cost)


def check(values, request):
    """gradcheck of every parameter, or along one random direction."""
    difference, _ = automatic(values, request)
    X, Y, parameters = prepare(values)
    for part in parameters:
        part.requires_grad_()
    function = cost_function(values, X, Y)
    fast = request["fast"]

    def work():
        # A rectifier may be nudged over its kink: then gradcheck is as slow, and says wrong.
        passed = torch.autograd.gradcheck(
            function, tuple(parameters), fast_mode=fast, raise_exception=False)
        assert passed or values.activation == "rectifier", "gradcheck finds its own gradient wrong"

    return difference, work


def versions():
    library = re.search(r"(MKL|OpenBLAS|oneAPI)[^\n]*", torch.__config__.show())
    return {"PyTorch": torch.__version__,
            "PyTorch's BLAS": library.group(0).strip() if library else "unknown",
            "PyTorch's threads": torch.get_num_threads()}


if __name__ == "__main__":
    torch.manual_seed(1)
    serve(versions(), {
        "gradient": automatic, "manual": manual, "check": check,
        "train": automatic_descent, "train-manual": manual_descent})
