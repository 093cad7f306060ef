// `nabla work`: a network worked through with numbers, for handing out.

import Nabla

struct WorkCommand: Subcommand {
  let source: Source
  let options: WorkedExampleOptions
  /// α, where it is given.
  let learningRate: Double?
  let example: Int?
  let paths: Coordinate?
  /// How many sheets with different numbers, where a file gives the shape only.
  let hasVariants: Bool
  let variants: Int
  let seed: UInt64
  let kind: Sheet.Kind
  let isFaded: Bool
  let showsCheck: Bool
  let format: DocumentFormat
  let path: String?
  let output: OutputOptions

  /// Where the numbers come from.
  enum Source {
    case file(String)
    case generated(SheetTemplate)
  }

  init(_ invocation: Invocation) throws(UsageError) {
    source = try Self.source(invocation)
    var options = WorkedExampleOptions()
    options.digits = invocation.text(.digits).flatMap { Int($0) } ?? options.digits
    options.learningRate = invocation.number(.rate) ?? options.learningRate
    if invocation.has(.full) { options.limit = .max }
    self.options = options
    learningRate = invocation.number(.rate)
    example = invocation.integer(.exampleAlone)
    paths = invocation.parameter(.paths)
    hasVariants = invocation.isGiven(.variants)
    variants = invocation.integer(.variants) ?? 1
    seed = UInt64(invocation.integer(.seed) ?? 1)
    isFaded = invocation.isGiven(.fade)
    kind = invocation.choice(.sheet)
    showsCheck = invocation.has(.selfCheck)
    format = invocation.choice(.documentFormat)
    path = invocation.text(.resultFile)
    output = OutputOptions(invocation, as: format)
    try Self.checkCombinations(invocation)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let work = try SheetSource(self).sheets()
    let file = path.map { WholeFile(path: $0) }
    let style =
      file == nil
      ? console.textStyle : TextStyle(width: 80, charset: console.textStyle.charset)
    let text = text(of: work.sheets, style: style)
    if let file {
      try file.write(console.rendered(text))
    } else {
      try console.write(text)
    }
    return work.status
  }
}

// MARK: - Printing

extension WorkCommand {
  private func text(of sheets: [Sheet], style: TextStyle) -> String {
    if format == .json { return Sheet.json(sheets) }
    let contents = sheets.map(SheetContent.init)
    return switch format {
    case .markdown: SheetContent.markdown(contents)
    case .latex: SheetContent.latex(contents)
    case .html: output.charset.html(SheetContent.html(contents, title: contents[0].title))
    case .text, .json: SheetContent.text(contents, style: style)
    }
  }
}

// MARK: - The command line

extension WorkCommand {
  private static func source(_ invocation: Invocation) throws(UsageError) -> Source {
    guard let sizes = invocation.sizes(.generate) else {
      guard let file = invocation.argument(0) else {
        throw UsageError(mistake: .missingArgument(label: "<file>"), path: invocation.path)
      }
      return .file(file)
    }
    if let file = invocation.argument(0) {
      throw UsageError(mistake: .unexpectedArgument(file), path: invocation.path)
    }
    let activation = Activation.named(invocation.text(.activation)!)!
    let hypothesis = Hypothesis.named(invocation.text(.hypothesis)!)!
    let cost = Cost.named(invocation.text(.cost)!)!
    guard cost.isDefined(for: hypothesis, outputs: sizes[sizes.count - 1]) else {
      let needs = cost.unmetNeeds(by: hypothesis, outputs: sizes[sizes.count - 1])
      throw UsageError(
        mistake: .unknownDerivation(
          .undefined(
            cost: cost.name, hypothesis: hypothesis.name, needs: needs.map(\.words),
            values: hypothesis.range(outputs: sizes[sizes.count - 1])?.words ?? "")),
        path: invocation.path)
    }
    return .generated(
      SheetTemplate(
        sizes: sizes, activations: Array(repeating: activation, count: sizes.count - 2),
        hypothesis: hypothesis, cost: cost))
  }

  /// More sheets than this are no class.
  private static let largestCount = 1000

  /// Options that say nothing beside others.
  private static func checkCombinations(_ invocation: Invocation) throws(UsageError) {
    func refuse(_ option: Option, by other: String) throws(UsageError) {
      if invocation.isGiven(option) {
        throw UsageError(
          mistake: .excludedOption(option.spelling, by: other), path: invocation.path)
      }
    }
    if invocation.text(.sheet) == Sheet.Kind.question.rawValue || invocation.isGiven(.fade) {
      try refuse(.paths, by: "--sheet question")
    }
    if let count = invocation.integer(.variants), count > largestCount {
      throw UsageError(
        mistake: .invalidValue(
          "\(count)", label: Option.variants.errorLabel, problem: .tooMany(largestCount)),
        path: invocation.path)
    }
    let isGenerated = invocation.isGiven(.generate)
    if isGenerated {
      try refuse(.exampleAlone, by: Option.generate.spelling)
    } else {
      for option in [Option.activation, .hypothesis, .cost] {
        if invocation.isGiven(option) {
          throw UsageError(
            mistake: .lonelyOption(option.spelling, needs: Option.generate.spelling),
            path: invocation.path)
        }
      }
      if invocation.isGiven(.seed), !invocation.isGiven(.variants) {
        throw UsageError(
          mistake: .lonelyOption(Option.seed.spelling, needs: Option.variants.spelling),
          path: invocation.path)
      }
    }
    if invocation.isGiven(.fade) {
      for kind in ["answer", "marking"] where invocation.text(.sheet) == kind {
        try refuse(.fade, by: "--sheet \(kind)")
      }
    }
  }
}
