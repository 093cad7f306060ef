// The stepper: where somebody is in a walk, what is open there, and what each command does.

/// Somebody's way through a walk: a value that commands and keys change.
public struct Stepper: Sendable {
  /// What is stepped through.
  public let walk: Walk
  /// Whether a line is hidden until it is asked for.
  public let isQuiz: Bool
  /// The stop, as a place of the walk.
  public internal(set) var place = 0
  /// What is open below the line.
  public internal(set) var panel: Panel?
  /// An answer in a sentence.
  public internal(set) var message: String?
  /// Whether the line's numbers are shown, and which set of them.
  public internal(set) var showsNumbers = true
  /// Which set of numbers is shown, from 0.
  public internal(set) var numbers = 0
  /// Lines that a quiz shows because they were asked for.
  var revealed: Set<Int> = []
  /// How many hints were given here.
  var hints = 0
  var lastCommand: Command?
  var lastSearch: String?
  /// What changed last: a terminal without a screen shows only that.
  var news = News.line
  /// How far the page is moved up.
  var scroll = 0
  /// Digits before a key.
  var count = ""
  /// What is being typed.
  public internal(set) var prompt: Prompt?

  /// - Parameter isQuiz: whether lines are hidden until they are asked for.
  public init(_ walk: Walk, isQuiz: Bool = false) {
    self.walk = walk
    self.isQuiz = isQuiz
  }

  /// What can be open below a line.
  public enum Panel: Hashable, Sendable {
    case aspect(Stop.Aspect)
    /// The first, second, third hint.
    case hint(Int)
    case help
  }

  enum News { case line, panel, message }

  /// What is left to do for whoever drives the stepper.
  public enum Effect: Equatable, Sendable {
    case none
    /// Print the whole walk, into a file where there is a name.
    case print(String?)
    case quit
  }

  /// The line that somebody is at.
  public var stop: Stop { walk.places[place].stop }

  /// Whether a line is not to be shown yet.
  func isHidden(_ place: Int) -> Bool {
    isQuiz && place > 0 && !walk.places[place].stop.isGiven && !revealed.contains(place)
  }

  /// Whether the line of the stop is hidden.
  public var isHidden: Bool { isHidden(place) }

  /// Does what a command says.
  public mutating func perform(_ command: Command) -> Effect {
    message = nil
    news = .message
    if command != .help { lastCommand = command }
    switch command {
    case .next(let count): forward(count)
    case .back(let count): backward(count)
    case .into: enterSubsteps()
    case .out: leaveSubsteps()
    case .goto(let id): go(to: id)
    case .first: move(to: 0)
    case .last: move(to: walk.places.count - 1)
    case .find(let text): find(text)
    case .again: findAgain()
    case .values(let isOn): switchNumbers(isOn)
    case .other(let number): takeOtherNumbers(number)
    case .why: open(.why, nothing: "Nothing more is said about why this holds.")
    case .conditions: open(.conditions, nothing: "Line \(stop.id) needs nothing special.")
    case .mistake: open(.mistake, nothing: "No typical mistake is known at line \(stop.id).")
    case .picture: open(.picture, nothing: "There is no picture of line \(stop.id).")
    case .hint: hint()
    case .show: show()
    case .help: toggle(.help)
    case .print(let path): return .print(path)
    case .quit: return .quit
    }
    return .none
  }

  /// Says something in a sentence.
  public mutating func say(_ sentence: String) {
    message = sentence
    news = .message
  }
}
