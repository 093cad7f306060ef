// The script's arithmetic: formulas as trees (`PageTree`), made into functions and run in order.

extension StepPageScript {
  static let arithmetic = #"""
    // Every quantity with its values; places count the last index fastest.
    const quantities = data.quantities.map((q) => ({
      ...q,
      sizes: q.examples === undefined ? q.sizes : [...q.sizes, q.examples],
      values: Float64Array.from(
        q.given ?? Array((q.examples ?? 1) * q.sizes.reduce((a, b) => a * b, 1)).fill(0)),
    }));

    // The numbers that indices and defined letters have at present.
    const indices = new Map(), letters = new Map();
    const cell = (table, name) => {
      if (!table.has(name)) table.set(name, { value: 0 });
      return table.get(name);
    };
    const position = (place) => {
      if (typeof place === "number") return () => place;
      const index = cell(indices, place);
      return () => index.value;
    };

    const pair = (f) => ([a, b]) => { a = compile(a); b = compile(b); return () => f(a(), b()); };
    const one = (f) => ([a]) => { a = compile(a); return () => f(a()); };
    const list = (f) => (parts) => {
      const [first, ...rest] = parts.map(compile);
      return () => {
        let result = first();
        for (const part of rest) result = f(result, part());
        return result;
      };
    };
    const large = (start, f) => ([name, first, last, excluded, body]) => {
      const index = cell(indices, name);
      const left = excluded === null ? () => NaN : position(excluded);
      body = compile(body);
      return () => {
        const before = index.value, without = left();
        let result = start;
        for (let i = first; i <= last; i++) {
          if (i === without) continue;
          index.value = i;
          result = f(result, body());
        }
        index.value = before;
        return result;
      };
    };
    const add = (a, b) => a + b, times = (a, b) => a * b;
    const larger = (a, b) => (a >= b ? a : b);

    const kinds = {
      "+": list(add), "*": list(times), "/": pair((a, b) => a / b), "^": pair(Math.pow),
      "-": one((a) => -a), max: pair(larger),
      ">": pair((a, b) => (a > b ? 1 : 0)), "≥": pair((a, b) => (a >= b ? 1 : 0)),
      "<": pair((a, b) => (a < b ? 1 : 0)),
      exp: one(Math.exp), log: one(Math.log), expMinusOne: one(Math.expm1),
      logOnePlus: one(Math.log1p), tanh: one(Math.tanh),
      sum: large(0, add), product: large(1, times), largest: large(-Infinity, larger),
      same: ([a, b]) => { a = position(a); b = position(b); return () => (a() === b() ? 1 : 0); },
      index: ([a]) => position(a),
      let: ([name, value, body]) => {
        const letter = cell(letters, name);
        value = compile(value);
        body = compile(body);
        return () => {
          const before = letter.value;
          letter.value = value();
          const result = body();
          letter.value = before;
          return result;
        };
      },
      v: ([number, ...places]) => {
        const { values, sizes } = quantities[number];
        const at = places.map(position);
        return () => {
          let offset = 0;
          for (let n = 0; n < at.length; n++) offset = offset * sizes[n] + at[n]() - 1;
          return values[offset];
        };
      },
    };

    function compile(tree) {
      if (typeof tree === "number") return () => tree;
      const [kind, ...parts] = tree;
      if (Object.hasOwn(kinds, kind)) return kinds[kind](parts);
      const letter = cell(letters, kind);
      return () => letter.value;
    }

    // An equation, run for every node and example in the order of their places.
    function equation({ quantity, indices: counted, formula }) {
      const value = compile(formula), { values } = quantities[quantity];
      const cells = counted.map(([name, size]) => ({ index: cell(indices, name), size }));
      const run = () => {
        for (const { index } of cells) index.value = 1;
        for (let offset = 0; offset < values.length; offset++) {
          values[offset] = value();
          for (let n = cells.length - 1; n >= 0; n--) {
            if (++cells[n].index.value <= cells[n].size) break;
            cells[n].index.value = 1;
          }
        }
      };
      return { quantity, run };
    }
    const forward = data.forward.map(equation), others = data.others.map(equation);

    function compute() {
      for (const { run } of forward) run();
      for (const { run } of others) run();
    }

    // J with one number nudged: a given one before the pass, a computed one behind its equation.
    function nudgedCost(number, offset, h) {
      const { values, given } = quantities[number];
      const kept = values[offset];
      if (given) values[offset] += h;
      for (const { quantity, run } of forward) {
        run();
        if (!given && quantity === number) values[offset] += h;
      }
      if (given) values[offset] = kept;
      return quantities[data.cost].values[0];
    }
    """#
}
