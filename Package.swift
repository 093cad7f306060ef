// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house, in the order in which data flows. The compiler enforces the arrows.
let package = Package(
  name: "Nabla",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Nabla", targets: ["Nabla"]),
    .library(name: "NablaTesting", targets: ["NablaTesting"]),
    .executable(name: "nabla", targets: ["NablaCommand"]),
  ],
  targets: [
    // The number types that a formula is evaluated over: dual, complex, double-double, bounded.
    .target(name: "Numbers"),
    // Letters, the expression tree, its evaluation.
    .target(name: "Notation", dependencies: ["Numbers"]),
    // Activations, hypotheses, costs, penalties; network, batch, gradient; reading network files.
    .target(name: "NetworkModel", dependencies: ["Numbers", "Notation"]),
    // FP1.1–BP4.1 in the loops of the notes, over any number.
    .target(name: "ScalarEngine", dependencies: ["Numbers", "Notation", "NetworkModel"]),
    // Work spread over the processor's cores.
    .target(name: "Cores"),
    // Inner loops in C, selected for the processor at run time.
    .target(name: "Kernels"),
    // FP2, BP1.2–BP4.2 on whole batches; probes of J with numbers nudged.
    .target(
      name: "BatchEngine",
      dependencies: ["Cores", "Kernels", "Numbers", "Notation", "NetworkModel"]),
    // Difference schemes, error bounds, verdicts, cross-validation; sees probes and claims only.
    .target(name: "GradientChecking", dependencies: ["Cores", "Numbers", "NetworkModel"]),
    // Gradient descent in the variants of the notes, and what is noticed on the way.
    .target(name: "Learning", dependencies: ["Cores", "Numbers", "Notation", "NetworkModel"]),
    // Rules, steps, derivations in index notation and of matrices, and checks of every line.
    .target(
      name: "Deriving",
      dependencies: ["Cores", "Numbers", "Notation", "NetworkModel", "GradientChecking"]),
    // Propagation worked with numbers: every line a formula, the same with numbers, its value.
    .target(
      name: "WorkedExamples",
      dependencies: [
        "Cores", "Numbers", "Notation", "NetworkModel", "GradientChecking", "Deriving",
      ]),
    // Somebody's gradients: compared with what was measured, and traced to a wrong formula.
    .target(
      name: "Diagnosing",
      dependencies: [
        "Cores", "Numbers", "Notation", "NetworkModel", "GradientChecking", "Deriving",
        "WorkedExamples",
      ]),
    // Text, Markdown, LaTeX, HTML, JSON, SVG.
    .target(
      name: "Reporting",
      dependencies: [
        "Numbers", "Notation", "NetworkModel", "GradientChecking", "Learning", "Deriving",
        "WorkedExamples", "Diagnosing",
      ]),
    // Walks through derivations and networks, line by line: the stepper's state, screens, keys.
    .target(
      name: "Stepping",
      dependencies: [
        "Numbers", "Notation", "NetworkModel", "GradientChecking", "Deriving",
        "WorkedExamples", "Reporting",
      ]),
    // Everything, under one name.
    .target(
      name: "Nabla",
      dependencies: [
        "Cores", "Numbers", "Notation", "NetworkModel", "ScalarEngine", "BatchEngine",
        "GradientChecking", "Learning", "Deriving", "WorkedExamples", "Diagnosing", "Reporting",
        "Stepping",
      ]),
    // Expectations for Swift Testing: a student's own backpropagation, or any function's gradient.
    .target(name: "NablaTesting", dependencies: ["Nabla"]),
    // The command: parse, dispatch, exit status.
    .executableTarget(name: "NablaCommand", dependencies: ["Nabla"]),

    // Seeded random networks for the tests.
    .target(name: "RandomNetworks", dependencies: ["Nabla"], path: "Tests/RandomNetworks"),
    // Times beside those of the peers; `Tests/Benchmarks/run` drives it.
    .executableTarget(
      name: "Benchmarks", dependencies: ["Kernels", "Nabla"], path: "Tests/Benchmarks",
      exclude: ["run", "instructions", "instructions.json", "driver"]),
    // The kernels' versions one by one, so that those for other processors are tested too.
    .target(name: "KernelVersions", path: "Tests/KernelVersions"),
    .testTarget(
      name: "KernelsTests", dependencies: ["Kernels", "KernelVersions", "Numbers", "NetworkModel"]),
    .testTarget(name: "NumbersTests", dependencies: ["Numbers"]),
    .testTarget(name: "NotationTests", dependencies: ["Nabla"]),
    .testTarget(name: "NetworkModelTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "EngineTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "GradientCheckingTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "LearningTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "DerivingTests", dependencies: ["Nabla"]),
    .testTarget(name: "WorkedExamplesTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "DiagnosingTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "NablaTestingTests", dependencies: ["NablaTesting", "NablaCommand"]),
    .testTarget(name: "ReportingTests", dependencies: ["Nabla", "RandomNetworks"]),
    .testTarget(name: "SteppingTests", dependencies: ["Nabla"], exclude: ["Screens"]),
    .testTarget(name: "CommandTests", dependencies: ["NablaCommand"]),
  ]
)
