"""Right gradients that PyTorch finds by itself, given to `nabla check --claim`: none may be called wrong.

    python3 Tests/Peers/torch_claims.py NABLA [NETWORKS [SEED [FOLDER]]]      (needs torch and NumPy)

Random networks of every activation, hypothesis and cost, some saturated, some with penalties, are written
with 17 digits. The forward pass stands here; the backward pass is PyTorch's own, once in float64 and once
in float32. Printed is how many claims are right, wrong, or cannot be told; a file called wrong is kept in
FOLDER, and the exit status is 1.
"""

import collections
import concurrent.futures
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
import torch
import torch.nn.functional as F

VERDICTS = {0: "right", 1: "wrong", 3: "cannot tell"}
FUNCTIONS = {
    "identity": lambda z, _: z,
    "linear": lambda z, k: k * z,
    "logistic": lambda z, _: torch.sigmoid(z),
    "tanh": lambda z, _: torch.tanh(z),
    "rectifier": lambda z, _: torch.relu(z),
    # Written so that autograd sees a function of z, with the derivative 0.
    "step": lambda z, k: (z >= k).to(z.dtype) + 0 * z,
    "softmax": lambda z, _: torch.softmax(z, dim=1),
}
DIVISORS = {"quadratic": lambda M: 2 * M, "squared-difference": lambda M: M,
            "residual-sum-of-squares": lambda M: 1}


def function(random, name):
    if name in ("linear", "step") and random.random() < 0.7:
        return {"name": name, "k": random.choice([-1.5, 0.25, 0.5, 2])}
    return name


def output(random, outputs):
    """A hypothesis and a cost that are defined together."""
    logarithmic = random.random() < 0.6
    if logarithmic:
        cost = random.choice(["cross-entropy", "log-loss"])
        alone = outputs == 1 and cost == "cross-entropy"  # log(1 − h) of one softmax output is log 0
        return "logistic" if alone else random.choice(["logistic", "softmax"]), cost
    return random.choice(sorted(FUNCTIONS)), random.choice(sorted(DIVISORS))


def target(random, outputs):
    if random.random() < 0.6:
        chosen = random.randrange(outputs)
        return [float(k == chosen) for k in range(outputs)]
    return [random.random() for _ in range(outputs)]


def network(seed):
    """A network file as a dictionary; 1 … 4 layers of weights, M = 1 … 9."""
    draw = random.Random(seed)
    sizes = [draw.randint(1, 6) for _ in range(draw.randint(2, 5))]
    scale = 10 ** draw.uniform(-1, np.log10(3)) * draw.choice([1, 1, 1, 1, 12])
    hypothesis, cost = output(draw, sizes[-1])
    hidden = [n for n in sorted(FUNCTIONS) if n != "softmax"]
    matrix = lambda rows, columns: [[draw.gauss(0, scale) for _ in range(columns)] for _ in range(rows)]
    return {
        "name": f"torch-{seed}", "sizes": sizes,
        "activation": [function(draw, draw.choice(hidden)) for _ in sizes[2:]],
        "hypothesis": function(draw, hypothesis), "cost": cost,
        "penalty": {kind: draw.choice([0, 0, 1e-3, 0.1, 2]) for kind in ("l2", "l1")},
        "weights": [matrix(rows, columns) for columns, rows in zip(sizes, sizes[1:])],
        "biases": [matrix(1, rows)[0] for rows in sizes[1:]],
        "examples": [{"x": [draw.choice([0, 1, draw.gauss(0, 1)]) for _ in range(sizes[0])],
                      "y": target(draw, sizes[-1])} for _ in range(draw.randint(1, 9))]}


def logarithms(name, z):
    """log h and log(1 − h) in their stable forms; rows are examples."""
    if name == "logistic":
        return F.logsigmoid(z), F.logsigmoid(-z)
    own = torch.eye(z.shape[1], dtype=torch.bool)
    rest = z.unsqueeze(1).masked_fill(own, -torch.inf)  # row k: every z but z_k
    return F.log_softmax(z, dim=1), torch.logsumexp(rest, 2) - torch.logsumexp(z, 1, keepdim=True)


