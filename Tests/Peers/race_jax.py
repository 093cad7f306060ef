"""JAX's side of the benchmark: value and gradient, compiled.

Called by Tests/Benchmarks/run; see race_worker.py.
"""

import jax
import jax.numpy as jnp

from race_worker import serve

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


if __name__ == "__main__":
    serve({"JAX": jax.__version__}, {"gradient": gradient})
