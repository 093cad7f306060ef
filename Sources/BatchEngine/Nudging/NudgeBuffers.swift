// Where changes of one example are kept while they move through the layers.

/// Memory for the changes of one example: allocated once, used by one thread at a time (a probe that is
/// copied makes buffers of its own).
final class NudgeBuffers: @unchecked Sendable {
  /// How many columns are propagated at a time, so that a layer's rows stay near the processor.
  static let block = 512

  let width: Int
  /// ΔZ and ΔA of the layer that is being computed: `width` rows of `block` columns.
  let inputs: UnsafeMutablePointer<Double>
  let activations: UnsafeMutablePointer<Double>
  /// A second matrix for the outputs' logarithms, and rows for sums.
  let logarithms: UnsafeMutablePointer<Double>
  let sum: UnsafeMutablePointer<Double>
  let rest: UnsafeMutablePointer<Double>
  /// The nodes i − 1 whose rows of `activations` are not 0, and how many they are.
  let nodes: UnsafeMutablePointer<Int32>
  var active = 0
  let workspace: ChangeWorkspace
  let letters: UnsafeMutablePointer<Double>
  let letterChanges: UnsafeMutablePointer<UnsafePointer<Double>?>

  init(_ point: NudgePoint) {
    let block = Self.block
    width = max(1, point.width)
    inputs = .allocate(capacity: width * block)
    activations = .allocate(capacity: width * block)
    logarithms = .allocate(capacity: width * block)
    sum = .allocate(capacity: max(block, width))
    rest = .allocate(capacity: block)
    nodes = .allocate(capacity: width)
    let count = point.nodeCount
    workspace = ChangeWorkspace(
      values: .allocate(capacity: count), rows: .allocate(capacity: count * block),
      results: .allocate(capacity: count), isDone: .allocate(capacity: count), stride: block)
    letters = .allocate(capacity: point.output.letterCount)
    letterChanges = .allocate(capacity: point.output.letterCount)
  }

  deinit {
    for memory in [
      inputs, activations, logarithms, sum, rest, workspace.values, workspace.rows, letters,
    ] { memory.deallocate() }
    nodes.deallocate()
    workspace.results.deallocate()
    workspace.isDone.deallocate()
    letterChanges.deallocate()
  }

  /// The workspace behind the first `nodes` nodes.
  func workspace(after nodes: Int) -> ChangeWorkspace {
    ChangeWorkspace(
      values: workspace.values + nodes, rows: workspace.rows + nodes * workspace.stride,
      results: workspace.results + nodes, isDone: workspace.isDone + nodes,
      stride: workspace.stride)
  }
}
