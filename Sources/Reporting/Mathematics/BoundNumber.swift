// A number in a formula that stands for a letter, and that a page may rewrite.

import WorkedExamples

/// A letter's number, and where a page finds it.
struct BoundNumber: Hashable, Sendable {
  let number: PrintedNumber
  /// The quantity and the place in it.
  let place: String
  /// A given number keeps its decimals; a computed one is rounded.
  let isGiven: Bool
  /// When it needs parentheses where it stands.
  var fence = Fence.never

  /// The sign of a number may change, so it is said when there are parentheses, not whether.
  enum Fence: String, Hashable, Sendable {
    case never = ""
    case negative = "n"
    /// A power's base: also with a power of ten.
    case unlessDigits = "b"
  }

  /// The digits, with what they need around them.
  var layout: FormulaLayout {
    let digits = FormulaLayout.number(number.digits)
    let power = number.powerOfTen.map { exponent in
      FormulaLayout.scripts(
        .number("10"), lower: nil,
        upper: exponent < 0
          ? .row([.sign(.negative), .number("\(-exponent)")]) : .number("\(exponent)"))
    }
    let size = power.map { FormulaLayout.row([digits, .sign(.dot), $0]) } ?? digits
    let whole = number.isNegative ? FormulaLayout.row([.sign(.negative), size]) : size
    switch fence {
    case .never: return whole
    case .negative: return number.isNegative ? whole.inParentheses : whole
    case .unlessDigits: return number.isNegative || power != nil ? whole.inParentheses : whole
    }
  }

  /// What the script reads off the element around it.
  var attributes: String {
    " data-v=\"\(place)\"" + (fence == .never ? "" : " data-fence=\"\(fence.rawValue)\"")
      + (isGiven ? " data-given=\"\"" : "")
  }
}
