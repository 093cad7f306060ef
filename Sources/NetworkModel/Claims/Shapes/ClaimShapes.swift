// The shapes that the arrays of a claim have to have.

/// What the shapes of a claim are measured by.
struct ClaimShapes {
  let sizes: [Int]
  /// M.
  let examples: Int

  /// L.
  var lastLayer: Int { sizes.count }
  var layers: ClosedRange<Int> { 2...sizes.count }

  /// s_ℓ.
  func size(_ l: Int) -> Int { sizes[l - 1] }

  /// P.
  var parameters: Int { layers.reduce(0) { $0 + size($1) * (size($1 - 1) + 1) } }

  /// W2, b2, W3, b3, …: the arrays that a claim needs, as it may call them.
  var needed: [String] { layers.prefix(5).flatMap { ["W\($0)", "b\($0)"] } }
}
