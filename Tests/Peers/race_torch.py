"""PyTorch's side of the benchmark: gradcheck, a gradient by autograd, and one written by hand.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

import re

import torch
import torch.nn.functional as F

from race_worker import serve

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
    serve(versions(), {"gradient": automatic, "manual": manual, "check": check})
