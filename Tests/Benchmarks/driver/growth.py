"""How the time and the memory of `nabla check` grow with the size of the work.

Each series changes one thing. It ends where a check takes longer than a twelfth of --limit: the
next size may take several times as much. The exponent is that of the least-squares line through the
larger half of the points, both axes logarithmic; the start of the process hides it in the smaller.
"""

import math
import subprocess
import sys
from pathlib import Path

import machine
from table import markdown, time

DIGITS = 4096


class Series:
    """Networks that differ in one thing: its name, and how large it is in each network."""

    def __init__(self, name, expected, size, networks):
        self.name, self.expected, self.size, self.networks = name, expected, size, networks
        self.points = []

    def measure(self, ours, rounds, limit):
        for make in self.networks:
            network = make()
            print(f"  {self.name}: {self.size(network):,}", file=sys.stderr)
            command = ours.check(network)
            samples = ours.process(command)
            if rounds > 1 and not samples.unfinished and samples.least < limit / rounds:
                samples.add(ours.process(command, rounds - 1))
            if samples.unfinished:
                return
            self.points.append(Point(
                network, self.size(network), samples.least, ours.memory[" ".join(command)]))
            if samples.least > limit:
                return

    def fit(self):
        """Exponent and factor."""
        larger = self.points[-max(2, (len(self.points) + 1) // 2):]
        places = [(math.log(point.size), math.log(point.seconds)) for point in larger]
        x, y = (sum(values) / len(places) for values in zip(*places))
        slope = (sum((a - x) * (b - y) for a, b in places)
                 / sum((a - x) ** 2 for a, _ in places))
        return slope, math.exp(y - slope * x)


class Point:
    """One check."""

    def __init__(self, network, size, seconds, peak):
        self.network, self.size, self.seconds, self.peak = network, size, seconds, peak

    @property
    def product(self):
        """P·M·K"""
        return self.network.parameters * self.network.examples * self.network.sizes[-1]

    @property
    def needed(self):
        """Bytes of the network, the data, and z and a of one forward pass."""
        sizes, examples = self.network.sizes, self.network.examples
        return 8 * (self.network.parameters + examples * (sizes[0] + sizes[-1])
                    + 2 * examples * sum(sizes[1:]))


def all_series(networks, quick):
    """The sizes that are tried, smallest first."""
    digits, table = networks.digits_network, networks.table_network

    def powers(first, last):
        return [2 ** n for n in range(first, min(last, first + 1) + 1 if quick else last + 1)]
    pixels, few = (12, 8) if quick else (784, 64)
    network = table if quick else digits

    def one_hidden(hidden=10, examples=few, outputs=10):
        return lambda: network([pixels, hidden, outputs], examples)
    return [
        Series("parameters P", 1, lambda n: n.parameters,
               [one_hidden(hidden=h) for h in powers(0, 9)]),
        Series("examples M", 1, lambda n: n.examples,
               [one_hidden(examples=m) for m in powers(2, 12)]),
        Series("outputs K", 1, lambda n: n.sizes[-1],
               [one_hidden(outputs=10 * k) for k in powers(0, 4)]),
        Series("hidden layers L − 2", 2, lambda n: len(n.sizes) - 2,
               [lambda l=l: table([20] + [20] * l + [10], few // 2) for l in powers(0, 5)]),
    ]


def report(ours, networks, options):
    """Prints the tables and draws the picture."""
    series = all_series(networks, options.quick)
    rounds = options.rounds or (1 if options.quick else 3)
    empty = networks.smallest()
    ours.process(ours.check(empty))
    floor = ours.memory[" ".join(ours.check(empty))]
    for one in series:
        one.measure(ours, rounds, options.limit / 12)
    header, _ = machine.description(ours, networks.source, [])
    print("\n".join(f"- {name}: {value}" for name, value in header.items()), end="\n\n")
    for one in series:
        print(table(one, floor), end="\n\n")
    print(f"An empty check needs {floor / 2 ** 20:.1f} MiB, which the last column leaves out.\n")
    measured = [one for one in series if len(one.points) > 1]
    print(exponents(series))
    if measured:
        draw(ours, measured, Path(options.svg))


def table(series, floor):
    head = [series.name, "sizes", "M", "time", "per P·M·K", "peak", "network + data + 1 pass",
            "peak / that"]
    rows = [[f"{point.size:,}", sizes(point.network.sizes), f"{point.network.examples:,}",
             time(point.seconds), f"{point.seconds / point.product * 1e9:.3g} ns",
             f"{point.peak / 2 ** 20:.1f} MiB", f"{point.needed / 2 ** 20:.2f} MiB",
             f"{max(0, point.peak - floor) / point.needed:.1f}"] for point in series.points]
    return markdown(head, rows, set(range(len(head))) - {1})


def sizes(numbers):
    """784-10-10; equal layers counted."""
    if len(numbers) <= 4:
        return "-".join(map(str, numbers))
    return f"{len(numbers) - 1} × {numbers[0]}-{numbers[-1]}"


def exponents(series):
    """The exponents of the series, and one of all networks with a single hidden layer against P·M·K."""
    together = Series("P·M·K, every network with one hidden layer", 1, None, [])
    together.points = sorted(
        (Point(point.network, point.product, point.seconds, point.peak)
         for one in series for point in one.points if len(point.network.sizes) == 3),
        key=lambda point: point.size)
    rows = [[one.name, f"{one.fit()[0]:.2f}", f"{one.expected}"]
            for one in [*series, together] if len(one.points) > 1]
    return markdown(["time grows with", "exponent", "of the count of operations"], rows, {1, 2})


def draw(ours, measured, path):
    lines = []
    for one in measured:
        exponent, factor = one.fit()
        lines.append(f"panel\t{one.name}\t{exponent!r}\t{factor!r}")
        lines += [f"point\t{point.size}\t{point.seconds!r}" for point in one.points]
    drawn = subprocess.run([ours.products / "Benchmarks", "plot", "Time of nabla check"],
                           input="\n".join(lines) + "\n", text=True, check=True,
                           stdout=subprocess.PIPE)
    path.write_text(drawn.stdout, encoding="utf-8")
    print(f"\nDrawn in {path}.")
