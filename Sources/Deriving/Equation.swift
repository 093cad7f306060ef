// A whole line of a derivation: left side, relation, right side.

public import Notation

/// One side of an equation: in index notation, or of whole matrices.
public enum Formula: Hashable, Sendable {
  case scalar(Expression)
  case matrix(MatrixExpression)
}

/// A complete line, which can stand alone on paper.
public struct Equation: Hashable, Sendable {
  public enum Relation: Hashable, Sendable {
    case equal
    /// The left side is a name for the right one.
    case defined
  }
  public let left: Formula
  public let relation: Relation
  public let right: Formula

  public init(_ left: Formula, _ right: Formula, relation: Relation = .equal) {
    self.left = left
    self.relation = relation
    self.right = right
  }

  public init(_ left: Expression, _ right: Expression, relation: Relation = .equal) {
    self.init(.scalar(left), .scalar(right), relation: relation)
  }

  public init(_ left: MatrixExpression, _ right: MatrixExpression) {
    self.init(.matrix(left), .matrix(right))
  }
}
