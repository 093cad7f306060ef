"""Drives the pages of `nabla step FILE --html PAGE` in Chromium without a window.

    python3 Tests/Peers/step_page.py NABLA FILE PAGE [FILE PAGE …] [--short] [--pictures FOLDER]

NABLA is the command, FILE a network file, PAGE its page. Every step is reached by the next button, by
keys, by the slider and by its link; every number of the page is compared with `nabla gradient`, as it is
and after edits; what is no number is refused; nothing overlaps or sticks out at 360, 800 and 1,400
pixels; without a script and on paper all steps are there; nothing is asked of a network, and nothing is
said on the console. Exit status 1 and a line for each failure. Needs websocket-client from PyPI.
"""

import argparse, copy, json, math, os, pathlib, random, re, subprocess, sys, tempfile

from chromium import Browser

failures = []


def expect(condition, words):
    if not condition:
        failures.append(words)
        print("✗", words, flush=True)


# MARK: The engines' numbers

def engine(nabla, network):
    """What the batch engine says of a network, as `nabla gradient` prints it."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(network, file)
    try:
        printed = subprocess.run(
            [nabla, "gradient", file.name, "--format", "json"], capture_output=True, text=True)
        if printed.returncode != 0:
            raise SystemExit(printed.stderr)
        return json.loads(printed.stdout)
    finally:
        os.unlink(file.name)


def flat(numbers):
    if isinstance(numbers, list):
        return [x for part in numbers for x in flat(part)]
    return [numbers]


def compare(page, found, network, name):
    """The largest relative difference, each quantity against the largest of its numbers."""
    last = len(network["sizes"])
    pairs = [("J", [found["cost"]])]
    for layer in found["layers"]:
        l = layer["layer"]
        pairs += [(f"z^({l})", layer["weightedInput"]), (f"δ^({l})", layer["error"]),
                  (f"∂J/∂w^({l})", layer["weights"]), (f"∂J/∂b^({l})", layer["biases"])]
        pairs.append(("h" if l == last else f"a^({l})", layer["activation"]))
        if l < last:
            pairs.append((f"∂J/∂a^({l})", layer["activationGradient"]))
            pairs.append((f"g′^({l})", layer["slope"]))
    worst = 0
    for key, numbers in pairs:
        numbers = flat(numbers)
        mine = page[key]
        expect(len(mine) == len(numbers), f"{name}: {key} has {len(mine)} numbers, not {len(numbers)}")
        scale = max((abs(x) for x in numbers), default=0)
        for n, (a, b) in enumerate(zip(mine, numbers)):
            if a == b:
                continue
            difference = abs(a - b) / max(abs(b), 1e-3 * scale)
            worst = max(worst, difference)
            expect(difference <= 1e-12, f"{name}: {key}[{n}] is {a}, the engine has {b}")
    return worst


# MARK: Steps

def check_steps(browser, name, is_short):
    ids = browser.value("[...document.querySelectorAll('.step')].map((s) => s.id)")
    linked = browser.value("[...document.querySelectorAll('nav a')].map((a) => a.hash.slice(1))")
    expect(ids == linked, f"{name}: the list of steps is not that of the steps")

    def here(id, way):
        step, hash, shown = browser.value(
            "[nabla.step, location.hash, [...document.querySelectorAll('.step')]"
            ".filter((s) => s.offsetParent).map((s) => s.id)]")
        expect(step == id and hash == "#" + id and shown == [id],
               f"{name}: {way} leads to {step}, {hash}, {shown}, not {id}")

    browser.key("Home")
    browser.value("history.replaceState(null, '', '#' + nabla.step)")
    for id in ids:
        here(id, "next")
        if id != ids[-1]:
            browser.value("document.getElementById('next').click()")
    expect(browser.value("document.getElementById('next').disabled"), f"{name}: next goes on at the end")
    for n, id in enumerate(reversed(ids)):
        here(id, "keys back")
        browser.key(*[("ArrowLeft",), ("p", "p")][n % 2])
    for n, id in enumerate(ids):
        here(id, "keys")
        browser.key(*[("ArrowRight",), ("n", "n")][n % 2])
    browser.key("Home")
    here(ids[0], "Home")
    browser.key("End")
    here(ids[-1], "End")
    some = ids[::7] if is_short else ids
    for id in some:
        browser.value(f"document.querySelector('nav a[href=\"#{id}\"]').click()")
        here(id, "link")
    browser.value("history.back()")
    browser.value("new Promise((done) => setTimeout(done, 100))")
    here(some[-2], "back")
    browser.value("location.hash = '#" + ids[1] + "'")
    browser.value("new Promise((done) => setTimeout(done, 50))")
    here(ids[1], "address")
    browser.value("document.getElementById('slider').focus()")
    browser.key("Home")
    for id in ids:
        browser.value(f"(() => {{ const s = document.getElementById('slider'); s.value = {ids.index(id) + 1};"
                      "s.dispatchEvent(new Event('input')); })()")
        here(id, "slider")
    said = browser.value("document.getElementById('where').textContent")
    expect(f"Step {len(ids)} of {len(ids)}: {ids[-1]}" in said, f"{name}: said is {said}")
    browser.click("#previous")
    here(ids[-2], "a click")
    return ids


# MARK: Edits

def set_number(network, label, value):
    """Changes the number that an input's label names."""
    def numbers(pattern):
        found = re.fullmatch(pattern, label)
        return [int(x) if x else 1 for x in found.groups()] if found else None
    if at := numbers(r"weight to node (\d+) of layer (\d+) from node (\d+)"):
        network["weights"][at[1] - 2][at[0] - 1][at[2] - 1] = value
    elif at := numbers(r"bias of node (\d+) of layer (\d+)"):
        network["biases"][at[1] - 2][at[0] - 1] = value
    elif at := numbers(r"input (\d+)(?: of example (\d+))?"):
        network["examples"][at[1] - 1]["x"][at[0] - 1] = value
    elif at := numbers(r"target (\d+)(?: of example (\d+))?"):
        network["examples"][at[1] - 1]["y"][at[0] - 1] = value
    else:
        expect(label == "learning rate α", f"an input is called {label}")


