"""The rows of the table: what is timed on both sides, and what is aimed at."""

import sys

from measure import Peer, Samples
from race import Contestant


class Row:
    """One piece of work. `ratio`, `share` and `seconds` are its targets, one of which has to be met:
    times faster than the best peer, share of the peak, and seconds."""

    def __init__(self, key, words, make, ratio=None, share=None, seconds=None, operations=None,
                 precision="double", cores=None, only_full=False):
        self.key, self.words, self.make = key, words, make
        self.ratio, self.share, self.seconds = ratio, share, seconds
        self.operations, self.precision, self.cores = operations, precision, cores
        self.only_full = only_full


class Field:
    """Both sides, and the networks they run on; makes the rows."""

    def __init__(self, ours, networks, seconds, full):
        self.ours, self.networks, self.seconds, self.full = ours, networks, seconds, full
        self.torch, self.jax = Peer("race_torch.py"), Peer("race_jax.py")
        self.numpy, self.numpy_one_core = Peer("race_numpy.py"), Peer("race_numpy.py", True)

    def peers(self):
        return [self.torch, self.jax, self.numpy, self.numpy_one_core]

    def rows(self):
        digits, table = self.networks.digits_network, self.networks.table_network
        wide, narrow = [784, 128, 10], [784, 10, 10]
        return [
            self.check("check-wide", "full check, 784-128-10 tanh, 64 digits",
                       lambda: digits(wide, 64), 500, only_full=True),
            self.check("check-64", "full check, 784-10-10 tanh, 64 digits",
                       lambda: digits(narrow, 64), 500),
            self.check("check-1000", "full check, 784-10-10 tanh, 1,000 digits",
                       lambda: digits(narrow, 1000), 500),
            self.check("deep-rectifier", "full check, 30-20-20-10 rectifier, 32 examples",
                       lambda: table([30, 20, 20, 10], 32, "rectifier"), 100),
            self.check("deep-tanh", "full check, 30-20-20-10 tanh, 32 examples",
                       lambda: table([30, 20, 20, 10], 32, "tanh"), 100),
            self.check("directional", "directional check, 784-128-10 tanh, 64 digits",
                       lambda: digits(wide, 64), 10, directional=True),
            *[self.gradient(wide, examples, precision)
              for precision in ("double", "float") for examples in (64, 1000)],
            *self.training(10_000, 2000, 1000),
            self.start(),
            self.product(256),
        ]

    def quick_rows(self):
        """The same kinds of work, small: the targets are not for these."""
        rows = self.small_rows()
        for row in rows:
            row.ratio = row.share = row.seconds = None
        return rows

    def small_rows(self):
        table = self.networks.table_network
        return [
            self.check("check", "full check, 12-8-4 tanh, 8 examples",
                       lambda: table([12, 8, 4], 8)),
            self.check("directional", "directional check, 12-8-4 tanh, 8 examples",
                       lambda: table([12, 8, 4], 8), directional=True),
            *[self.gradient([784, 16, 10], 16, precision) for precision in ("double", "float")],
            *self.training(120, 20, 10),
            self.start(),
            self.product(64),
        ]

    def check(self, key, words, network, ratio=None, directional=False, only_full=False):
        """`nabla check`, whole process, and gradcheck, the call alone."""
        def make():
            file = network()
            options = ["--directional"] if directional else []
            command = self.ours.check(file, *options)
            ours = Contestant("nabla check", lambda: self.ours.processes(command, self.seconds))
            request = self.request("check", file, "double") | {"fast": directional, "seconds": 0}
            name = "gradcheck, fast mode" if directional else "gradcheck"
            peers = [] if only_full and not self.full else [
                Contestant(name, lambda: self.torch.ask(request))]
            return ours, peers
        return Row(key, words, make, ratio=ratio, only_full=only_full)

    def gradient(self, sizes, examples, precision):
        network = self.networks.digits_network(sizes, examples)
        shape = "-".join(map(str, sizes))

        def make():
            ours = Contestant("batch engine", lambda: self.ours.gradient(
                network, precision, self.seconds))
            peers = [(self.torch, "gradient", "PyTorch autograd"),
                     (self.torch, "manual", "PyTorch by hand"),
                     (self.jax, "gradient", "JAX jit"), (self.numpy, "gradient", "NumPy by hand")]
            return ours, [self.contestant(name, peer, self.request(work, network, precision))
                          for peer, work, name in peers]
        return Row(f"gradient-{examples}-{precision}",
                   f"one gradient, {shape} tanh, {examples:,} digits, {precision}", make,
                   ratio=1.5, share=0.7, operations=network.operations, precision=precision)

    def training(self, examples, held_out, iterations):
        """`nabla train`, the seconds that it prints, and batch gradient descent of the peers, on as many
        digits as are not held out. The peers start where Nabla starts, and before they are timed their
        cost after some iterations on the same digits is compared with Nabla's."""
        sizes, rate, kept = [784, 10, 10], 0.1, examples - held_out
        words = f"{iterations:,} steps, 784-10-10 rectifier, {kept:,} digits"

        def maker(peers):
            def make():
                all_digits = self.networks.training_network(sizes, examples)
                network = self.networks.training_network(sizes, kept)
                checked = min(iterations, 20)
                request = self.request("train", network, "double") | {
                    "rate": rate, "iterations": iterations, "seconds": 0, "checked": {
                        "iterations": checked,
                        "cost": self.ours.train(network, checked, rate)["cost"]}}
                ours = Contestant("nabla train", lambda: Samples([
                    self.ours.train(all_digits, iterations, rate, held_out)["seconds"]]))
                return ours, [self.contestant(name, peer, request | {"work": work})
                              for peer, work, name in peers]
            return make

        numpy = [(self.numpy, "train", "NumPy by hand")]
        compiled = [(self.torch, "train", "PyTorch autograd"),
                    (self.torch, "train-manual", "PyTorch by hand"), (self.jax, "train", "JAX jit")]
        return [Row("train-numpy", words + ", NumPy", maker(numpy), ratio=3),
                Row("train-digits", words, maker(compiled), ratio=1.5)]

    def start(self):
        def make():
            file = self.networks.smallest()
            command = self.ours.check(file)
            ours = Contestant("nabla check", lambda: self.ours.processes(command, self.seconds))

            def load():
                self.torch.start()
                if self.torch.missing:
                    return self.torch.ask({})
                return self.ours.process([sys.executable, "-c", "import torch"])
            return ours, [Contestant("import torch", load)]
        return Row("start", "full check, 2-2-1 logistic, 2 examples", make, seconds=0.015)

    def product(self, size):
        def make():
            ours = Contestant("kernels", lambda: self.ours.product(size, self.seconds))
            request = {"work": "product", "size": size, "seconds": self.seconds}
            return ours, [self.contestant("NumPy", self.numpy_one_core, request)]
        return Row("product", f"product, {size}³, one core", make, ratio=1.3, share=0.8,
                   operations=2 * size ** 3, cores=1)

    @staticmethod
    def contestant(name, peer, request):
        return Contestant(name, lambda: peer.ask(request))

    def request(self, work, network, precision):
        return {"work": work, "values": str(self.ours.values(network, precision)),
                "sizes": network.sizes, "examples": network.examples,
                "activation": network.activation, "precision": precision,
                "seconds": self.seconds}
