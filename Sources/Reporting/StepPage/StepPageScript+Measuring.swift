// The script's measuring: derivatives of J by differences, after an edit.

extension StepPageScript {
  static let measuring = #"""
    const measured = all("[data-measured]").map((element) => ({
      element, words: element.querySelector(".words"), section: element.closest("section"),
      place: placeOf(element.dataset.measured), nudged: placeOf(element.dataset.nudged),
      original: element.innerHTML,
    }));

    // (J(x + h) − J(x − h)) / 2h, with J from the page's own forward pass.
    function slope([number, offset]) {
      const x = quantities[number].values[offset];
      const h = 6e-6 * Math.max(1, Math.abs(x));
      const above = nudgedCost(number, offset, h), below = nudgedCost(number, offset, -h);
      compute();
      return { slope: (above - below) / (2 * h), h };
    }

    function words(claimed, measured, h) {
      // The truncation of these steps and the rounding of J are both near 10⁻¹⁰ of this scale.
      const scale = Math.max(1, Math.abs(quantities[data.cost].values[0]), Math.abs(claimed));
      const difference = Math.abs(claimed - measured);
      const digits = `${significant(measured, 6)} (central, h = ${significant(h, 2)}), `;
      if (!Number.isFinite(difference)) return `? ${digits}there is no finite number to compare`;
      return difference <= 1e-7 * scale
        ? `✓ ${digits}off by ${significant(difference, 2)}`
        : `? ${digits}off by ${significant(difference, 2)}: near a kink, or where J bends much, `
          + "these differences say little; run nabla check";
    }

    // The steps that are shown are measured; the others when they are shown.
    function writeMeasured() {
      for (const { element, section, place, nudged, original } of measured) {
        if (!isEdited) { if (element.innerHTML !== original) element.innerHTML = original; continue; }
        if (section.offsetParent === null) continue;
        const { slope: found, h } = slope(nudged);
        element.textContent =
          `Measured again in this page by differences: ${words(valueAt(place), found, h)}`;
      }
    }
    """#
}
