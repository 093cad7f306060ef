// What can be wrong with a command line: cases with data, and the words for them in one place.

import Nabla

/// A mistake on the command line, and the command in which it was made.
struct UsageError: Error {
  let mistake: Mistake
  let path: CommandPath

  enum Mistake: Equatable {
    case unknownOption(String, nearest: String?)
    case unknownSubcommand(String, nearest: String?)
    case missingSubcommand
    case missingValue(label: String)
    case valueForFlag(String, flag: String)
    case invalidValue(String, label: String, problem: Problem)
    case repeatedOption(String)
    case missingArgument(label: String)
    case unexpectedArgument(String)
    case lonelyOption(String, needs: String)
    case excludedOption(String, by: String)
    case sameFile(String, label: String)
    case missingDerivation
    case unknownDerivation(TopicError)
    case noCurve(String)
    case neitherFileNorDerivation(String, nearest: String?)
  }

  /// Why a value is none of its kind.
  enum Problem: Equatable {
    case notWhole(atLeast: Int)
    case notNumber
    case notPositive
    case negative
    case notShare
    case notCount(orWord: String)
    case notSweep(nearest: String?)
    case notChoice(nearest: String?, of: [String])
    case notParameter
    case notSizes
    case tooMany(Int)
    case notFile
    case notDirectory
    case notModuleName
  }
}

extension UsageError {
  /// What is printed: the mistake, the usage, and where there is more.
  var text: String {
    """
    Error: \(mistake.message)
    Usage: \(path.usage)
      See '\(path.name) --help' for more information.

    """
  }
}

extension UsageError.Mistake {
  var message: String {
    switch self {
    case .unknownOption(let word, let nearest):
      "Unknown option '\(word.abridged)'.\(suggestion(nearest))"
    case .unknownSubcommand(let word, let nearest):
      "Unknown subcommand '\(word.abridged)'.\(suggestion(nearest))"
    case .missingSubcommand: "Missing expected subcommand"
    case .missingValue(let label): "Missing value for '\(label)'"
    case .valueForFlag(let value, let flag):
      "The option '\(flag)' takes no value, but '\(value.abridged)' was given."
    case .invalidValue(let value, let label, let problem):
      "The value '\(value.abridged)' is invalid for '\(label)'.\(problem.message)"
    case .repeatedOption(let option): "The option '\(option)' is given more than once."
    case .missingArgument(let label): "Missing expected argument '\(label)'"
    case .unexpectedArgument(let word): "Unexpected argument '\(word.abridged)'"
    case .lonelyOption(let option, let needed): "The option '\(option)' needs '\(needed)'."
    case .excludedOption(let option, let other):
      "The option '\(option)' has no meaning beside '\(other)'."
    case .sameFile(let name, let label):
      "The file '\(name.abridged)' for '\(label)' is already read or written by this command."
    case .missingDerivation: "Missing a name. See 'nabla list derivations' for what can be derived."
    case .unknownDerivation(let error): error.message
    case .noCurve(let name):
      "\(name) is no function of one number: each of its outputs depends on every z, so there is no "
        + "curve to draw. 'nabla derive g \(name)' shows its Jacobian instead."
    case .neitherFileNorDerivation(let word, let nearest):
      "There is no file and no derivation '\(word.abridged)'."
        + (nearest.map { suggestion($0) } ?? " See 'nabla list derivations'.")
    }
  }
}

extension TopicError {
  fileprivate var message: String {
    switch self {
    case .unknown(let name, let nearest?):
      "Unknown derivation '\(name.abridged)'.\(suggestion(nearest))"
    case .unknown(let name, nil):
      "Unknown derivation '\(name.abridged)'. See 'nabla list derivations' for what can be derived."
    case .unknownWord(let word, let start, let choices):
      "Unexpected word '\(word.abridged)' behind '\(start.abridged)'."
        + (choices.isEmpty ? "" : " Please provide \(oneOf(choices)).")
    case .incomplete(let start, let choices):
      "Missing a word behind '\(start.abridged)'. Please provide \(oneOf(choices))."
    case .undefined(let cost, let hypothesis, let needs, let values):
      "\(cost) is not defined for \(hypothesis): \(needs.joined(separator: " and ")), and "
        + "\(hypothesis) gives values \(values)."
    }
  }

  private func oneOf(_ words: [String]) -> String {
    (words.count > 1 ? "one of " : "") + alternatives(words)
  }
}

extension UsageError.Problem {
  fileprivate var message: String {
    switch self {
    case .notWhole(let least): " It must be a whole number, \(least) or more."
    case .notNumber: " It must be a finite number."
    case .notPositive: " It must be a number greater than 0."
    case .negative: " It must be a finite number, 0 or more."
    case .notShare: " It must be a number from 0 up to but not including 1."
    case .notCount(let word): " It must be a whole number, 1 or more, or '\(word)'."
    case .notSweep(let nearest?): suggestion(nearest)
    case .notSweep(nil):
      " It must be a setting and the values to try: l2=0,0.01,0.1,1; settings are "
        + "\(alternatives(SweptSetting.allCases.map(\.rawValue)))."
    case .notChoice(let nearest?, _): suggestion(nearest)
    case .notChoice(nil, let choices): " Please provide one of \(alternatives(choices))."
    case .notParameter:
      " It must be a weight w(layer,i,j) or a bias b(layer,i), counted from 1, layer from 2."
    case .notSizes:
      " It must be 2 to 10 sizes of layers, each from 1 to 99: 2-2-1."
    case .tooMany(let most): " It must be \(most) or less."
    case .notFile: " It must be the name of a file."
    case .notDirectory: " It must be the name of a directory."
    case .notModuleName:
      " It must be a letter and then letters, digits or _, and the name of no module that the "
        + "package uses: MyBackprop."
    }
  }
}

private func suggestion(_ nearest: String?) -> String {
  nearest.map { " Did you mean '\($0)'?" } ?? ""
}

private func alternatives(_ words: [String]) -> String {
  let quoted = words.map { "'\($0)'" }
  guard quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
}

extension String {
  /// What somebody typed, fit for a message: at most 60 characters, none that moves the cursor.
  var abridged: String {
    let length = 60
    let shown = count > length ? prefix(length - 3) + "..." : self[...]
    return String(String.UnicodeScalarView(shown.unicodeScalars.map { $0.isControl ? "?" : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal acts on it instead of showing it: controls, and marks that turn text round.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
