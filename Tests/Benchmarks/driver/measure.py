"""Times of our side (the command as a whole process, the engine inside one) and of the peers'."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PEERS = ROOT / "Tests" / "Peers"
AGREEMENT = {"double": 1e-12, "float": 1e-5}


class Missing(Exception):
    """Something that this machine does not have."""


def build(skip=False):
    """Builds the release; the folder that it lies in."""
    command = ["swift", "build", "-c", "release"]
    if not skip:
        subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    return subprocess.run([*command, "--show-bin-path"], cwd=ROOT, check=True, text=True,
                          stdout=subprocess.PIPE).stdout.strip()


def on_one_core(command):
    """The command, held on one core where the system can do that."""
    return ["taskset", "-c", "0", *command] if shutil.which("taskset") else command


class Samples:
    """Measured seconds; an unfinished one is the limit at which it was ended."""

    def __init__(self, seconds=(), unfinished=False):
        self.seconds, self.unfinished = list(seconds), unfinished

    def add(self, other):
        self.seconds += other.seconds
        self.unfinished |= other.unfinished

    @property
    def least(self):
        return min(self.seconds)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def spread(self):
        """The middle half of the samples, as a share of the median."""
        if len(self.seconds) < 2:
            return None
        low, _, high = statistics.quantiles(self.seconds, n=4, method="inclusive")
        return (high - low) / self.median


class Ours:
    """Nabla's side, measured by the program that is built from this folder."""

    def __init__(self, products, folder, limit):
        self.products, self.folder, self.limit = Path(products), Path(folder), limit
        self.statuses, self.memory = {}, {}

    def ask(self, *arguments, **options):
        """The lines that `Benchmarks` prints."""
        done = subprocess.run([*options.pop("before", []), self.products / "Benchmarks",
                               *map(str, arguments)], stdout=subprocess.PIPE, text=True, **options)
        if done.returncode != 0:
            sys.exit(f"Benchmarks {' '.join(map(str, arguments))}: status {done.returncode}")
        return done.stdout.splitlines()

    def process(self, command, rounds=1):
        """A whole process; what it ended with and its peak of memory are kept."""
        runs = [line.split() for line in self.ask("process", rounds, self.limit, *command)]
        name = " ".join(map(str, command))
        self.memory[name] = max(int(peak) for _, peak, _ in runs)
        self.statuses[name] = int(runs[-1][2])
        return Samples((float(seconds) for seconds, _, _ in runs), runs[-1][2] == "-1")

    def processes(self, command, seconds):
        """A whole process again and again, once at least, for about so long."""
        first = self.process(command)
        further = min(20, int(seconds / first.least) - 1)
        if further > 0 and not first.unfinished:
            first.add(self.process(command, further))
        return first

    def check(self, network, *options):
        """`nabla check`."""
        return [str(self.products / "nabla"), "check", str(network.path), *options]

    def gradient(self, network, precision, seconds):
        return Samples(map(float, self.ask("gradient", network.path, precision, seconds)))

    def product(self, size, seconds):
        return Samples(map(float, self.ask("product", size, seconds, before=on_one_core([]))))

    def train(self, network, iterations, rate, held_out=0):
        """What `nabla train` says of batch gradient descent, as a dictionary."""
        options = ["--iterations", iterations, "--rate", rate, "--batch", "all", "--test", held_out,
                   "--seed", 1, "--format", "json"]
        command = [str(self.products / "nabla"), "train", str(network.path), *map(str, options)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=self.limit)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: status {done.returncode}")
        return json.loads(done.stdout)

    def peaks(self, seconds):
        """Multiplications and additions that one core does in a second at best, by precision."""
        lines = [line.split() for line in self.ask("peak", seconds, before=on_one_core([]))]
        return {precision: float(speed) for precision, speed in lines}

    def values(self, network, precision):
        """The file of what the peers have to agree with."""
        path = self.folder / f"{network.path.stem}-{precision}.values"
        if not path.exists():
            self.ask("values", network.path, precision, path)
        return path


class Peer:
    """A program of Tests/Peers that answers requests; started when it is first needed."""

    def __init__(self, program, one_core=False):
        self.program, self.one_core = program, one_core
        self.process, self.versions, self.missing = None, {}, None

    def start(self):
        if self.process or self.missing:
            return
        command, environment = [sys.executable, str(PEERS / self.program)], dict(os.environ)
        if self.one_core:
            command = on_one_core(command)
            environment |= {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
                            "OMP_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1"}
        self.process = subprocess.Popen(command, env=environment, text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        first = self.process.stdout.readline()
        if first:
            self.versions = json.loads(first)["versions"]
        else:
            lines = self.process.communicate()[1].strip().splitlines() or ["no output"]
            self.process, self.missing = None, lines[-1]

    def ask(self, request):
        """The samples; ends the run where the peer and Nabla do not compute the same."""
        self.start()
        if self.missing:
            raise Missing(self.missing)
        self.process.stdin.write(json.dumps(request) + "\n")
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.program} ended: {self.process.stderr.read()}")
        answer = json.loads(line)
        if "error" in answer:
            sys.exit(f"{self.program}: {answer['error']}")
        difference = answer["difference"]
        if difference is not None and not difference <= AGREEMENT[request["precision"]]:
            sys.exit(f"{self.program}: cost or gradient of {request['values']} differs from "
                     f"Nabla's by {difference:.1e}: not the same thing would be timed")
        return Samples(answer["seconds"])

    def stop(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()
