"""Writes Fixtures/expected/elementary.json: elementary functions, for the tests of number types.

    python3 Tests/Peers/elementary_mpmath.py      (needs mpmath)

A row of exp, expm1, log, log1p, tanh is [argument, "value"]: the argument is exactly that double,
the value has 40 significant digits, as d.ddd…e±x (no exponent where it is 0; zero is 0.0). A row of
logistic and logLogistic is [argument, value], the value being the nearest double.
"""

import math

from mpmath import mp, mpf

from network_file import FIXTURES
from number_text import write

mp.dps = 400

ULP = 2.0 ** -52
TINY = [1e-300, 3.7e-200, 1e-100, 1e-40, 1e-20, 2.5e-16, 1e-12, 1e-8, 1e-5, 3e-4]
SMALL = [0.001, 0.01, 0.07, 0.1, 0.25, 0.34657359, 0.5, 0.7, 0.99]
ONE = [1.0 - 1e-10, 1.0 - ULP / 2, 1.0, 1.0 + ULP, 1.0 + 1e-10, 1.01]
LARGE = [1.5, 2.0, math.e, math.pi, 5.5, 10.0, 17.3, 20.0, 36.7, 40.0]
HUGE = [55.5, 100.0, 250.3, 500.0, 600.7, 690.0, 700.0]
NEAR = [2 * ULP, 1e-14, 1e-11, 1e-8, 1e-6, 1e-4, 0.003, 0.02, 0.1, 0.3]  # log near 1
WIDE = [1e3, 1.7e5, 1e8, 3.3e12, 1e20, 1e50, 1e100, 6.5e150, 1e200, 1e300]


def both(values):
    return sorted({sign * value for value in values for sign in (-1, 1)})


ARGUMENTS = {
    "exp": both(TINY[::2] + SMALL + ONE[1:4] + LARGE[1:] + HUGE),
    "expm1": both(TINY + SMALL[::2] + ONE[1:4] + LARGE[::2] + HUGE[::2] + [0.693147]),
    "log": sorted(set(TINY + SMALL + ONE + LARGE + WIDE
                  + [1 + v for v in NEAR] + [1 - v for v in NEAR])),
    "log1p": sorted(set(both(TINY + SMALL) + ONE[2:] + LARGE + WIDE + [ULP / 2 - 1, 1e-10 - 1])),
    "tanh": both(TINY + SMALL + ONE[1:5:2] + LARGE),
}

SATURATING = [1e-300, 1e-10, 0.1, 1.0, 5.0, 20.0, 36.0, 37.0, 40.0,
              100.0, 500.0, 700.0, 709.0, 745.0, 800.0, 1e4, 1e6]


def digits(value):
    return mp.nstr(value, 40, strip_zeros=False, min_fixed=0, max_fixed=0)


def logistic(z):
    return 1 / (1 + mp.exp(-z))


def log_logistic(z):
    return -mp.log1p(mp.exp(-z))


def nearest(value):
    return float(mp.nstr(value, 60))


if __name__ == "__main__":
    table = {name: [[x, digits(getattr(mp, name)(mpf(x)))] for x in arguments]
             for name, arguments in ARGUMENTS.items()}
    for name, function in ("logistic", logistic), ("logLogistic", log_logistic):
        table[name] = [[z, nearest(function(mpf(z)))] for z in both(SATURATING)]
    write(FIXTURES / "expected" / "elementary.json", table)
    print({name: len(rows) for name, rows in table.items()})
