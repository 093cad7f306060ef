// Options: flags, and options with a value.

/// An option of a command.
struct Option: Sendable {
  /// Without the dashes.
  let name: String
  /// A letter that does the same: `h` for `-h`.
  var letter: Character? = nil
  /// What stands behind it; `nil` for a flag.
  var value: OptionValue? = nil
  /// An option without which this one has no meaning.
  var needs: String? = nil
  /// Options that have no meaning beside this one.
  var excludes: [String] = []
  let help: String

  /// `--scheme`.
  var spelling: String { "--\(name)" }
  /// Every way to write it: `-h`, `--help`.
  var spellings: [String] { (letter.map { ["-\($0)"] } ?? []) + [spelling] }
  /// As it stands in help: `-h, --help` or `--scheme <name>`.
  var label: String { spellings.joined(separator: ", ") + placeholder }
  /// As it stands in errors: `--scheme <name>`.
  var errorLabel: String { spelling + placeholder }

  private var placeholder: String { value.map { " <\($0.placeholder)>" } ?? "" }
}

/// The value of an option.
struct OptionValue: Sendable {
  let placeholder: String
  let kind: ValueKind
  /// What counts where the option is not given, as it would be written.
  var standard: String? = nil
}

/// What a value may be.
enum ValueKind: Sendable {
  /// A whole number, `atLeast` or more.
  case integer(atLeast: Int)
  /// A finite number.
  case number
  /// A finite number greater than 0.
  case positiveNumber
  /// A finite number, 0 or more.
  case magnitude
  /// A number from 0 up to but not including 1.
  case share
  /// A whole number, 1 or more, or a word.
  case countOrWord(String)
  /// A setting and the values to try: `l2=0,0.01,0.1,1`.
  case sweep
  /// One of these words.
  case choice([String])
  /// A weight or a bias: `w(2,1,3)`, `b(2,1)`.
  case parameter
  /// The sizes of a network's layers: `2-2-1`.
  case sizes
  /// A file to read; `-` is standard input.
  case inputFile
  /// A file to write.
  case outputFile
  /// A directory to write.
  case outputDirectory
  /// What a Swift module may be called.
  case moduleName
  /// A word of a name that is several words: `log-loss softmax`.
  case words(NameWords)
}

/// Names of several words.
struct NameWords: Sendable {
  /// The names, each as its words; listed when they are asked for, which few commands do.
  var names: [[String]] { list() }
  private let list: @Sendable () -> [[String]]
  /// Words behind which the name of a file may stand.
  let beforeFiles: [String]

  init(
    names: @autoclosure @escaping @Sendable () -> [[String]], beforeFiles: [String] = []
  ) {
    list = names
    self.beforeFiles = beforeFiles
  }

  /// The words that begin names.
  var first: [String] { continuations(of: []) }

  /// Every word once.
  var all: [String] { names.joined().reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  /// The beginnings that something follows, each with what may follow it.
  var beginnings: [(words: [String], next: [String])] {
    names.flatMap { name in name.indices.dropFirst().map { Array(name[..<$0]) } }
      .reduce(into: [[String]]()) { if !$0.contains($1) { $0.append($1) } }
      .map { ($0, continuations(of: $0)) }
  }

  private func continuations(of start: [String]) -> [String] {
    names.filter { $0.count > start.count && $0.starts(with: start) }.map { $0[start.count] }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
