// The commands: what each is called, which key it has, what it does in a few words.

extension Stepper {
  /// Something that a stepper can be told.
  public enum Command: Hashable, Sendable {
    case next(Int), back(Int)
    case into, out
    case goto(String)
    case first, last
    case find(String), again
    /// On, off, or the other of these.
    case values(Bool?)
    /// A set of numbers, counted from 1, or the next one.
    case other(Int?)
    case why, conditions, mistake, picture
    case hint, show
    case help
    /// Into a file, or where everything else is shown.
    case print(String?)
    case quit
  }

  /// A word of the table of commands.
  public struct Word: Sendable {
    public let word: String
    /// Other words for the same.
    public let synonyms: [String]
    /// Keys that do it; alone on a line they do, too.
    public let keys: [Character]
    /// What may stand behind the word, as help shows it.
    public let argument: String?
    public let help: String
    /// The command, from what stands behind the word; `nil` where that cannot be understood.
    let command: @Sendable (String) -> Command?

    init(
      _ word: String, _ synonyms: [String] = [], keys: [Character], argument: String? = nil,
      _ help: String, command: @escaping @Sendable (String) -> Command?
    ) {
      (self.word, self.synonyms, self.keys) = (word, synonyms, keys)
      (self.argument, self.help, self.command) = (argument, help, command)
    }
  }

  /// Every command, in the order of the help.
  public static let words: [Word] = [
    Word("next", keys: ["n", " "], argument: "[n]", "the next line") { counted($0, Command.next) },
    Word("back", ["previous"], keys: ["b", "p"], argument: "[n]", "the line before") {
      counted($0, Command.back)
    },
    Word("into", ["step"], keys: ["i", "s"], "into the smaller steps of a line") {
      alone($0, .into)
    },
    Word("out", ["up"], keys: ["o", "u"], "out of them, to the line") { alone($0, .out) },
    Word("goto", keys: ["g"], argument: "line", "to a line by its number: g 6b") { .goto($0) },
    Word("first", keys: ["^"], "to the first line") { alone($0, .first) },
    Word("last", ["end"], keys: ["G", "$"], "to the last line") { alone($0, .last) },
    Word("find", ["search"], keys: ["/"], argument: "text", "a symbol, a rule, a word") {
      .find($0)
    },
    Word("again", keys: ["N"], "the next place where it is") { alone($0, .again) },
    Word("values", ["numbers"], keys: ["v"], argument: "[on|off]", "the line in numbers") {
      switched($0)
    },
    Word("other", ["roll"], keys: ["r"], argument: "[n]", "other numbers for the letters") {
      $0.isEmpty ? .other(nil) : Int($0).map { .other($0) }
    },
    Word("why", ["rule"], keys: ["w"], "the rule, and why it holds") { alone($0, .why) },
    Word("conditions", ["needs"], keys: ["c"], "what the line needs, and what if not") {
      alone($0, .conditions)
    },
    Word("mistake", keys: ["m"], "what people get wrong here") { alone($0, .mistake) },
    Word("picture", keys: ["d"], "where it is in the network") { alone($0, .picture) },
    Word("hint", keys: ["h"], "a hint; again: the rule; again: the line") { alone($0, .hint) },
    Word("show", ["answer"], keys: ["a"], "show a hidden line") { alone($0, .show) },
    Word("print", keys: ["P"], argument: "[file]", "print everything") {
      .print($0.isEmpty ? nil : $0)
    },
    Word("help", ["keys", "commands"], keys: ["?"], "these keys and words") { alone($0, .help) },
    Word("quit", ["exit"], keys: ["q"], "leave") { alone($0, .quit) },
  ]

  private static func alone(_ rest: String, _ command: Command) -> Command? {
    rest.isEmpty ? command : nil
  }

  /// A number of times, at most so many that nobody waits.
  private static func counted(_ rest: String, _ command: (Int) -> Command) -> Command? {
    if rest.isEmpty { return command(1) }
    guard let count = Int(rest), count > 0 else { return nil }
    return command(min(count, 10_000))
  }

  private static func switched(_ rest: String) -> Command? {
    switch rest.lowercased() {
    case "": .values(nil)
    case "on": .values(true)
    case "off": .values(false)
    default: nil
    }
  }
}
