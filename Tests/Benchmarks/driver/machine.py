"""What a table of times is worth nothing without: the machine and the versions."""

import os
import platform
import subprocess
import sys


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return None


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return first_line("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()


def description(ours, digits, peers):
    """Lines of name and value."""
    own = dict(line.split(" ", 1) for line in ours.ask("machine"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    swift = first_line("swift", "--version") or "unknown"
    found = {"processor": f"{processor()}, {own['cores']} cores, {memory:.1f} GiB",
             "instruction set": own["instructions"],
             "system": f"{platform.system()} {platform.machine()}",
             "load before the run": f"{os.getloadavg()[0]:.1f}",
             "digits": digits, "Swift": swift.removeprefix("Swift version "),
             "Python": sys.version.split()[0]}
    for peer in peers:
        found |= peer.versions
    return found, int(own["cores"])
