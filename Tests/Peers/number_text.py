"""Writes dictionaries, lists and numbers as JSON in a stable layout: one row of numbers a line,
17 significant digits, infinities as null. Not a program; the other scripts import it.
"""

import math


def number(value):
    """17 significant digits of a double; an integer or a text as it is."""
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{value}"'
    if math.isnan(value):
        raise ValueError("not a number")
    return "null" if math.isinf(value) else f"{value + 0.0:.17g}"  # + 0.0: no -0


def text(value, indent=""):
    inner = indent + "  "
    if isinstance(value, dict):
        lines = [f'{inner}"{key}": {text(item, inner)}' for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and isinstance(value[0], (list, dict)):
        lines = [inner + text(item, inner) for item in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    if isinstance(value, list):
        return "[" + ", ".join(number(item) for item in value) + "]"
    return number(value)


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(value) + "\n")
