"""What the peers' programs of the benchmark share: requests on standard input, answers on standard
output, one JSON object a line, so that a library is loaded once and raced many times.

    {"work": "gradient", "values": FILE, "sizes": [784, 128, 10], "examples": 64,
     "activation": "tanh", "precision": "double", "seconds": 0.5}

is answered with {"seconds": [...], "difference": 2e-16}, or with {"error": "…"}. The first line that
a program prints is its versions. Not a program; race_*.py import it.
"""

import json
import sys
import time

from race_values import Values


def timed(work, seconds):
    """The times of `work`, run at least once, until the time is over."""
    start, samples = time.perf_counter(), []
    while True:
        before = time.perf_counter()
        work()
        after = time.perf_counter()
        samples.append(after - before)
        if after - start >= seconds:
            return samples


def training(request, train, cost):
    """What `serve` needs, from `train`, which descends so many iterations from the start and gives the
    parameters, and `cost` of these: the difference from Nabla's cost after some iterations, and the
    whole training."""
    checked = request["checked"]
    difference = abs(cost(train(checked["iterations"])) / checked["cost"] - 1)
    return difference, lambda: train(request["iterations"])


def serve(versions, works):
    """Answers requests with `works`: from (values, request) to the difference of the gradient from
    Nabla's, or None, and to the function that is timed."""
    print(json.dumps({"versions": versions}), flush=True)
    prepared = {}
    for line in sys.stdin:
        request = json.loads(line)
        key = json.dumps({name: request[name] for name in sorted(request) if name != "seconds"})
        try:
            if key not in prepared:
                values = None
                if request.get("values"):
                    values = Values(request["values"], request["sizes"], request["examples"],
                                    request["precision"])
                    values.activation = request["activation"]
                prepared[key] = works[request["work"]](values, request)
            difference, work = prepared[key]
            answer = {"seconds": timed(work, request["seconds"]), "difference": difference}
        except Exception as error:  # whatever it is: the table names it and goes on
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
