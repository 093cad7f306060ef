// Step 1: the first number of the forward pass that is wrong, and the mistake that gives it.

import Nabla

/// The first layer at which a forward pass is wrong.
struct ForwardFinding: Sendable {
  /// "z" or "a".
  let letter: String
  let layer: Int
  /// The entries that are wrong there, of how many.
  let wrong: Int
  let total: Int
  /// The worst of them: node and example from 1.
  let worst: (node: Int, example: Int, yours: Double, expected: Double)
  /// The mistakes that give these numbers.
  let mistakes: [String]
}

/// Compares a forward pass layer by layer, z before a.
struct ForwardCheck {
  private let probe: Probe
  private let pass: ForwardPass<Double>

  init(_ probe: Probe, _ pass: ForwardPass<Double>) {
    self.probe = probe
    self.pass = pass
  }

  func run(_ student: some BackpropSteps) -> StepFinding {
    var answers: [(z: [[Double]], a: [[Double]])] = []
    for x in probe.batch.inputArrays {
      guard let answer = student.forward(x) else { return .notAttempted }
      answers.append(answer)
    }
    do throws(FindingError) {
      for l in 2...probe.network.lastLayer {
        for (letter, lists) in [("z", answers.map(\.z)), ("a", answers.map(\.a))] {
          let expected = letter == "z" ? pass.weightedInput[l] : pass.activation[l]
          let numbers = try matrix(lists, letter, l, rows: expected.rows)
          if let finding = compare(numbers, expected, letter, l) { return .forward(finding) }
        }
      }
    } catch {
      return .finding(error.finding)
    }
    return .right
  }

  /// z^(ℓ) or a^(ℓ) of all examples as columns.
  private func matrix(
    _ lists: [[[Double]]], _ letter: String, _ l: Int, rows: Int
  ) throws(FindingError) -> Matrix<Double> {
    let L = probe.network.lastLayer
    var result = Matrix<Double>(rows: rows, columns: lists.count)
    for (m, list) in lists.enumerated() {
      if list.count != L + 1 {
        let start = letter == "z" ? "z[0] and z[1] are empty" : "a[0] is empty, a[1] is x"
        throw FindingError(
          .shapes(["`\(letter)` has \(list.count) lists, and needs \(L + 1): \(start)"]))
      }
      if list[l].count != rows {
        throw FindingError(
          .shapes(["\(letter)[\(l)] has \(list[l].count) numbers, and layer \(l) has \(rows) nodes"]
          )
        )
      }
      for i in 0..<rows { result.entries[i * lists.count + m] = list[l][i] }
    }
    return result
  }

  private func compare(
    _ numbers: Matrix<Double>, _ expected: Matrix<Double>, _ letter: String, _ l: Int
  ) -> ForwardFinding? {
    let differences = zip(numbers.entries, expected.entries).map { ($0 - $1).magnitude }
    let wrong = differences.indices.filter {
      !Self.agree(numbers.entries[$0], expected.entries[$0])
    }
    let rank = { (n: Int) in differences[n].isNaN ? .infinity : differences[n] }
    guard let worst = wrong.max(by: { rank($0) < rank($1) }) else { return nil }
    let mistakes = ForwardMistake.all.filter { mistake in
      guard let other = mistake.numbers(letter, l, probe, pass) else { return false }
      return zip(numbers.entries, other).allSatisfy(Self.agree)
    }
    return ForwardFinding(
      letter: letter, layer: l, wrong: wrong.count, total: differences.count,
      worst: (
        worst / numbers.columns + 1, worst % numbers.columns + 1, numbers.entries[worst],
        expected.entries[worst]
      ), mistakes: mistakes.map(\.summary))
  }

  /// Sums of a few dozen terms in another order differ by less.
  private static func agree(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= 1e-11 * max(1, b.magnitude)
  }
}
