// The output layer made ready for evaluation: hypothesis and cost together.

public import Notation
public import Numbers

/// A hypothesis and a cost, as programs.
///
/// The cost depends on the outputs through *parts*: h_k itself, log h_k or log(1 − h_k). Each part is
/// computed by its sound form, so nothing overflows or cancels, and the chain rule goes through the
/// parts:
///
///     ∂J/∂z_k = scale Σ_parts Σ_i ∂term/∂part_i · ∂part_i/∂z_k
public struct OutputProgram: Sendable {
  /// Whether h_k depends on z_k alone.
  public let isElementwise: Bool
  /// The number of parts that the cost depends on.
  public var partCount: Int { parts.count }
  /// What they are, in h_k.
  package let partNames: [Expression]
  /// The number of outputs, K.
  @usableFromInline let outputs: Int

  /// A part by which the cost depends on an output.
  @usableFromInline
  package struct Part: Sendable {
    /// ∂ term / ∂ part_k, in y_k and parts.
    @usableFromInline package let slope: Program
    /// ∂ part_k / ∂ h_k: 1, 1/h_k or −1/(1 − h_k).
    @usableFromInline package let outputSlope: Program
    @usableFromInline package let diagonal: Program
    @usableFromInline package let offDiagonal: Program?

    @usableFromInline
    init(slope: Program, outputSlope: Program, diagonal: Program, offDiagonal: Program?) {
      self.slope = slope
      self.outputSlope = outputSlope
      self.diagonal = diagonal
      self.offDiagonal = offDiagonal
    }
  }

  @usableFromInline package let parts: [Part]
  /// The quantities computed from z before anything else: h_k first, then what is needed of 1 − h_k,
  /// log h_k, …, by slot.
  @usableFromInline package let quantities: [(slot: Int, program: Program)]
  @usableFromInline package let term: Program
  @usableFromInline package let scale: Program
  @usableFromInline package let hypothesisSlope: Program?
  @usableFromInline package let letterCount: Int
  /// Whether all outputs of an example are computed at once by `softmax(of:…)`, and the slots of
  /// 1 − h and log h there.
  public let isFastSoftmax: Bool
  /// Whether the outputs of a whole batch can be computed at once: log(1 − h), too, of two or more.
  package let isArraySoftmax: Bool
  @usableFromInline package let complementSlot: Int
  @usableFromInline package let logarithmSlot: Int
  /// The slot of log(1 − h).
  package let otherLogarithmSlot: Int

  // The slots of z, y and M; the quantities come behind them, h first.
  @usableFromInline package static var z: Int { 0 }
  @usableFromInline package static var y: Int { 1 }
  @usableFromInline package static var examples: Int { 2 }
  @usableFromInline package static var h: Int { 3 }

  /// - Parameter fast: whether a fast form is used where there is one, instead of the formulas.
  /// - Precondition: the cost is defined for the hypothesis.
  public init(hypothesis: Hypothesis, cost: Cost, outputs: Int, fast: Bool = false) {
    self.outputs = outputs
    isElementwise = hypothesis.isElementwise
    let binding = OutputLetters(hypothesis)

    partNames = OutputLetters.ordered(Array(cost.slopes.keys))
    let slopes = partNames.map { ($0, cost.slopes[$0]!) }
    parts = slopes.map { part, slope in
      let jacobian = hypothesis.jacobian(of: part)
      return Part(
        slope: binding.program(slope),
        outputSlope: binding.program(Hypothesis.outputSlope(of: part)),
        diagonal: binding.program(jacobian.diagonal),
        offDiagonal: jacobian.offDiagonal.map(binding.program))
    }
    term = binding.program(cost.term)
    scale = binding.program(cost.scale)
    hypothesisSlope =
      hypothesis.isElementwise ? binding.program(hypothesis.jacobian(of: .hk).diagonal) : nil

    var used = [cost.term] + slopes.map(\.1)
    for (part, _) in slopes {
      let jacobian = hypothesis.jacobian(of: part)
      used += [jacobian.diagonal, Hypothesis.outputSlope(of: part)]
      used += jacobian.offDiagonal.map { [$0] } ?? []
    }
    if hypothesis.isElementwise { used.append(hypothesis.jacobian(of: .hk).diagonal) }
    quantities = binding.quantities(usedBy: used)
    letterCount = binding.letters.count
    let fastSlots = [Self.h, binding.slot(of: 1 - .hk), binding.slot(of: .log(.hk))]
    (complementSlot, logarithmSlot) = (fastSlots[1], fastSlots[2])
    let hasFastForms = quantities.allSatisfy { fastSlots.contains($0.slot) }
    isFastSoftmax = fast && hypothesis == .softmax && hasFastForms
    otherLogarithmSlot = binding.slot(of: .log(1 - .hk))
    let others = quantities.filter { !fastSlots.contains($0.slot) }.map(\.slot)
    let hasArrayForms = others.isEmpty || others == [otherLogarithmSlot] && outputs > 1
    isArraySoftmax = fast && hypothesis == .softmax && hasArrayForms
  }

