// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house, in the order in which data flows. The compiler enforces the arrows.
let package = Package(
  name: "Nabla",
  platforms: [.macOS(.v14)],
  targets: [
    // The number types that a formula is evaluated over: dual, complex, double-double, bounded.
    .target(name: "Numbers"),
    // Letters, the expression tree, its evaluation.
    .target(name: "Notation", dependencies: ["Numbers"]),
    // Activations, hypotheses, costs, penalties; network, batch, gradient; reading network files.
    .target(name: "NetworkModel", dependencies: ["Numbers", "Notation"]),
  ]
)
