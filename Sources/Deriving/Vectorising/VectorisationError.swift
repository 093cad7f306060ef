// Why an expression in index notation has no matrix form here.

public import Notation

/// A part of an expression that no rule of vectorisation turns into a matrix.
public struct VectorisationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part that has no matrix form.
  public let expression: Expression
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// A matrix has no such operation: a product over an index, a largest value, any power.
    case operation
    /// The letter has an index that is neither that of the rows nor that of the columns.
    case index(Index)
    /// The letter would be taken along its diagonal only, or has no name as a whole.
    case letter
    /// The part has the rows, the columns and the index that is summed over: it is no matrix.
    case threeIndices(summed: Index)
  }

  public init(_ expression: Expression, _ reason: Reason) {
    self.expression = expression
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .operation: "no operation on whole matrices is \(expression)"
    case .index(let index):
      "\(expression) has the index \(index), which counts neither rows nor columns"
    case .letter: "\(expression) is not an entry of a matrix that has a letter"
    case .threeIndices(let index):
      "\(expression) has three indices under the sum over \(index); a matrix has two"
    }
  }
}
