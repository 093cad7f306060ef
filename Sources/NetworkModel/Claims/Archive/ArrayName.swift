// The names that people's programs give to gradients.

/// What an array of an archive is, by its name.
enum ArrayName: Hashable {
  /// `W2`, `b2`, `delta2`, or another way to write it.
  case numbered(Role, Int)
  /// `arr_0`: NumPy's own, for what is saved without a name.
  case positional(Int)
  /// `hidden.weight`, `hidden.bias`: PyTorch's, in the order of the layers.
  case torch(Role)
  case cost

  enum Role: Hashable {
    case weights, biases, errors

    /// As the notation has it for a layer.
    func symbol(layer l: Int) -> String {
      switch self {
      case .weights: "∇W^(\(l))"
      case .biases: "∇b^(\(l))"
      case .errors: "Δ^(\(l))"
      }
    }
  }

  init?(_ name: String) {
    if ["cost", "j", "loss"].contains(name.lowercased()) {
      self = .cost
    } else if name.hasPrefix("arr_"), let n = Int(name.dropFirst(4)), n >= 0 {
      self = .positional(n)
    } else if let role = Self.torchRole(name) {
      self = .torch(role)
    } else {
      let name = Self.withoutGrad(name)
      let stem = name.reversed().drop { $0.isASCII && $0.isNumber }.count
      guard let n = Int(name.dropFirst(stem)), let role = Self.role(name.prefix(stem)) else {
        return nil
      }
      self = .numbered(role, n)
    }
  }

  /// `W1` of `W1_grad`.
  private static func withoutGrad(_ name: String) -> Substring {
    guard name.lowercased().hasSuffix("grad"), name.count > 4 else { return name[...] }
    let stem = name.dropLast(4)
    return stem.last == "_" || stem.last == "." ? stem.dropLast() : stem
  }

  private static func torchRole(_ name: String) -> Role? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    switch parts.last(where: { $0 != "grad" }) {
    case "weight": return .weights
    case "bias": return .biases
    default: return nil
    }
  }

  /// The role that the letters before the number stand for.
  private static func role(_ stem: Substring) -> Role? {
    switch stem.lowercased().filter({ $0 != "_" }) {
    case "w", "dw", "djdw", "gradw", "nablaw", "weight", "weights", "theta": .weights
    case "b", "db", "djdb", "gradb", "nablab", "bias", "biases": .biases
    case "delta", "dz", "gradz", "error", "errors": .errors
    default: nil
    }
  }
}
