"""Prints the polynomials of Sources/Kernels/ElementaryDouble.h and ElementaryFloat.h.

    python3 Tests/Peers/elementary_coefficients.py      (needs mpmath)

Chebyshev fits, lowest power first, of (e^r − 1 − r)/r² over |r| ≤ log 2 / 2, and of
(log((1 + s)/(1 − s)) − 2s)/s³ as a function of s², |s| ≤ (√2 − 1)/(√2 + 1); with the largest error
of each fit. Also log 2 in two parts, of which the first leaves room for a factor k.
"""

import numpy
from mpmath import chebyfit, floor, log, mp, mpf, sqrt

mp.dps = 60


def exponential(r):
    return sum(r ** n / mp.factorial(n + 2) for n in range(40))


def logarithm(z):
    return sum(2 * z ** n / (2 * n + 3) for n in range(60))


def show(name, function, interval, count, rounded):
    coefficients, error = chebyfit(function, interval, count, error=True)
    print(f"{name}, error {mp.nstr(error, 3)}:")
    for c in reversed(coefficients):
        print("   ", float(rounded(mp.nstr(c, 40))).hex())


if __name__ == "__main__":
    half, edge = log(2) / 2, ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2
    for rounded, of_exp, of_log, bits in (float, 11, 7, 41), (numpy.float32, 6, 3, 15):
        print(rounded.__name__)
        show("  exp", exponential, [-half, half], of_exp, rounded)
        show("  log", logarithm, [0, edge], of_log, rounded)
        high = floor(log(2) * 2 ** bits) / mpf(2) ** bits
        print("  log 2 =", float(high).hex(), "+", float(rounded(mp.nstr(log(2) - high, 40))).hex())
        print("  1 / log 2 =", float(rounded(mp.nstr(1 / log(2), 40))).hex())
