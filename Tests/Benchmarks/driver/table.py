"""The table of a run, as Markdown."""

HEAD = ["work", "ours", "median", "spread", "best peer", "", "median", "spread", "ratio", "target",
        "of peak", ""]
RIGHT = {1, 2, 3, 5, 6, 7, 8, 9, 10}


def time(seconds):
    """Three digits and a unit."""
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1 or unit == "µs":
            value = seconds * factor
            digits = 0 if value >= 100 else 1 if value >= 10 else 2
            return f"{value:.{digits}f} {unit}"


def ratio(value):
    return f"{value:,.0f} ×" if value >= 20 else f"{value:.2g} ×"


def times(samples):
    """Least, median and spread."""
    if not samples.seconds:
        return ["–", "–", "–"]
    if samples.unfinished:
        return [f"> {time(samples.least)}", "–", "–"]
    spread = samples.spread
    return [time(samples.least), time(samples.median),
            "once" if spread is None else f"{spread:.0%}"]


def target(row):
    words = [f"≥ {row.ratio:g} ×" if row.ratio else "", f"≥ {row.share:.0%}" if row.share else "",
             f"≤ {row.seconds * 1e3:g} ms" if row.seconds else ""]
    joined = (" and " if row.cores == 1 else " or ").join(filter(None, words))
    return joined or "–"


def is_met(race, share):
    """Whether the row's target is met; None where this cannot be said."""
    row = race.row
    if race.ours.samples.unfinished:
        return False
    found = []
    if row.seconds:
        found.append(race.ours.samples.least <= row.seconds)
    if row.ratio:
        found.append(None if race.ratio is None else race.ratio >= row.ratio)
    if row.share:
        found.append(None if share is None else share >= row.share)
    if not found:
        return None
    if row.cores == 1:  # both
        return False if False in found else None if None in found else True
    return True if True in found else None if None in found else False


def row(race, peaks, cores):
    """The cells of a race. The peak is that of one core, by precision."""
    peak = peaks.get(race.row.precision)
    share = race.speed / (peak * (race.row.cores or cores)) if race.speed and peak else None
    best, ours = race.best, race.ours.samples
    met = is_met(race, share)
    quotient = "–" if race.ratio is None else ratio(race.ratio)
    if ours.unfinished and race.ratio is not None:
        quotient = f"< {quotient}"
    return [race.row.words, *times(ours), best.name if best else "–",
            *(times(best.samples) if best else ["–"] * 3), quotient, target(race.row),
            "–" if share is None else f"{share:.0%}",
            "" if met is None else "✓" if met else "✗"]


def markdown(head, rows, right):
    """Cells as a table whose source is as readable as its page."""
    widths = [max(3, *(len(cells[i]) for cells in [head, *rows])) for i in range(len(head))]

    def line(cells):
        return "| " + " | ".join(
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(cells, widths))) + " |"
    rule = "|" + "|".join("-" * (width + 1) + (":" if i in right else "-")
                          for i, width in enumerate(widths)) + "|"
    return "\n".join([line(head), rule, *map(line, rows)])


def table(races, peaks, cores):
    return markdown(HEAD, [row(race, peaks, cores) for race in races], RIGHT)


def peers(races):
    """Every peer of the rows that have several, and who is missing."""
    lines = []
    for race in races:
        if len(race.peers) > 1:
            found = [f"{peer.name} {time(peer.samples.least)}"
                     for peer in race.peers if peer.samples.seconds]
            lines.append(f"- {race.row.words}: {', '.join(found) or 'no peer is installed'}")
    missing = {peer.missing for race in races for peer in race.peers if peer.missing}
    lines += [f"- not measured: {words}" for words in sorted(missing)]
    return "\n".join(lines)
