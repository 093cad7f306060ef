// A check of somebody's gradients with everything that the package has.

public import Diagnosing
public import GradientChecking
public import NetworkModel

extension ClaimCheck {
  /// Checks somebody's gradients of a network, measured beside both engines.
  public convenience init(
    _ network: Network, _ batch: Batch, _ options: CheckOptions = CheckOptions()
  ) {
    self.init(CheckSubject(network, batch), options)
  }
}
