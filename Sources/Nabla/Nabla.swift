// The umbrella: `import Nabla` brings the whole library.

@_exported import BatchEngine
@_exported import Cores
@_exported import Deriving
@_exported import Diagnosing
@_exported import GradientChecking
@_exported import Learning
@_exported import NetworkModel
@_exported import Notation
@_exported import Numbers
@_exported import Reporting
@_exported import ScalarEngine
@_exported import Stepping
@_exported import WorkedExamples
