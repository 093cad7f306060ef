"""JAX's side of the benchmark: value and gradient, and a training, compiled.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

from functools import partial

import jax
import jax.numpy as jnp

from race_worker import serve, training

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")

ACTIVATIONS = {"tanh": jnp.tanh, "rectifier": jax.nn.relu}


def gradient(values, _):
    X, Y = jnp.asarray(values.array(values.inputs)), jnp.asarray(values.array(values.targets))
    parameters = [jnp.asarray(values.array(part)) for part in values.parameters]
    activation = ACTIVATIONS[values.activation]

    def cost(parameters, X, Y):
        a = X
        for W, b in zip(parameters[:-2:2], parameters[1:-2:2]):
            a = activation(a @ W.T + b)
        z = a @ parameters[-2].T + parameters[-1]
        return -(Y * jax.nn.log_softmax(z)).sum() / len(X)

    compiled = jax.jit(jax.value_and_grad(cost))

    def work():
        return jax.block_until_ready(compiled(parameters, X, Y))

    return values.difference(*work()), work


def descent(values, request):
    """Batch gradient descent, one hidden layer of rectifiers: all iterations are one compiled loop,
    whose parameters take the place of those that it was given. With an example a column it is faster."""
    X, Y, start = values.columns
    X, Y = jnp.asarray(X), jnp.asarray(Y)
    rate = request["rate"]

    def cost(parameters, X, Y):
        W2, b2, W3, b3 = parameters
        z = W3 @ jax.nn.relu(W2 @ X + b2) + b3
        return -(Y * jax.nn.log_softmax(z, axis=0)).sum() / X.shape[1]

    @partial(jax.jit, donate_argnums=0)
    def run(parameters, X, Y, iterations):
        def step(_, parameters):
            slopes = jax.grad(cost)(parameters, X, Y)
            return [part - rate * slope for part, slope in zip(parameters, slopes)]
        return jax.lax.fori_loop(0, iterations, step, parameters)

    def train(iterations):
        return jax.block_until_ready(run([jnp.array(part) for part in start], X, Y, iterations))

    return training(request, train, lambda parameters: float(cost(parameters, X, Y)))


if __name__ == "__main__":
    serve({"JAX": jax.__version__}, {"gradient": gradient, "train": descent})
