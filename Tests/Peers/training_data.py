"""Writes the tables that the networks of Fixtures/training learn from: iris, each measurement scaled to
mean 0 and deviation 1 and rounded to four decimals, and points around curves.

    python3 Tests/Peers/training_data.py        (needs nothing but Python)
"""

import csv
import math
import random
import statistics

from network_file import FIXTURES

FOLDER = FIXTURES / "training"
MEASUREMENTS = ["sepal_length", "sepal_width", "petal_length", "petal_width"]


def write(name, header, rows):
    lines = [",".join(map(str, row)) for row in [header, *rows]]
    (FOLDER / name).write_text("\n".join(lines) + "\n")


def iris():
    with open(FIXTURES / "data" / "iris.csv", newline="") as lines:
        rows = list(csv.DictReader(lines))
    scaled = []
    for key in MEASUREMENTS:
        column = [float(row[key]) for row in rows]
        mean, deviation = statistics.fmean(column), statistics.pstdev(column)
        scaled.append([f"{(value - mean) / deviation:.4f}" for value in column])
    flowers = list(zip(*scaled))
    species = [row["species"] for row in rows]
    write("iris-measurements.csv", MEASUREMENTS, flowers)
    write("iris-scaled.csv", [*MEASUREMENTS, "species"],
          [[*flower, name] for flower, name in zip(flowers, species)])
    write("iris-virginica.csv", [*MEASUREMENTS, "virginica"],
          [[*flower, int(name == "virginica")] for flower, name in zip(flowers, species)
           if name != "setosa"])


def points(name, count, curve, noise, seed):
    """Points at equal distances in −1 … 1, around a curve, in no order."""
    source = random.Random(seed)
    xs = [round(-1 + 2 * n / (count - 1), 3) for n in range(count)]
    rows = [(x, f"{curve(x) + source.gauss(0, noise):.4f}") for x in xs]
    source.shuffle(rows)
    write(name, ["x", "y"], rows)


if __name__ == "__main__":
    iris()
    points("polynomial.csv", 21, lambda x: 0.5 - x + 1.5 * x ** 3, 0.1, seed=3)
    points("overfitting.csv", 24, lambda x: math.sin(4 * x), 0.3, seed=8)
