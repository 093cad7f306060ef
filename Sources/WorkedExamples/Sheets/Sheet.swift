// A sheet of paper: a worked example as a question, as its answer, or with the key for marking it.

public import GradientChecking
public import Notation

/// What is printed of a worked example, and what is left blank.
public struct Sheet: Sendable {
  /// Whether it asks, answers, or says how answers are marked.
  public enum Kind: String, CaseIterable, Sendable {
    case question, answer, marking
  }

  /// What is printed.
  public let example: WorkedExample
  /// Whether it asks, answers, or says how answers are marked.
  public let kind: Kind
  /// What the sheet is called on paper: "2-2-1, seed 7, sheet 3".
  public let name: String
  /// The numbers of the lines whose values are to be found.
  public let blanks: Set<String>
  /// Sections that are left out, because they would give blanks away.
  public let omitted: Set<WorkedSection.Kind>
  /// What differences measure; `nil` where it is not shown.
  public let check: CheckReport?
  /// The paths that are listed.
  public let paths: [PathList]
  /// One example of a batch that is worked alone.
  public let exampleNumber: Int?
  /// How many networks were looked at until this one was found.
  public let tries: Int?

  /// - Parameters:
  ///   - fading: how many of the last steps of the backward pass are blank; `nil` on a question sheet to
  ///     blank everything.
  ///   - showsCheck: whether the measured derivatives are printed on a question sheet too.
  public init(
    _ example: WorkedExample, _ kind: Kind, name: String, fading: Int? = nil,
    check: CheckReport? = nil, showsCheck: Bool = false, paths: [PathList] = [],
    exampleNumber: Int? = nil, tries: Int? = nil
  ) {
    self.example = example
    self.kind = kind
    self.name = name
    self.exampleNumber = exampleNumber
    self.tries = tries
    self.check = kind == .question && !showsCheck ? nil : check
    self.paths = kind == .question ? [] : paths
    if kind != .question {
      (blanks, omitted) = ([], [])
    } else if let fading {
      blanks = Set(example.backwardSteps.suffix(fading).joined().map(\.id))
      omitted = [.update, .again]
    } else {
      (blanks, omitted) = (Set(example.lines.map(\.id)), [])
    }
  }

  /// What the check says of a printed gradient: right where the measurement is, and where its digits are
  /// those that are printed.
  ///
  /// They are not at a kink on whose other side the binary numbers of the network lie: 0.1 + 0.2 − 0.3 is
  /// 0 on paper.
  public func verdict(_ comparison: Comparison, printed: PrintedNumber) -> Verdict {
    if comparison.verdict != .right { return comparison.verdict }
    let difference = (printed.value.real - comparison.measured).magnitude
    let unit = printed.unit(digits: example.options.digits)
    return difference <= 0.51 * unit + comparison.bound ? .right : .wrong
  }

  /// The lines of the gradient whose printed digits are not the measured ones, though the engines' are.
  public var contradictions: [WorkedLine] {
    let right = (check?.parameters ?? []).filter { $0.verdict == .right }
    let measured = Dictionary(
      right.map { ($0.coordinate.letter(examples: example.batch.count), $0) },
      uniquingKeysWith: { a, _ in a })
    return example.section(.gradient).filter { line in
      line.left.variableOfSlope.flatMap { measured[$0] }
        .map { verdict($0, printed: line.printed) == .wrong } ?? false
    }
  }

  /// The sections that are printed.
  public var sections: [WorkedSection] {
    example.sections.filter { !omitted.contains($0.kind) && !$0.lines.isEmpty }
  }

  /// Whether a line's value is one that is to be found.
  public func isBlank(_ line: WorkedLine) -> Bool { blanks.contains(line.id) }

  /// Whether a letter's value is one that is to be found.
  public func isBlank(_ letter: Letter) -> Bool { blankLetters.contains(letter) }

  private var blankLetters: Set<Letter> {
    Set(example.lines.filter { blanks.contains($0.id) }.map(\.left))
  }
}

extension WorkedExample {
  /// The backward pass in steps: the lines of one equation, layer and example belong together.
  public var backwardSteps: [[WorkedLine]] {
    var steps: [[WorkedLine]] = []
    for line in section(.backward) + section(.gradient) {
      if let last = steps.last?.last, last.quantity == line.quantity, last.layer == line.layer,
        last.example == line.example
      {
        steps[steps.count - 1].append(line)
      } else {
        steps.append([line])
      }
    }
    return steps
  }
}
