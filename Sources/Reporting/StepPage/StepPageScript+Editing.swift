// The script's editing: numbers that are typed in, and everything that is written again for them.

extension StepPageScript {
  static let editing = #"""
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const placeOf = (text) => text.split(",").map(Number);
    const valueAt = ([number, offset]) => quantities[number].values[offset];

    const bound = all("[data-v]").map((element) => ({
      element, place: placeOf(element.dataset.v), fence: element.dataset.fence,
      isGiven: element.dataset.given !== undefined, original: element.innerHTML,
    }));
    const inputs = all("input[data-place]").map((element) => ({
      element, place: placeOf(element.dataset.place), original: element.value,
    }));
    const problem = document.getElementById("problem");
    const shown = new Map();
    let isEdited = false;

    // The original digits come from arithmetic with twice as many; without edits they stay.
    function writeFormulas() {
      for (const { element, place, fence, isGiven, original } of bound) {
        const text = isEdited ? markup(valueAt(place), fence, isGiven) : original;
        if ((shown.get(element) ?? original) === text) continue;
        shown.set(element, text);
        element.innerHTML = text;
      }
    }

    // Values in a picture go by letter, layer and nodes.
    const names = new Map(quantities.map((q, n) => [`${q.name}|${q.layer ?? ""}`, n]));
    const last = Math.max(...quantities.map((q) => q.layer ?? 2));
    function pictured(key, example, mark) {
      let [name, layer, ...nodes] = key.split(",");
      layer = Number(layer);
      if (name === "delta") name = "δ";
      if (name === "a" && layer === 1) { name = "x"; layer = ""; }
      if (name === "a" && layer === last) { name = "h"; layer = ""; }
      const number = names.get(`${name}${name === "x" ? "" : mark}|${layer}`);
      if (number === undefined) return NaN;
      const { sizes, values, examples } = quantities[number];
      const at = examples === undefined ? nodes : [...nodes, example];
      return values[at.reduce((offset, i, n) => offset * sizes[n] + Number(i) - 1, 0)];
    }

    const labels = all("[data-value]").map((element) => ({ element, original: element.textContent }));
    const lines = all("[data-edge]").map((element) => ({
      element, width: element.getAttribute("stroke-width"),
      isNegative: element.classList.contains("negative"),
    }));
    const context = (element) => {
      const { example, mark } = element.closest("[data-example]").dataset;
      return [example, mark ?? ""];
    };
    function writePictures() {
      for (const { element, original } of labels) {
        element.textContent = isEdited
          ? significant(pictured(element.dataset.value, ...context(element)), 4) : original;
      }
      const weights = lines.map(({ element }) =>
        pictured("w," + element.dataset.edge, ...context(element)));
      const largest = Math.max(...weights.map(Math.abs).filter(Number.isFinite), 1e-300);
      lines.forEach(({ element, width, isNegative }, n) => {
        const w = weights[n];
        element.classList.toggle("negative", isEdited ? w < 0 : isNegative);
        element.setAttribute(
          "stroke-width", isEdited ? 0.8 + 2.2 * Math.min(1, Math.abs(w) / largest) : width);
      });
    }

    function writeNeeds() {
      if (!data.needsTargetsThatSumToOne) return;
      const { values, examples } = quantities.find((q) => q.name === "y");
      const sums = Array(examples).fill(0);
      values.forEach((y, offset) => { sums[offset % examples] += y; });
      const holds = sums.every((sum) => Math.abs(sum - 1) < 1e-12);
      for (const note of all(".needs")) note.hidden = holds;
    }

    // What people type for a number: a comma or a minus sign is understood too.
    function number(text) {
      const plain = text.trim().replace("−", "-").replace(",", ".");
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
    }

    function update() {
      compute();
      writeFormulas();
      writePictures();
      writeNeeds();
      writeMeasured();
    }

    // A number that is no number is marked and not used; the last good one stays.
    function read({ element, place, original }) {
      const value = number(element.value);
      const isGood = Number.isFinite(value);
      element.setAttribute("aria-invalid", String(!isGood));
      if (isGood) quantities[place[0]].values[place[1]] = value;
      element.classList.toggle("edited", isGood && element.value !== original);
      const bad = inputs.filter(({ element }) => element.getAttribute("aria-invalid") === "true");
      problem.textContent = bad.length === 0 ? "" : bad.length === 1
        ? `“${bad[0].element.value}” is no number like 0.25 or −3e-2; the last good one is used.`
        : `${bad.length} of the texts are no numbers; the last good ones are used.`;
    }

    for (const input of inputs) {
      input.element.readOnly = false;
      input.element.addEventListener("input", () => { read(input); isEdited = true; update(); });
    }

    function reset() {
      for (const input of inputs) { input.element.value = input.original; read(input); }
      isEdited = false;
      update();
    }
    document.getElementById("reset").addEventListener("click", reset);
    """#
}
