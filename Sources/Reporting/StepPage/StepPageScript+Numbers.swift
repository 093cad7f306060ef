// The script's numbers: rounded and written as `PrintedNumber` and `BoundNumber` do.

extension StepPageScript {
  static let numbers = #"""
    // The decimal digits of a number and where its point stands: 0.d₁d₂… · 10^power. Fifteen digits, so
    // that the half of 0.125 is a half although a double may lie beside it.
    function decimal(x) {
      const [digits, power] = Math.abs(x).toExponential(14).split("e");
      return { digits: digits.replace(".", ""), power: Number(power) + 1 };
    }

    // So many digits of it, halves away from zero; "" before the first digit counts as 0.
    function rounded({ digits, power }, count) {
      if (count < 0) return { digits: "0", power };
      let whole = BigInt("0" + digits.slice(0, count));
      if (Number(digits[count] ?? 0) >= 5) whole += 1n;
      const text = whole.toString();
      return { digits: text, power: power + (text.length > count && count > 0 ? 1 : 0) };
    }

    function written(x, isGiven) {
      const d = data.digits;
      const minus = x < 0, size = Math.abs(x);
      if (!Number.isFinite(x)) return { minus, digits: Number.isNaN(x) ? "not a number" : "∞" };
      const nearest = Math.round(size);
      if (size < 1e7 && (size === nearest || nearest > 0 && Math.abs(size - nearest) < 1e-14 * size)) {
        return { minus: minus && nearest > 0, digits: String(nearest) };
      }
      if (isGiven && size < 1e7) {
        const text = String(size), places = (text.split(".")[1] ?? "").length;
        if (!text.includes("e") && places <= Math.max(6, d)) return { minus, digits: text };
      }
      const exact = decimal(size);
      if (size >= 1e7 || size < 10 ** -Math.max(1, d - 1)) {
        const { digits, power } = rounded(exact, d);
        const short = digits.slice(0, d);
        return { minus, digits: d === 1 ? short : short[0] + "." + short.slice(1), power: power - 1 };
      }
      const padded = rounded(exact, exact.power + d).digits.padStart(d + 1, "0");
      return { minus, digits: padded.slice(0, -d) + "." + padded.slice(-d) };
    }

    // A number in MathML, with the parentheses that its place asks for. Digits are the only text in it.
    function markup(x, fence, isGiven) {
      const { minus, digits, power } = written(x, isGiven);
      let inner = Number.isFinite(x) ? `<mn>${digits}</mn>` : `<mtext>${digits}</mtext>`;
      if (power !== undefined) {
        const exponent = power < 0
          ? `<mrow><mo form="prefix">−</mo><mn>${-power}</mn></mrow>` : `<mn>${power}</mn>`;
        inner = `<mrow>${inner}<mo>·</mo><msup><mn>10</mn>${exponent}</msup></mrow>`;
      }
      if (minus) inner = `<mrow><mo form="prefix">−</mo>${inner}</mrow>`;
      const isFenced = minus && fence !== undefined || power !== undefined && fence === "b";
      return isFenced
        ? `<mrow><mo stretchy="false">(</mo>${inner}<mo stretchy="false">)</mo></mrow>` : inner;
    }

    // For words and pictures: some significant digits, no zeros at their end.
    function significant(x, count) {
      if (!Number.isFinite(x)) return written(x).digits;
      const rounded = Number(x.toPrecision(count));
      const size = Math.abs(rounded);
      const text = size === 0 || size >= 1e-3 && size < 1e6
        ? String(rounded) : rounded.toExponential();
      return text.replace("e+", "e").replaceAll("-", "−");
    }
    """#
}
