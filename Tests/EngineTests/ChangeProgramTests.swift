// Changes of formulas: algebra, for changes of any size, beside the formulas themselves.

import NetworkModel
import Notation
import Numbers
import RandomNetworks
import Testing

@testable import BatchEngine

@Suite("Changes of formulas")
struct ChangeProgramTests {
  static let points = [-700.0, -40, -3.5, -1, -0x1p-30, 0, 1e-300, 0.3, 1, 2.5, 18, 36, 800]
  static let nudges = [
    -30.0, -2, -0.125, -0x1p-9, -0x1p-11, -0x1p-20, -0x1p-60, -1e-300, 0, 1e-200, 0x1p-40, 0x1p-16,
    0x1p-10, 0x1p-3, 1, 25,
  ]

  /// f(x + t) − f(x) in double-double, and the derivative's size without cancellation.
  private func exact(
    _ expression: Expression, at x: Double, by t: Double, isSided: Bool
  ) -> (change: DoubleDouble, size: Double) {
    let program = Program(expression, letters: ["z"], sided: isSided)
    var frame = Frame<DoubleDouble>(letters: [[DoubleDouble(x)]])
    let before = program.run(&frame)
    frame.holdsSides = true
    frame.setLetter(0, to: [DoubleDouble(x) + DoubleDouble(t)])
    let after = program.run(&frame)
    var bounded = Frame<Bounded>(letters: [[Bounded(x, error: 0x1p-30)]])
    let size = program.run(&bounded).error / 0x1p-30
    return (after - before, size)
  }

  @Test(
    "g(z + t) − g(z) is right to 64 units in its last place, as far as nothing cancels",
    arguments: Activation.all)
  func activations(activation: Activation) {
    let isSided = activation.definition.kinkCount > 0
    let program = ChangeProgram(activation.soundValue, letters: [.z], sided: isSided)
    for z in Self.points {
      let sides = side(of: activation, at: z)
      let changes = run(program, at: z, by: Self.nudges, sides: sides)
      for (t, change) in zip(Self.nudges, changes) {
        let exact = exact(activation.soundValue, at: z, by: t, isSided: isSided)
        let error = (DoubleDouble(change) - exact.change).magnitude.real
        let allowed =
          64 * 0x1p-53 * max(exact.change.magnitude.real, exact.size * t.magnitude) + 0x1p-1060
          + 0x1p-98 * value(activation.soundValue, at: z).magnitude
        #expect(error <= allowed, "\(activation.name) at \(z) by \(t): \(change), \(exact)")
      }
    }
  }

  @Test(
    "fast forms are right to 64 units in the last place, alone or in a row of nudges of all sizes",
    arguments: [Activation.logistic, .tanh])
  func fast(activation: Activation) {
    for z in Self.points {
      let together = runFast(activation, at: z, by: Self.nudges)
      for (position, t) in Self.nudges.enumerated() {
        let exact = exact(activation.soundValue, at: z, by: t, isSided: false).change
        for change in [together[position], runFast(activation, at: z, by: [t])[0]] {
          let error = (DoubleDouble(change) - exact).magnitude.real
          // Double-double knows g itself to 2^−98; a change below that is seen no better.
          let allowed =
            64 * 0x1p-53 * exact.magnitude.real + 0x1p-98
            * value(activation.soundValue, at: z)
            .magnitude + 0x1p-1060
          #expect(error <= allowed, "\(activation.name) at \(z) by \(t): \(change), \(exact)")
        }
      }
    }
  }

  @Test("a factor that is 0 and stays so leaves the other out, infinite or not")
  func zeroFactor() {
    let program = ChangeProgram(
      .product([.letter("y"), .log(.z)]), letters: [.z, .letter("y")], fixed: [1], sided: false)
    #expect(run(program, at: 0, by: [0.5], sides: 0, second: 0) == [0])
  }

  @Test(
    "powers change as products do", arguments: [-3, -1, 0, 1, 2, 3, 7])
  func powers(exponent: Int) {
    let program = ChangeProgram(.power(.z, exponent), letters: [.z], sided: false)
    for z in [-2.5, -0.75, 0.5, 3] {
      for t in [0.25, -0x1p-8, 0x1p-33] {
        let change = run(program, at: z, by: [t], sides: 0)[0]
        let exact =
          DoubleDouble.power(DoubleDouble(z) + DoubleDouble(t), exponent)
          - DoubleDouble.power(DoubleDouble(z), exponent)
        let error = (DoubleDouble(change) - exact).magnitude.real
        #expect(error <= 0x1p-48 * exact.magnitude.real, "\(z)^\(exponent) by \(t): \(change)")
      }
    }
  }

  // MARK: Running one program by itself

  private func run(
    _ program: ChangeProgram, at z: Double, by nudges: [Double], sides: UInt8, second: Double = 0
  ) -> [Double] {
    let (nodes, count) = (program.nodes.count, nudges.count)
    let numbers = UnsafeMutableBufferPointer<Double>.allocate(capacity: nodes * (count + 1) + 2)
    let rows = UnsafeMutableBufferPointer<UnsafePointer<Double>?>.allocate(capacity: nodes + 2)
    let isDone = UnsafeMutableBufferPointer<Bool>.allocate(capacity: nodes)
    defer {
      numbers.deallocate()
      rows.deallocate()
      isDone.deallocate()
    }
    let start = numbers.baseAddress!
    let workspace = ChangeWorkspace(
      values: start + 2, rows: start + 2 + nodes, results: rows.baseAddress! + 2,
      isDone: isDone.baseAddress!, stride: count)
    (start[0], start[1]) = (z, second)
    return nudges.withUnsafeBufferPointer { t in
      (rows[0], rows[1]) = (t.baseAddress, nil)
      let input = ChangeInput(
        letters: UnsafePointer(start), changes: UnsafePointer(rows.baseAddress!), count: count,
        sides: sides)
      let result = program.run(input, in: workspace)
      return (0..<count).map { result?[$0] ?? 0 }
    }
  }

  private func runFast(_ activation: Activation, at z: Double, by nudges: [Double]) -> [Double] {
    let form = ActivationChange(activation)
    let slope = form.slopes(Matrix(rows: 1, columns: 1, entries: [z]))[0]
    let a = value(activation.soundValue, at: z)
    return Array(unsafeUninitializedCapacity: nudges.count) { row, count in
      nudges.withUnsafeBufferPointer { t in
        let start = row.baseAddress!
        if form.fastChange(at: a, slope: slope, by: t.baseAddress!, t.count, into: start) != nil {
          count = t.count
        }
      }
    }
  }

  private func value(_ expression: Expression, at z: Double) -> Double {
    let program = Program(expression, letters: ["z"], sided: false)
    var frame = Frame<Double>(letters: [[z]])
    return program.run(&frame)
  }

  private func side(of activation: Activation, at z: Double) -> UInt8 {
    let program = ActivationProgram(activation)
    var frame = program.frame(over: Double.self)
    _ = program.value(z, &frame)
    return frame.sides
  }
}
