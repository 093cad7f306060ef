// Somebody's gradients of a network, to be judged.

public import Numbers

/// What somebody's backpropagation gave for a network and its batch.
public struct Claim: Sendable {
  /// ∂J/∂ every weight and bias.
  public var gradient: Parameters<Double>
  /// Δ^(ℓ), ℓ = 2 … L, s_ℓ × M; `nil` for a layer whose δ is not claimed.
  public var errors: Layers<Matrix<Double>?>
  /// J.
  public var cost: Double?
  /// How exact the gradient and δ can be.
  public var precision: ClaimPrecision
  /// How exact J can be: people print it with fewer digits.
  public var costPrecision: ClaimPrecision
  /// How the numbers were read, where they did not stand in the network file's shapes.
  public var readings: [ClaimReading]

  /// - Parameters:
  ///   - gradient: ∂J/∂ every weight and bias.
  ///   - errors: Δ^(2) … Δ^(L); none are claimed if `nil`.
  ///   - cost: J, if it is claimed.
  ///   - precision: how exact the gradient and δ can be.
  ///   - costPrecision: how exact J can be; as the gradient, if `nil`.
  ///   - readings: how the numbers were read, where they stood in another layout.
  public init(
    gradient: Parameters<Double>, errors: Layers<Matrix<Double>?>? = nil, cost: Double? = nil,
    precision: ClaimPrecision = .double, costPrecision: ClaimPrecision? = nil,
    readings: [ClaimReading] = []
  ) {
    self.gradient = gradient
    self.errors = errors ?? gradient.biases.map { _ in nil }
    self.cost = cost
    self.precision = precision
    self.costPrecision = costPrecision ?? precision
    self.readings = readings
  }

  /// Whether δ is claimed for a layer.
  public var hasErrors: Bool { errors.elements.contains { $0 != nil } }
}

/// A part of a claim that was read in another layout than the network file's.
public struct ClaimReading: Hashable, Sendable {
  /// What was read: "W2", "delta3", as the file calls it.
  public let name: String
  public let layer: Int
  public let layout: ClaimLayout

  public init(name: String, layer: Int, layout: ClaimLayout) {
    self.name = name
    self.layer = layer
    self.layout = layout
  }
}

/// Another layout than the network file's, which people's programs use.
public enum ClaimLayout: String, Hashable, Sendable, CaseIterable {
  /// W^(ℓ) as s_(ℓ−1) × s_ℓ: (in, out).
  case transposedWeights
  /// The bias as column 0 of W^(ℓ), s_ℓ × (1 + s_(ℓ−1)).
  case biasColumn
  /// The bias as row 0 of (W^(ℓ))ᵀ, (1 + s_(ℓ−1)) × s_ℓ.
  case biasRow
  /// The bias as the last column of W^(ℓ), s_ℓ × (s_(ℓ−1) + 1).
  case lastBiasColumn
  /// The bias as the last row of (W^(ℓ))ᵀ, (s_(ℓ−1) + 1) × s_ℓ.
  case lastBiasRow
  /// Δ^(ℓ) with an example in each row, M × s_ℓ.
  case examplesAsRows
  /// A list of numbers, or a row or column of them, that stands for a matrix or a vector.
  case flat
  /// All parameters in one list, layer by layer, weights row by row and then biases.
  case oneVector
  /// Layers counted from 1, W1 for W^(2).
  case layersFromOne
  /// Layers counted from 0, W0 for W^(2).
  case layersFromZero
}
