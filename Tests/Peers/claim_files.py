"""Writes Fixtures/claims: one right gradient of a network 2-3-1 and of one 2-2-2 as programs in NumPy
and PyTorch save it, and the same numbers in the gradients file of this package to compare with.

    python3 Tests/Peers/claim_files.py        (needs NumPy)

The numbers are made up; what is tested is that they are read. NumPy gives
every member of an archive one date, so that running this again changes nothing.
"""

import io
import json
import zipfile

import numpy as np

from network_file import FIXTURES

FOLDER = FIXTURES / "claims"
SIZES = [2, 3, 1]
M = 4


def numbers(shape, start):
    """start, start + 1, …, each divided by 7: no number of a float, and all different."""
    return ((np.arange(np.prod(shape)) + start) / 7).reshape(shape)


def member(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version, allow_pickle=True)
    return file.getvalue()


def archive(name, arrays):
    np.savez(FOLDER / name, **arrays)


def archive_of(name, arrays, version=None, force_zip64=True):
    """As np.savez writes it, but for the version of the format, or the sizes of 32 bits."""
    with zipfile.ZipFile(FOLDER / name, "w") as file:
        for key, array in arrays.items():
            with file.open(zipfile.ZipInfo(key + ".npy"), "w", force_zip64=force_zip64) as stream:
                stream.write(member(np.asanyarray(array), version))


def main():
    FOLDER.mkdir(exist_ok=True)
    W2, b2, W3, b3 = numbers((3, 2), 1), numbers(3, 11), numbers((1, 3), 21), numbers(1, 31)
    delta2, delta3 = numbers((3, M), 41), numbers((1, M), 61)
    cost = np.float64(5 / 7)
    (FOLDER / "gradients.json").write_text(json.dumps({
        "weights": [W2.tolist(), W3.tolist()], "biases": [b2.tolist(), b3.tolist()],
        "errors": [delta2.tolist(), delta3.tolist()], "cost": float(cost)}, indent=1) + "\n")

    plain = {"W2": W2, "b2": b2, "W3": W3, "b3": b3}
    whole = plain | {"delta2": delta2, "delta3": delta3, "cost": cost}
    archive("plain.npz", whole)
    archive_of("plain-32-bit-sizes.npz", whole, force_zip64=False)
    archive_of("version-2.npz", whole, version=(2, 0))
    archive_of("version-3.npz", whole, version=(3, 0))
    archive("column-major.npz", {key: np.asfortranarray(a) for key, a in whole.items()})
    archive("big-endian.npz", {key: np.asarray(a, ">f8") for key, a in whole.items()})
    archive("float32.npz", {key: np.asarray(a, "<f4") for key, a in whole.items()})
    archive("float32-big-endian.npz", {key: np.asarray(a, ">f4") for key, a in whole.items()})
    archive("float32-in-float64.npz",
            {key: np.asarray(np.asarray(a, "f4"), "f8") for key, a in whole.items()})
    archive("integers.npz", {"W2": np.arange(6, dtype="i8").reshape(3, 2) - 3,
                             "b2": np.arange(3, dtype="u1"), "W3": -np.ones((1, 3), ">i2"),
                             "b3": np.array([1 << 53])})
    archive("transposed.npz", {"W2": W2.T, "b2": b2, "W3": W3.T, "b3": b3,
                               "delta2": delta2.T, "delta3": delta3.T})
    archive("columns.npz", {"dW2": W2, "db2": b2[:, None], "dW3": W3, "db3": b3[:, None],
                            "dZ2": delta2, "dZ3": delta3, "J": cost})
    archive("from-one.npz", {"W1": W2, "b1": b2, "W2": W3, "b2": b3, "delta1": delta2})
    archive("from-zero.npz", {"W0": W2, "b0": b2, "W1": W3, "b1": b3, "delta0": delta2})
    archive("bias-column.npz", {"W2": np.hstack([b2[:, None], W2]),
                                "W3": np.hstack([b3[:, None], W3])})
    archive("bias-row.npz", {"W2": np.hstack([b2[:, None], W2]).T,
                             "W3": np.hstack([b3[:, None], W3]).T})
    archive("bias-last-column.npz", {"W2": np.hstack([W2, b2[:, None]]),
                                     "W3": np.hstack([W3, b3[:, None]])})
    archive("bias-last-row.npz", {"W2": np.hstack([W2, b2[:, None]]).T,
                                  "W3": np.hstack([W3, b3[:, None]]).T})
    archive("flat.npz", {"W2": W2.ravel(), "b2": b2, "W3": W3.ravel(), "b3": b3})
    np.savez(FOLDER / "positional.npz", W2, b2, W3, b3)
    archive("torch.npz", {"0.weight": W2, "0.bias": b2, "2.weight": W3, "2.bias": b3})
    vector = np.concatenate([W2.ravel(), b2, W3.ravel(), b3])
    (FOLDER / "vector.npy").write_bytes(member(vector))
    (FOLDER / "vector-float32.npy").write_bytes(member(vector.astype("f4")))

    square = {"W2": numbers((2, 2), 1), "b2": numbers(2, 5),
              "W3": numbers((2, 2), 7), "b3": numbers(2, 11)}
    archive("square.npz", square | {"delta2": numbers((2, 2), 13), "delta3": numbers((2, 2), 17)})

    # What is refused.
    np.savez_compressed(FOLDER / "compressed.npz", **plain)
    archive("float16.npz", {key: a.astype("f2") for key, a in plain.items()})
    archive("complex.npz", plain | {"W2": W2 + 1j})
    archive("objects.npz", {"weights2": np.array([W2, W3], dtype=object)})
    archive("longdouble.npz", {key: a.astype(np.longdouble) for key, a in plain.items()})
    archive("booleans.npz", plain | {"b2": b2 > 1.6})
    archive("large-integer.npz", plain | {"b3": np.array([(1 << 53) + 1])})
    archive("nan.npz", plain | {"W3": np.array([[1, np.nan, np.inf]])})
    archive("record.npz", plain | {"b3": np.zeros(1, [("x", "f8"), ("y", "f8")])})
    (FOLDER / "matrix.npy").write_bytes(member(W2))


main()
