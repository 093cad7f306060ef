// The arrays of a claim, each of them assigned to its layer.

/// What a file claims, before its shapes are looked at.
struct ClaimParts {
  /// ℓ = 2 … L.
  var weights: Layers<ClaimArray>
  /// `nil` where the bias is folded into W.
  var biases: Layers<ClaimArray>?
  var errors: Layers<ClaimArray?>
  var cost: ClaimArray?
  var precision: ClaimPrecision
  /// Of J.
  var costPrecision: ClaimPrecision
  var readings: [ClaimReading] = []
}

extension ClaimParts {
  /// Every reading of the arrays that fits the shapes, the most natural first.
  func claims(_ shapes: ClaimShapes) throws(ClaimProblem) -> [Claim] {
    let gradients = try gradients(shapes)
    let errors = try errorReadings(shapes)
    let cost = try costNumber()
    var claims: [Claim] = []
    for gradient in gradients {
      // Who multiplies X W has examples as rows, too.
      for error in gradient.layout.isTransposed ? errors.reversed() : errors {
        let claim = Claim(
          gradient: gradient.parameters, errors: error.matrices, cost: cost,
          precision: precision, costPrecision: costPrecision,
          readings: readings + gradient.readings + error.readings)
        if claims.isEmpty { try checkFinite(claim) }
        let isNew = claims.allSatisfy {
          $0.gradient != claim.gradient || $0.errors != claim.errors
        }
        if isNew { claims.append(claim) }
      }
    }
    return claims
  }

  private func costNumber() throws(ClaimProblem) -> Double? {
    guard let cost else { return nil }
    guard cost.numbers.count == 1 else {
      throw ClaimProblem(.costShape(name: cost.name, found: cost.shape), at: cost.value)
    }
    return cost.numbers[0]
  }
}

// MARK: - Numbers that are none

extension ClaimParts {
  /// Refuses NaN and infinities, naming the first one in the order of layers, by its coordinate.
  private func checkFinite(_ claim: Claim) throws(ClaimProblem) {
    for l in claim.gradient.weights.range {
      let w = claim.gradient.weights[l]
      if let n = w.entries.firstIndex(where: { !$0.isFinite }) {
        let coordinate = Coordinate.weight(
          layer: l, i: n / w.columns + 1, j: n % w.columns + 1)
        throw notFinite(w.entries[n], coordinate, in: weights[l])
      }
      if let n = claim.gradient.biases[l].firstIndex(where: { !$0.isFinite }) {
        let array = biases?[l] ?? weights[l]
        throw notFinite(claim.gradient.biases[l][n], .bias(layer: l, i: n + 1), in: array)
      }
    }
    for l in claim.errors.range {
      guard let error = claim.errors[l], let array = errors[l],
        let n = error.entries.firstIndex(where: { !$0.isFinite })
      else { continue }
      let coordinate = Coordinate.weightedInput(
        layer: l, i: n / error.columns + 1, example: n % error.columns + 1)
      throw notFinite(error.entries[n], coordinate, in: array)
    }
    if let number = claim.cost, let cost, !number.isFinite {
      throw notFinite(number, nil, in: cost)
    }
  }

  private func notFinite(
    _ number: Double, _ coordinate: Coordinate?, in array: ClaimArray
  ) -> ClaimProblem {
    let found = number.isNaN ? "NaN" : number > 0 ? "infinite" : "minus infinity"
    return ClaimProblem(.notFinite(found: found, array: array.name, coordinate: coordinate))
  }
}