  /// A frame for M examples, of which it holds one at a time.
  @inlinable
  public func frame<S: Scalar>(over number: S.Type, examples: Int) -> Frame<S> {
    let zeros = Array(repeating: S.zero, count: outputs)
    var frame = Frame(letters: Array(repeating: zeros, count: letterCount), count: outputs)
    frame[Self.examples, 0] = S(Double(examples))
    return frame
  }
}

// MARK: - Evaluation, outputs counted from 1

extension OutputProgram {
  /// Sets z_k and y_k.
  @inlinable
  public func set<S: Scalar>(_ k: Int, z: S, y: S, _ frame: inout Frame<S>) {
    frame[Self.z, k - 1] = z
    frame[Self.y, k - 1] = y
  }

  /// h_k, and with it the other quantities that the cost needs of output k, once all z are set; with
  /// the sides that `frame` holds or that z_k takes.
  @inlinable
  public func output<S: Scalar>(_ k: Int, _ frame: inout Frame<S>) -> S {
    frame.indices[0] = k - 1
    for (slot, program) in quantities {
      frame[slot, k - 1] = program.run(&frame)
    }
    return frame[Self.h, k - 1]
  }

  /// h_k, once it is computed.
  @inlinable
  public func output<S: Scalar>(_ k: Int, of frame: Frame<S>) -> S {
    frame[Self.h, k - 1]
  }

  /// Every output of the example, and with them what the cost needs; see `output(_:_:)`.
  @inlinable
  public func outputs<S: Scalar>(sides: (_ k: Int) -> UInt8, _ frame: inout Frame<S>) {
    if isFastSoftmax {
      let z = frame.letter(Self.z)
      var (h, complements, logarithms) = (z, z, z)
      softmax(of: z, outputs: &h, complements: &complements, logarithms: &logarithms)
      frame.setLetter(Self.h, to: h)
      frame.setLetter(complementSlot, to: complements)
      frame.setLetter(logarithmSlot, to: logarithms)
      return
    }
    for k in 1...outputs {
      frame.sides = sides(k)
      _ = output(k, &frame)
    }
  }

  /// The cost's term of output k, without its scale, once all outputs are computed.
  @inlinable
  public func term<S: Scalar>(_ k: Int, _ frame: inout Frame<S>) -> S {
    frame.indices[0] = k - 1
    return term.run(&frame)
  }

  /// What stands before the sums of the cost: 1/2M, 1/M, −1/M or 1.
  @inlinable
  public func scale<S: Scalar>(_ frame: inout Frame<S>) -> S { scale.run(&frame) }

  /// ∂ term / ∂ part_k.
  @inlinable
  public func slope<S: Scalar>(part: Int, _ k: Int, _ frame: inout Frame<S>) -> S {
    frame.indices[0] = k - 1
    return parts[part].slope.run(&frame)
  }

  /// ∂ part_k / ∂ h_k.
  @inlinable
  public func outputSlope<S: Scalar>(part: Int, _ k: Int, _ frame: inout Frame<S>) -> S {
    frame.indices[0] = k - 1
    return parts[part].outputSlope.run(&frame)
  }

  /// ∂ part_i / ∂ z_k; 0 where i ≠ k and outputs depend on their own z alone.
  @inlinable
  public func jacobian<S: Scalar>(part: Int, _ i: Int, _ k: Int, _ frame: inout Frame<S>) -> S {
    frame.indices[0] = k - 1
    frame.indices[1] = i - 1
    if i == k { return parts[part].diagonal.run(&frame) }
    guard let offDiagonal = parts[part].offDiagonal else { return .zero }
    return offDiagonal.run(&frame)
  }

  /// h′(z_k), on the sides that `frame` has; `nil` where the derivative is a full Jacobian.
  @inlinable
  public func hypothesisSlope<S: Scalar>(_ k: Int, _ frame: inout Frame<S>) -> S? {
    frame.indices[0] = k - 1
    return hypothesisSlope?.run(&frame)
  }
}
