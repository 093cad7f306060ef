// An array of a claim as its file has it.

/// Numbers with a shape and the name that the file gives them.
struct ClaimArray {
  /// What the file calls it: "W2", "weights[0]".
  var name: String
  /// Of 0 to 3 dimensions.
  let shape: [Int]
  /// The numbers, the last index the fastest.
  let numbers: [Double]
  var type = NumberType.double
  /// Where it stands in a JSON text.
  var value: JSONValue? = nil

  enum NumberType { case integer, single, double }

  /// How an array stands for a matrix.
  enum Fit: Comparable {
    /// It is the matrix, or a list without a direction.
    case good
    /// A row or a column of its numbers.
    case line
    case none
  }

  func fit(rows: Int, columns: Int) -> Fit {
    if shape == [rows, columns] { return .good }
    guard numbers.count == rows * columns else { return .none }
    return shape.count < 2 ? .good : isLine ? .line : .none
  }

  /// Whether all dimensions but one are 1.
  var isLine: Bool { shape.count { $0 != 1 } <= 1 }

  func isFlat(rows: Int, columns: Int) -> Bool { shape != [rows, columns] }
}
