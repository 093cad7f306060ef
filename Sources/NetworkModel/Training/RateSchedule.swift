// How the learning rate goes on from epoch to epoch: [V] §5.1.

public import Notation

/// A schedule of the learning rate, as a formula.
///
/// Adding one is a value with its formula and a line in `RateSchedule.all`.
public struct RateSchedule: Hashable, NamedFunction {
  public static var role: String { "schedule" }

  public let name: String
  public let aliases: [String]
  /// Which of the notes define it, and where.
  public let source: String
  /// The rate of an epoch, in the letters α (the rate that training starts with), e (the epoch,
  /// from 1) and E (how many epochs there will be).
  public let definition: Expression

  public init(name: String, aliases: [String] = [], source: String, definition: Expression) {
    self.name = name
    self.aliases = aliases
    self.source = source
    self.definition = definition
  }

  /// The rate of an epoch.
  ///
  /// - Parameters:
  ///   - epoch: from 1.
  ///   - epochs: how many there will be; used by schedules that end with the last one.
  public func rate(_ start: Double, epoch: Int, of epochs: Int) -> Double {
    let program = Program(definition, letters: ["α", "e", "E"])
    var frame = Frame<Double>(letters: [[start], [Double(epoch)], [Double(epochs)]])
    return program.run(&frame)
  }
}

extension RateSchedule {
  /// η(e) = η₀
  public static let constant = RateSchedule(
    name: "constant", source: "[V] §5.1; [W] §10", definition: α)

  /// η(e) = η₀ (1 − e / (1 + E)), for the epochs e = 1 … E                          [V] (23)
  ///
  /// Algorithm 1 starts with η₀ and changes it behind an epoch; (23) is for a given epoch, and is
  /// what counts here: the first epoch has η₀ E / (1 + E), the last η₀ / (1 + E).
  public static let linearDecay = RateSchedule(
    name: "linear-decay", source: "[V] (23)", definition: α * (1 - e / (1 + E)))

  /// Every schedule of the notes.
  public static let all: [RateSchedule] = [.constant, .linearDecay]

  private static let α = Expression.letter(Letter("α"))
  private static let e = Expression.letter(Letter("e"))
  private static let E = Expression.letter(Letter("E"))
}