def with_targets(network):
    network = copy.deepcopy(network)
    for example in network["examples"]:
        if "class" in example:
            c = example.pop("class")
            example["y"] = [float(k + 1 == c) for k in range(network["sizes"][-1])]
    return network


def check_edits(browser, nabla, network, name, is_short):
    inputs = browser.value(
        "[...document.querySelectorAll('input[data-place]')].map((e) => "
        "[e.dataset.place, e.closest('label').innerText.trim() || e.closest('label').textContent.trim()])")
    original = browser.value("[...document.querySelectorAll('.step, .sources')].map((s) => s.innerHTML.replace(/<use[^>]*>/, ''))")
    edited = with_targets(network)
    chance = random.Random(5)
    worst = 0
    order = chance.sample(inputs, min(len(inputs), 6 if is_short else 24))
    for place, label in order:
        value = round(chance.uniform(-1.5, 1.5), 3)
        browser.type(f"input[data-place='{place}']", str(value))
        set_number(edited, label, value)
        worst = max(worst, compare(
            browser.value("nabla.values"), engine(nabla, edited), network, f"{name}, {label} = {value}"))
    check_written(browser, name)
    before = browser.value("nabla.values")
    place = order[0][0]
    for text in ["", "abc", "1e", "0x10", "1e999", "--3"]:
        browser.type(f"input[data-place='{place}']", text or " ")
        invalid = browser.value(
            f"document.querySelector(\"input[data-place='{place}']\").getAttribute('aria-invalid')")
        message = browser.value("document.getElementById('problem').textContent")
        expect(invalid == "true" and message, f"{name}: {text!r} passes for a number")
        expect(browser.value("nabla.values") == before, f"{name}: {text!r} was used")
    browser.click("#reset")
    expect(browser.value("[...document.querySelectorAll('.step, .sources')].map((s) => s.innerHTML.replace(/<use[^>]*>/, ''))") == original,
           f"{name}: reset leaves something")
    compare(browser.value("nabla.values"), engine(nabla, network), network, f"{name} after reset")
    return worst, len(order)


def check_written(browser, name):
    """Every number in a formula is its value, to the digits that are written; every δ and gradient is
    near its measured derivative."""
    written = browser.value("""
      (() => {
        const read = (node) => node.textContent.replace(/[()]/g, "").replace("−", "-")
          .replace(/·10(.*)/, (_, e) => "e" + e.replace("−", "-"));
        const all = nabla.lists;
        return [...document.querySelectorAll("[data-v]")].map((e) => {
          const [q, n] = e.dataset.v.split(",").map(Number);
          return [e.closest("section").id, read(e), all[q][n]];
        });
      })()""")
    for step, text, value in written:
        number = float(text)
        tolerance = 10 ** -(len(text.split("e")[0].partition(".")[2]) or 0) * 0.5000001
        if "e" in text:
            tolerance *= 10 ** int(text.split("e")[1])
        if "." not in text:
            tolerance = 1e-9
        expect(abs(number - value) <= tolerance, f"{name}: {step} writes {text} for {value}")
    ids = browser.value(
        "[...document.querySelectorAll('[data-measured]')].map((e) => e.closest('section').id)")
    for id in ids[:40]:
        browser.value(f"location.hash = '#{id}'")
        browser.value("new Promise((done) => setTimeout(done, 5))")
        words = browser.value(f"document.querySelector('#{id} [data-measured]').textContent")
        expect("Measured again" in words and "✓" in words, f"{name}: {id}: {words}")


# MARK: Looks

