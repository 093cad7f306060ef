// What the command line said, read by the table.

import Nabla

/// A value that was given and found to be of its kind.
enum Value: Equatable, Sendable {
  case integer(Int)
  case number(Double)
  case text(String)
  case parameter(Coordinate)
  case sizes([Int])
  case sweep(SweptSetting, [Double])
}

/// A command with the values that it was given.
struct Invocation: Sendable {
  let path: CommandPath
  /// By the name of the option.
  var options: [String: Value] = [:]
  /// Flags that were given.
  var flags: Set<String> = []
  /// By place.
  var arguments: [String] = []

  func has(_ flag: Option) -> Bool { flags.contains(flag.name) }

  /// Whether the option stands on the line, flag or not.
  func isGiven(_ option: Option) -> Bool { has(option) || options[option.name] != nil }

  func argument(_ place: Int) -> String? {
    place < arguments.count ? arguments[place] : nil
  }

  func integer(_ option: Option) -> Int? {
    if case .integer(let value) = options[option.name] { value } else { nil }
  }

  func number(_ option: Option) -> Double? {
    if case .number(let value) = options[option.name] { value } else { nil }
  }

  func text(_ option: Option) -> String? {
    if case .text(let value) = options[option.name] { value } else { option.value?.standard }
  }

  func parameter(_ option: Option) -> Coordinate? {
    if case .parameter(let value) = options[option.name] { value } else { nil }
  }

  func sweep(_ option: Option) -> (setting: SweptSetting, values: [Double])? {
    if case .sweep(let setting, let values) = options[option.name] {
      (setting, values)
    } else {
      nil
    }
  }

  func sizes(_ option: Option) -> [Int]? {
    if case .sizes(let value) = options[option.name] { value } else { nil }
  }

  /// The case that a choice was made for, or its standard.
  func choice<Choice: RawRepresentable<String>>(_ option: Option) -> Choice {
    guard let choice = text(option).flatMap(Choice.init(rawValue:)) else {
      preconditionFailure("\(option.spelling) has no standard among its choices")
    }
    return choice
  }
}

/// What a command line asks for.
enum Request {
  case help(CommandPath)
  case version
  case completionScript(Shell)
  case run(any Subcommand)
}
