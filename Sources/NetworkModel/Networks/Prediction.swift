// What a network says of an example: a class, or a value.

public import Numbers

/// How outputs are read as classes.
///
/// Class c of the notes counts from 1; what it stands for is in `NetworkFile.classNames` (class c is
/// digit c − 1 in MNIST).
public enum ClassReading: Sendable, Hashable {
  /// K > 1 outputs: the class is the number of the largest, of equal ones the first.
  case largest
  /// A single output h in (0, 1): class 1 where h ≥ ½ (σ_Step with k = ½ in [N]), else class 0.
  case threshold

  /// How the outputs of a network are read: several outputs, or one logistic output; `nil` where the
  /// output is a value and no class.
  public init?(_ network: Network) {
    if network.outputs > 1 {
      self = .largest
    } else if network.hypothesis.name == "logistic" {
      self = .threshold
    } else {
      return nil
    }
  }

  /// The class of column m, from 1, of a matrix of outputs or of targets.
  public func label(_ outputs: Matrix<Double>, _ m: Int) -> Int {
    switch self {
    case .threshold: return outputs[1, m] >= 0.5 ? 1 : 0
    case .largest:
      var best = 1
      for k in 1...outputs.rows where outputs[k, m] > outputs[best, m] { best = k }
      return best
    }
  }

  /// Whether every column of Y says one class: 0 or 1 for a single output, else one 1 among zeros.
  public func isClass(_ targets: Matrix<Double>) -> Bool {
    let isBinary = targets.entries.allSatisfy { $0 == 0 || $0 == 1 }
    guard isBinary, self == .largest else { return isBinary }
    return (1...targets.columns).allSatisfy { m in
      (1...targets.rows).reduce(0) { $0 + targets[$1, m] } == 1
    }
  }
}
