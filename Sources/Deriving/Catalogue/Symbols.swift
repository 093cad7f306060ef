// The letters that derivations use, with their meanings and shapes.

import Notation

extension Derivation.Symbol {
  private static let i = Index.i.over(.nodes(.current))
  private static let j = Index.j.over(.nodes(.current - 1))

  private init(letter: Letter, _ meaning: String, shape: Shape? = nil) {
    self.init(.scalar(.letter(letter)), meaning, shape: shape)
  }

  /// Numbers of the whole problem, listed where a line uses them.
  static let constants: [(letter: Letter, symbol: Self)] = [
    (Letter("c"), "parameter of the function; [N] writes k"),
    (Letter("α"), "learning rate"),
    (Letter("λ"), "strength of the penalty"),
    (Letter("μ"), "momentum rate, between 0 and 1"),
    (Letter("τ"), "what makes the density sum to 1"),
  ].map { ($0, Self(letter: $0, $1)) }

  static let cost = Self(letter: Letter("J"), "cost, over all M examples")
  static let exampleCost = Self(letter: Letter("J"), "cost of the one example")
  static let output = Self(
    letter: Letter("h", nodes: [.k], example: .m), "output k for example m",
    shape: Shape(rows: .outputs, columns: .examples))
  static let target = Self(
    letter: Letter("y", nodes: [.k], example: .m), "target k for example m",
    shape: Shape(rows: .outputs, columns: .examples))
  static let outputInput = Self(
    letter: Letter("z", nodes: [.k], example: .m), "weighted input of output node k, z_k^(L)",
    shape: Shape(rows: .outputs, columns: .examples))
  static let outputError = Self(
    letter: Letter("δ", nodes: [.k], layer: .last, example: .m), "error of output node k",
    shape: Shape(rows: .outputs, columns: .examples))
  static let weightedInput = Self(
    letter: Letter("z", nodes: [i], layer: .current, example: .m),
    "weighted input of node i in layer ℓ",
    shape: Shape(rows: .nodes(.current), columns: .examples))
  static let activation = Self(
    letter: Letter("a", nodes: [i], layer: .current, example: .m),
    "activation value of node i in layer ℓ",
    shape: Shape(rows: .nodes(.current), columns: .examples))
  static let error = Self(
    letter: Letter("δ", nodes: [i], layer: .current, example: .m), "error of node i in layer ℓ",
    shape: Shape(rows: .nodes(.current), columns: .examples))
  static let weight = Self(
    letter: Letter("w", nodes: [i, j], layer: .current),
    "weight from node j of layer ℓ−1 to node i of layer ℓ",
    shape: Shape(rows: .nodes(.current), columns: .nodes(.current - 1)))
  static let pathCount = Self(letter: Letter("n"), "number of paths")
  static let bias = Self(
    letter: Letter("b", nodes: [i], layer: .current), "bias of node i in layer ℓ",
    shape: Shape(rows: .nodes(.current), columns: nil))
}
