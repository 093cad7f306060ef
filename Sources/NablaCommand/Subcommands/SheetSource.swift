// The sheets that `nabla work` was asked for: of a file, or of networks that are searched for.

import Nabla

/// Makes the sheets of one command line.
struct SheetSource {
  let command: WorkCommand
  /// How many networks are looked at for one sheet.
  static let triesForEach = 200_000

  init(_ command: WorkCommand) { self.command = command }

  /// Sheets, and whether every measured gradient on them is right.
  typealias Work = (sheets: [Sheet], status: ExitStatus)

  func sheets() throws(Failure) -> Work {
    switch command.source {
    case .file(let path):
      let input = try NetworkInput.read(path)
      if command.hasVariants {
        let examples = command.example == nil ? input.batch.count : 1
        return try generated(SheetTemplate(of: input.network, examples: examples))
      }
      return try given(input)
    case .generated(let template): return try generated(template)
    }
  }

  /// The network of a file.
  private func given(_ input: NetworkFile) throws(Failure) -> Work {
    if let absence = command.paths?.absence(fromSizes: input.network.sizes) {
      throw Failure(message: absence, status: .usage)
    }
    if let m = command.example, m > input.batch.count {
      throw Failure(
        message: "There is no example \(m): the batch has \(input.batch.count).", status: .usage)
    }
    let batch =
      command.example.map { WorkedExample.batch(input.batch, example: $0) } ?? input.batch
    let worked = try catching { () throws(DerivingError) in
      try WorkedExample(input.network, batch, command.options)
    }
    return sheets(of: worked, name: input.title, tries: nil)
  }

  /// Networks that are rounding-proof.
  private func generated(_ template: SheetTemplate) throws(Failure) -> Work {
    if let absence = command.paths?.absence(fromSizes: template.sizes) {
      throw Failure(message: absence, status: .usage)
    }
    let search = RoundingProofSearch(
      template, command.options, learningRate: command.learningRate, seed: command.seed)
    let hits = try catching { () throws(DerivingError) in
      try search.hits(command.variants, triesForEach: Self.triesForEach)
    }
    guard hits.count == command.variants else {
      let found = hits.isEmpty ? "No" : "Only \(hits.count) of \(command.variants)"
      throw Failure(
        message: """
          \(found) rounding-proof \(hits.isEmpty ? "network" : "networks") found: \
          \(NumberText.count(Self.triesForEach)) in a row were none. Smaller networks and single \
          examples (--example 1) have more of them.
          """, status: .cannotTell)
    }
    var work: Work = ([], .right)
    for (number, hit) in hits.enumerated() {
      let shape = hit.example.network.shape
      var name = "\(shape), seed \(command.seed)"
      if command.variants > 1 { name += ", sheet \(number + 1) of \(command.variants)" }
      let next = sheets(of: hit.example, name: name, tries: hit.tries)
      work.sheets += next.sheets
      if next.status != .right { work.status = next.status }
    }
    return work
  }

  /// One sheet, or a series in which more and more is left to be done.
  private func sheets(of worked: WorkedExample, name: String, tries: Int?) -> Work {
    let report = GradientCheck(worked.network, worked.batch).run()
    let paths = command.paths.map { [worked.paths(from: $0)] } ?? []
    func sheet(_ name: String, fading: Int?) -> Sheet {
      Sheet(
        worked, command.isFaded ? .question : command.kind, name: name, fading: fading,
        check: report, showsCheck: command.showsCheck, paths: paths,
        exampleNumber: command.example, tries: tries)
    }
    let whole = sheet(name, fading: nil)
    let verdict = whole.contradictions.isEmpty ? report.verdict : .wrong
    let status = report.selfTest.passed ? ExitStatus(verdict) : ExitStatus.failure
    guard command.isFaded else { return ([whole], status) }
    let count = worked.backwardSteps.count
    return (
      (1...count).map { sheet("\(name), step \($0) of \(count)", fading: $0) }, status
    )
  }

  private func catching<Result>(
    _ body: () throws(DerivingError) -> Result
  ) throws(Failure) -> Result {
    do throws(DerivingError) {
      return try body()
    } catch {
      throw Failure(message: "\(error)", status: .failure)
    }
  }
}

extension Network {
  /// `2-2-1`.
  fileprivate var shape: String {
    sizes.count <= 8 ? sizes.map(String.init).joined(separator: "-") : "\(sizes.count) layers"
  }
}
