// The trained network, written as a network file that every command reads.

import Nabla

struct TrainedFile {
  private let input: NetworkFile
  private let result: WholeFile
  /// Where the result lies, if that is not where the input lies: paths of data are relative to it.
  private let directory: String?

  init(_ input: NetworkFile, from path: String, to result: WholeFile) {
    self.input = input
    self.result = result
    let here = path == "-" ? "" : Self.directory(of: path)
    let there = Self.directory(of: result.path)
    directory = here == there ? nil : there
  }

  /// Writes it beside its place and moves it there: whoever reads it finds the old network or the new.
  func save(
    _ parameters: Parameters<Double>, _ penalty: Penalty, _ settings: TrainingSettings,
    _ state: TrainingState
  ) throws(Failure) {
    let text = input.text(
      parameters: parameters, penalty: penalty, settings: settings, state: state,
      movingTo: directory)
    try Signals.withheld { () throws(Failure) in try result.write(text) }
  }

  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