def data_cost(name, hypothesis, z, h, y):
    M = len(y)
    if name in DIVISORS:
        return ((h - y) ** 2).sum() / DIVISORS[name](M)
    log_h, log_rest = logarithms(hypothesis, z)
    if name == "log-loss":
        return -(y * log_h).sum() / M
    return -(y * log_h + (1 - y) * log_rest).sum() / M


def claim(file, kind):
    """The arrays that np.savez gets: W2, b2, …, delta2, …, cost."""
    tensor = lambda values: torch.tensor(values, dtype=torch.float64).to(kind)
    leaf = lambda values: tensor(values).requires_grad_()
    weights, biases = [leaf(W) for W in file["weights"]], [leaf(b) for b in file["biases"]]
    a = tensor([example["x"] for example in file["examples"]])
    y = tensor([example["y"] for example in file["examples"]])
    inputs = []
    for W, b, g in zip(weights, biases, file["activation"] + [file["hypothesis"]]):
        z = a @ W.T + b
        inputs.append(z)
        name, k = (g["name"], g["k"]) if isinstance(g, dict) else (g, 0 if g == "step" else 1)
        a = FUNCTIONS[name](z, k)
    squares, sizes = sum((W ** 2).sum() for W in weights), sum(W.abs().sum() for W in weights)
    penalty = (file["penalty"]["l2"] / 2 * squares + file["penalty"]["l1"] * sizes) / len(y)
    J = data_cost(file["cost"], name, z, a, y) + penalty
    gradients = torch.autograd.grad(J, weights + biases + inputs, allow_unused=True, materialize_grads=True)
    names = [f"{letter}{l}" for letter in ("W", "b", "delta") for l in range(2, len(weights) + 2)]
    arrays = {name: g.T if name[0] == "d" else g for name, g in zip(names, gradients)}
    return {key: array.detach().numpy() for key, array in (arrays | {"cost": J}).items()}


def verdict(command, folder, seed, kind):
    """What the command says, and the files it was given."""
    file = network(seed)
    arrays = claim(file, kind)
    if not all(np.isfinite(array).all() for array in arrays.values()):
        return "not finite", None
    if seed % 3 == 0:
        arrays = {key: array for key, array in arrays.items() if key[0] in "Wb"}
    path = pathlib.Path(folder) / f"{seed}-{str(kind).removeprefix('torch.')}"
    path.with_suffix(".json").write_text(json.dumps(file))
    np.savez(path.with_suffix(".npz"), **arrays)
    run = subprocess.run([command, "check", path.with_suffix(".json"), "--claim", path.with_suffix(".npz"),
                          "--threads", "1"], capture_output=True, text=True, timeout=60)
    found = VERDICTS.get(run.returncode, f"exit {run.returncode}: {run.stderr.strip()[:200]}")
    if found in ("right", "cannot tell"):
        path.with_suffix(".json").unlink()
        path.with_suffix(".npz").unlink()
    return found, path


def main(command, networks=1000, first=1, folder=None):
    torch.set_num_threads(1)
    folder = pathlib.Path(folder or tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    counts, faults = collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [(seed, kind) for seed in range(int(first), int(first) + int(networks))
                for kind in (torch.float64, torch.float32)]
        for (seed, kind), (found, path) in zip(jobs, pool.map(lambda job: verdict(command, folder, *job), jobs)):
            counts[kind, found] += 1
            if found not in ("right", "cannot tell", "not finite"):
                faults += 1
                print(f"{found}: {path}.json --claim {path}.npz")
    for (kind, found), count in sorted(counts.items(), key=str):
        print(f"{str(kind).removeprefix('torch.'):8} {found:12} {count:6}")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
