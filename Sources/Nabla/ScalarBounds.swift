// Bounds on the scalar engine's roundings, in the batch engine's time.

import BatchEngine
import NetworkModel
import Numbers
import ScalarEngine

/// The scalar engine over `Bounded`, its products computed by the batch engine.
///
/// Sums of products have the same bound in both: the batch engine's holds for any order of their terms.
/// The output layer, where the two engines use other forms and other orders, is the scalar engine's.
struct ScalarBounds: PropagationEngine {
  private let outputs: ScalarPropagation<Bounded>
  private let products: BatchPropagation<Bounded>

  init(products: BatchPropagation<Bounded>) {
    outputs = ScalarPropagation(products.network, products.batch)
    self.products = products.withoutFastForms
  }

  var network: Network { products.network }
  var batch: Batch { products.batch }

  func forward(holding sides: Sides?) -> ForwardPass<Bounded> { products.forward(holding: sides) }

  func outputGradient(_ pass: ForwardPass<Bounded>) -> Matrix<Bounded> {
    outputs.outputGradient(pass)
  }

  func slope(_ l: Int, _ pass: ForwardPass<Bounded>) -> Matrix<Bounded>? { outputs.slope(l, pass) }

  func outputError(_ pass: ForwardPass<Bounded>) -> Matrix<Bounded> { outputs.outputError(pass) }

  func activationGradient(_ l: Int, errorAbove Δ: Matrix<Bounded>) -> Matrix<Bounded> {
    products.activationGradient(l, errorAbove: Δ)
  }

  func hiddenError(
    _ l: Int, errorAbove Δ: Matrix<Bounded>, _ pass: ForwardPass<Bounded>
  ) -> Matrix<Bounded> { products.hiddenError(l, errorAbove: Δ, pass) }

  func weightGradient(
    _ l: Int, error Δ: Matrix<Bounded>, _ pass: ForwardPass<Bounded>
  ) -> Matrix<Bounded> { products.weightGradient(l, error: Δ, pass) }

  func biasGradient(_ l: Int, error Δ: Matrix<Bounded>) -> [Bounded] {
    products.biasGradient(l, error: Δ)
  }
}
