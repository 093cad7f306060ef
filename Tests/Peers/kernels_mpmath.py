"""Writes Fixtures/expected/kernels.json: elementary functions of doubles, for the tests of Kernels.

    python3 Tests/Peers/kernels_mpmath.py      (needs mpmath)

A row is [x, y, rest]: y is the double nearest to f(x), and f(x) is y + rest ulp, from 50 digits.
The arguments cover all exponents, and lie dense where the kernels change their way and where they
were found to err most.
"""

import math
import random

from mpmath import mp, mpf

from network_file import FIXTURES
from number_text import write

mp.dps = 400  # 50 digits of log1p(1e-320)

LOG2 = math.log(2)
draw = random.Random(20)

# Arguments of the largest errors among some millions, with fused products and without.
HARD = {
    "exp": ["-0x1.623de21c94174p+9", "-0x1.6266c431da61bp+9", "-0x1.627c091b40007p+9",
            "-0x1.6288b5867502bp+9"],
    "expm1": ["0x1.630252d36ce1dp-2", "0x1.6a1ea5ca9ff9bp-2", "0x1.62ee18313a6aap-2",
              "0x1.62fc0ba387acep-2", "0x1.62f54fca07906p-2", "0x1.71bd8d0cfb4e5p-2"],
    "log": ["0x1.68bc60ae9d719p-1", "0x1.684dd352624edp-1", "0x1.69a9a3761e85fp-1",
            "0x1.69b0ab7d5bbabp-1", "0x1.69950cc28a31bp-1"],
    "log1p": ["-0x1.2e99ca1944a0ep-2", "-0x1.2c02aab6f4962p-2", "-0x1.2bfd9f6b4f3fap-2",
              "-0x1.2c2b72589f8bap-2"],
    "tanh": ["-0x1.8cf33bd35ed38p-3", "0x1.a696280bf6401p-3", "0x1.b0328d3791644p-3",
             "-0x1.893f3787d266cp-3", "-0x1.90c5bf85a7dep-3"],
    "logistic": ["-0x1.20578f68b18f9p+2", "-0x1.9a3b0c35b549fp+3", "-0x1.b098ccd011712p+3",
                 "-0x1.6dd2f20277b13p+3", "-0x1.1aca31139322bp+4"],
}


def of_exponents(exponents):
    """A number of every exponent, all bits drawn."""
    return [draw.uniform(1, 2) * 2.0 ** e if e >= -1022
            else math.ldexp(draw.getrandbits(e + 1074) + (1 << (e + 1074)), -1074)
            for e in exponents]


def signed(values):
    return [sign * x for x in values for sign in (1, -1)]


def near(centres, count=6):
    """The doubles beside a number, and some not far from it."""
    return [y for c in centres for y in
            [math.nextafter(c, -math.inf), c, math.nextafter(c, math.inf)]
            + [c * (1 + draw.uniform(-1, 1) * 10.0 ** -n) for n in range(1, count)]]


def uniform(low, high, count):
    return [draw.uniform(low, high) for _ in range(count)]


def saturating(low, high):
    """For functions of e^x: steps of k, the ends, and exponents down to the subnormal ones."""
    steps = [(k + 0.5) * LOG2 for k in range(-5, 5)]
    return (signed(of_exponents(list(range(-1074, -64, 29)) + list(range(-64, 4))))
            + near(steps, 3) + uniform(low, high, 150) + uniform(-1, 1, 80))


ARGUMENTS = {
    "exp": saturating(-746, 709.8) + uniform(-745.2, -708, 60)
    + near([709.782712893384, -745.1332]),
    "expm1": saturating(-40, 709.8) + near([709.782712893384, -37.4, 36.7, 37.4, -40.0])
    + uniform(0.3, 0.5, 40),
    "log": of_exponents(list(range(-1074, -1020)) + list(range(-1020, 1024, 7)))
    + near([1.0, math.sqrt(0.5), math.sqrt(2), 2.0, 0.5], 16) + uniform(0.5, 2, 100)
    + [2.0 ** -1074, 2.0 ** -1022, math.nextafter(math.inf, 0)],
    "log1p": of_exponents(list(range(-1074, 1024, 17)) + list(range(-60, 60)))
    + [-x for x in of_exponents(list(range(-1074, -64, 29)) + list(range(-64, 0)))]
    + near([math.sqrt(0.5) - 1, math.sqrt(2) - 1, 1.0, 2.0 ** 53, 2.0 ** 54], 10)
    + [math.nextafter(-1.0, 0), math.nextafter(math.inf, 0)] + uniform(-1, 1, 100),
    "tanh": saturating(-20, 20) + near([19.06, -19.06, 20.0]) + signed(uniform(0.1, 0.3, 40)),
    "logistic": saturating(-746, 40) + uniform(-745.2, -708, 60) + near([36.7, 37.4, -745.1332])
    + uniform(-30, 0, 80),
}

FUNCTIONS = {name: getattr(mp, name) for name in ("exp", "expm1", "log", "log1p", "tanh")}
FUNCTIONS["logistic"] = lambda x: 1 / (1 + mp.exp(-x))


def row(function, x):
    value = function(mpf(x))
    y = float(mp.nstr(value, 60))
    return [x, y, float((value - mpf(y)) / mpf(math.ulp(y)))]


if __name__ == "__main__":
    table = {}
    for name, function in FUNCTIONS.items():
        arguments = ARGUMENTS[name] + [float.fromhex(x) for x in HARD[name]]
        rows = [row(function, x) for x in sorted(set(arguments))]
        table[name] = [r for r in rows if math.isfinite(r[1])]
    write(FIXTURES / "expected" / "kernels.json", table)
    print({name: len(rows) for name, rows in table.items()})
