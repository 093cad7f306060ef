"""Where Mazur's 0.291027924 comes from: hidden errors computed with already updated output weights.

    python3 Tests/Peers/mazur_erratum.py      (needs nothing but Python)

The example is Fixtures/networks/mazur.json, learned at rate 0.5 with its biases left alone. The page
prints the error after one step and the outputs after 10,000; the script learns twice, with the
weights that the errors of the hidden layer should see and with those that they should not.
"""

from math import exp, fsum

from network_file import FIXTURES, read

RATE = 0.5
PUBLISHED = 0.291027924


def forward(x, weights, biases):
    """The activations of every layer, the input first."""
    values = [x]
    for W, b in zip(weights, biases):
        z = [fsum(w * a for w, a in zip(row, values[-1])) + bias for row, bias in zip(W, b)]
        values.append([1 / (1 + exp(-value)) for value in z])
    return values


def error(h, y):
    return fsum((hk - yk) ** 2 for hk, yk in zip(h, y)) / 2


def step(network, weights, updated_weights):
    """One step of gradient descent; `updated_weights` plants the mistake."""
    x, a, h = forward(network.inputs[0], weights, network.biases)
    delta_out = [(hk - yk) * hk * (1 - hk) for hk, yk in zip(h, network.targets[0])]
    hidden, output = weights
    new_output = [[w - RATE * d * ai for w, ai in zip(row, a)] for row, d in zip(output, delta_out)]
    seen = new_output if updated_weights else output
    delta = [fsum(seen[k][i] * d for k, d in enumerate(delta_out)) * ai * (1 - ai)
             for i, ai in enumerate(a)]
    new_hidden = [[w - RATE * d * xn for w, xn in zip(row, x)] for row, d in zip(hidden, delta)]
    return [new_hidden, new_output]


def learn(network, steps, updated_weights):
    weights = network.weights
    for _ in range(steps):
        weights = step(network, weights, updated_weights)
    h = forward(network.inputs[0], weights, network.biases)[-1]
    return error(h, network.targets[0]), h


if __name__ == "__main__":
    network = read(FIXTURES / "networks" / "mazur.json")
    print(f"published, after one step               E = {PUBLISHED:.9f}")
    results = {}
    for updated, words in (False, "original weights"), (True, "updated weights "):
        results[updated], _ = learn(network, 1, updated)
        later, h = learn(network, 10_000, updated)
        print(f"hidden errors from the {words} E = {results[updated]:.17f}")
        print(f"    after 10,000 steps                  E = {later:.6e}"
              f"   outputs {h[0]:.9f} {h[1]:.9f}")
    assert abs(results[False] - 0.29102777369359935) < 1e-15
    assert f"{results[True]:.9f}" == f"{PUBLISHED:.9f}"
    print("The published value is the second one: the mistake named updated-weights.")
