// The letters that the formulas of activations, hypotheses, costs and penalties are written in.

public import Notation

extension Expression {
  /// The weighted input z of a hidden node, and its activation value a = g(z).
  public static let z = Expression.letter(Letter("z"))
  public static let a = Expression.letter(Letter("a"))

  /// The weighted inputs z_k, z_i of output nodes k and i, and the outputs h_k, h_i.
  public static let zk = Expression.letter(Letter("z", node: .k))
  public static let zi = Expression.letter(Letter("z", node: .i))
  static let zj = Expression.letter(Letter("z", node: .j))
  public static let hk = Expression.letter(Letter("h", node: .k))
  public static let hi = Expression.letter(Letter("h", node: .i))

  /// The target y_k, and the number M of examples.
  public static let yk = Expression.letter(Letter("y", node: .k))
  public static let M = Expression.letter(Letter("M"))

  /// The parameter of a function: cz, [z ≥ c]. [N] calls it k, which is an output node here.
  public static let c = Expression.letter(Letter("c"))

  /// A weight.
  public static let w = Expression.letter(Letter("w"))

  /// A letter that a formula defines for itself.
  static let s = Letter("s")
  static let t = Letter("t")
}