OVERLAPS = """
(() => {
  const shown = (e) => e.offsetParent !== null && e.getClientRects().length > 0;
  const boxes = [...document.querySelectorAll(
    "h1, h2, h3, p, button, input, .equation, figure, th, td, caption, nav")].filter(shown)
    .filter((e) => !e.closest("nav *") && !e.closest(".hidden"))
    .map((e) => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width > 1 && r.height > 1);
  const found = [];
  for (const [a, p] of boxes) for (const [b, q] of boxes) {
    if (a === b || a.contains(b) || b.contains(a)) continue;
    if (!(a.compareDocumentPosition(b) & 4)) continue;
    const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (w > 1 && h > 1) found.push(`${a.tagName} ${a.textContent.slice(0, 20)} / ${b.tagName} ${b.textContent.slice(0, 20)}`);
  }
  const rows = [...document.querySelectorAll(".current .right > math, .current .left > math")]
    .filter(shown).map((e) => e.getBoundingClientRect());
  // What sticks out to the left of its box cannot be scrolled to.
  const box = document.querySelector(".current .equation")?.getBoundingClientRect();
  if (rows.some((p) => p.left < box.left - 1)) found.push("a formula begins outside of its box");
  rows.forEach((p, n) => rows.slice(n + 1).forEach((q) => {
    const w = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (w > 1 && h > 1) found.push("formulas");
  }));
  return found;
})()"""


def check_looks(browser, address, ids, name, folder, is_short):
    for width in [360, 800, 1400]:
        for dark in [False, True]:
            browser.window(width, dark=dark)
            browser.open(address)
            for id in ids if not is_short and not dark else ids[::9]:
                browser.value(f"location.hash = '#{id}'")
                browser.value("new Promise((done) => setTimeout(done, 5))")
                wide = browser.value("document.documentElement.scrollWidth")
                expect(wide <= width, f"{name}: {id} is {wide} wide in a window of {width}")
                found = browser.value(OVERLAPS)
                expect(not found, f"{name}: at {width} in {id} overlap {found[:3]}")
                if folder and id in ids[:: max(1, len(ids) // 5)]:
                    browser.picture(folder / f"{name}-{id}-{width}-{'dark' if dark else 'light'}.png", True)


def check_without_script(browser, address, ids, name, folder):
    for width in [360, 1400]:
        browser.window(width, scripts=False)
        browser.open(address)
        shown = browser.value(
            "[...document.querySelectorAll('.step')].filter((s) => s.offsetParent).map((s) => s.id)")
        expect(shown == ids, f"{name}: without a script {len(shown)} of {len(ids)} steps are shown")
        expect(browser.value("document.documentElement.scrollWidth") <= width,
               f"{name}: sticks out at {width} without a script")
        if folder:
            browser.picture(folder / f"{name}-no-script-{width}.png")
        browser.open(f"{address}#{ids[2]}")
        shown = browser.value(
            "[...document.querySelectorAll('.step')].filter((s) => s.offsetParent).map((s) => s.id)")
        expect(shown == [ids[2]], f"{name}: without a script #{ids[2]} shows {shown}")
    browser.window(1400)
    browser.open(address)
    if folder:
        browser.paper(folder / f"{name}.pdf")
    browser.window(800, media="print")
    expect(browser.value("[...document.querySelectorAll('nav, .controls')].every((e) => !e.offsetParent)"),
           f"{name}: controls are printed")


def check_markup(browser, name):
    levels = browser.value("[...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1]))")
    expect(levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])),
           f"{name}: headings leave out a level")
    expect(browser.value("[...document.querySelectorAll('math')].every((m) => !m.closest('[aria-label]'))"),
           f"{name}: a label hides mathematics")
    expect(browser.value("[...document.querySelectorAll('input, button')].every((e) => "
                         "e.closest('label') || e.textContent)"), f"{name}: an input has no label")


def drive(nabla, file, page, is_short, folder):
    name = pathlib.Path(file).stem
    network = json.load(open(file))
    address = pathlib.Path(page).resolve().as_uri()
    size = pathlib.Path(page).stat().st_size
    expect(size < 5_000_000, f"{name}: {size} bytes")
    with Browser() as browser:
        browser.window(1400)
        seconds = min(browser.open(address) for _ in range(3))
        worst = compare(browser.value("nabla.values"), engine(nabla, network), network, name)
        ids = check_steps(browser, name, is_short)
        check_markup(browser, name)
        edited, count = check_edits(browser, nabla, network, name, is_short)
        check_looks(browser, address, ids, name, folder, is_short)
        check_without_script(browser, address, ids, name, folder)
        for error in browser.errors:
            expect(False, f"{name}: console: {error}")
        others = [r for r in browser.requests if not r.startswith(("file:", "about:", "data:"))]
        expect(not others, f"{name}: asks for {others}")
    print(f"{name}: {len(ids)} steps, {size / 1e6:.2f} MB, opens in {seconds:.2f} s, differs from the "
          f"engines by {worst:.1e}, after {count} edits by {edited:.1e}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nabla")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    for file, page in zip(options.files[::2], options.files[1::2]):
        drive(options.nabla, file, page, options.short, options.pictures)
    print("failures:", len(failures))
    sys.exit(1 if failures else 0)
