// How exact numbers are that are written in decimals.

/// What the numbers of a text say of how they were computed and printed.
///
/// A `Float` printed in full has 6 to 9 digits, a `Double` up to 17; fewer say that somebody printed
/// less than there was. Numbers printed with a fixed number of decimals can look like those of a
/// `Float`, where they are small: 0.00001234 with eight. The digits of a `Float` do not end all at one
/// decimal, so a short number that reaches the last decimal of all tells them apart.
struct WrittenNumbers {
  enum DeclaredType { case single, double }

  /// The most digits from the first that is not 0, and the most behind the point.
  private var significant = 0
  private var decimals = 0
  /// The most decimals of a number of at most 5 digits.
  private var shortDecimals = 0
  private var isWhole = true
  private var isZero = true
  /// Whether every number is a `Float`, and whether it is written as the shortest text of one.
  private var areFloats = true
  private var areShortest = true

  /// Takes every number of a value into account.
  mutating func add(_ value: JSONValue) {
    let document = value.document
    for entry in document.entries[value.index..<document.end(of: value.index)]
    where entry.kind == .number {
      add(entry.number, document.bytes[Int(entry.offset)...])
    }
  }

  /// - Parameter text: begins with the number.
  private mutating func add(_ number: Double, _ text: ArraySlice<UInt8>) {
    let written = WrittenNumber(text)
    isWhole = isWhole && written.isWhole
    guard number != 0 else { return }
    isZero = false
    significant = max(significant, written.significant)
    decimals = max(decimals, written.decimals)
    if written.significant <= 5 { shortDecimals = max(shortDecimals, written.decimals) }
    let float = Float(number)
    areFloats = areFloats && Double(float) == number
    areShortest = areShortest && Double("\(float)") == number
  }

  /// - Parameter declared: what the file says; it is believed.
  func precision(declared: DeclaredType?) -> ClaimPrecision {
    let written = ClaimPrecision.written(significant: significant, decimals: decimals)
    if isZero { return .double }
    switch declared {
    case .double: return .double
    case .single: return significant >= 7 || isWhole ? .single : written
    case nil: break
    }
    if isWhole { return .double }
    if significant >= 15 { return areFloats ? .single : .double }
    let reachesLast = shortDecimals > 0 && shortDecimals == decimals
    return areShortest && (7...9).contains(significant) && !reachesLast ? .single : written
  }
}

/// The digits of one number.
struct WrittenNumber {
  /// From the first digit that is not 0.
  private(set) var significant = 0
  /// Behind the point: 4 of 0.5000, 4 of 1.5e-3, 0 of 15e3.
  private(set) var decimals = 0
  /// Whether there is neither a point nor an exponent.
  private(set) var isWhole = true

  init(_ text: ArraySlice<UInt8>) {
    var position = text.startIndex
    var isFraction = false
    while position < text.endIndex {
      switch text[position] {
      case UInt8(ascii: "0") where significant == 0: if isFraction { decimals += 1 }
      case 0x30...0x39:
        significant += 1
        if isFraction { decimals += 1 }
      case UInt8(ascii: "."): (isFraction, isWhole) = (true, false)
      case UInt8(ascii: "-") where position == text.startIndex: break
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        isWhole = false
        decimals = max(0, decimals - Self.exponent(text[(position + 1)...]))
        return
      default: return
      }
      position += 1
    }
  }

  /// An exponent, at most 10⁴ in magnitude: no number of a file has more.
  private static func exponent(_ text: ArraySlice<UInt8>) -> Int {
    var digits = text
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    let n = digits.prefix { $0.isDigit }.reduce(0) { min(10_000, $0 * 10 + Int($1 & 0xF)) }
    return isNegative ? -n : n
  }
}
