// The formulas that a page computes by, run here: they give the numbers of the worked example.

import Foundation
import Nabla
import Testing

@Suite struct StepPageNumbers {
  @Test(
    "the page's equations give every number of the lines",
    arguments: [
      "two-two-one", "penalties", "softmax-quadratic", "softmax-cross-entropy", "kinks", "linear-k",
      "unnormalised-targets", "tanh-squared-difference", "step-units",
    ])
  func numbers(_ name: String) throws {
    let file = try NetworkFile.read(path: StepPageSamples.path(name))
    let example = try WorkedExample(file.network, file.batch)
    let arithmetic = try PageArithmetic(example.steppingPage())
    var largest: [String: Double] = [:]
    for line in example.lines {
      let key = arithmetic.key(line.left)
      largest[key] = max(largest[key] ?? 0, line.value.real.magnitude)
    }
    for line in example.lines {
      let value = try #require(arithmetic.value(of: line.left))
      let scale = max(line.value.real.magnitude, 1e-3 * largest[arithmetic.key(line.left)]!)
      #expect(
        (value - line.value.real).magnitude <= 1e-12 * scale,
        "\(name) \(line.id): \(value), not \(line.value.real)")
    }
  }
}

/// The script's arithmetic once more, in Swift.
final class PageArithmetic {
  private struct Quantity {
    let name: String
    let layer: Int?
    let sizes: [Int]
    var values: [Double]
  }
  private var quantities: [Quantity]
  private var letters: [String: Double] = [:]

  init(_ page: String) throws {
    let text = page.everything(between: "id=\"nabla-data\">", and: "</script>")[0]
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let data = try #require(object as? [String: Any])
    let list = try #require(data["quantities"] as? [[String: Any]])
    quantities = list.map { item in
      let sizes = item["sizes"] as! [Int] + ((item["examples"] as? Int).map { [$0] } ?? [])
      let zeros = Array(repeating: 0.0, count: sizes.reduce(1, *))
      return Quantity(
        name: item["name"] as! String, layer: item["layer"] as? Int, sizes: sizes,
        values: (item["given"] as? [NSNumber])?.map(\.doubleValue) ?? zeros)
    }
    for part in ["forward", "others"] {
      for equation in data[part] as! [[String: Any]] { run(equation) }
    }
  }

  func key(_ letter: Letter) -> String {
    "\(letter.name) \(letter.layer?.offset ?? 0) \(letter.nodes.count)"
  }

  func value(of letter: Letter) -> Double? {
    let indices = letter.nodes + (letter.example.map { [$0] } ?? [])
    let places = indices.compactMap(\.position)
    return quantities.first { quantity in
      quantity.name == letter.name && quantity.layer == letter.layer?.offset
        && (quantity.sizes.count == places.count
          || quantity.sizes.count == places.count + 1 && quantity.sizes.last == 1)
    }.map { $0.values[offset(places, $0.sizes)] }
  }

  private func offset(_ places: [Int], _ sizes: [Int]) -> Int {
    zip(places, sizes).reduce(0) { $0 * $1.1 + $1.0 - 1 }
  }

  private func run(_ equation: [String: Any]) {
    let number = equation["quantity"] as! Int
    let indices = (equation["indices"] as! [[Any]]).map { $0[0] as! String }
    let formula = PageNode(equation["formula"]!)
    for place in 0..<quantities[number].values.count {
      var rest = place
      for (name, size) in zip(indices, quantities[number].sizes).reversed() {
        letters[name] = Double(rest % size + 1)
        rest /= size
      }
      quantities[number].values[place] = value(formula)
    }
  }

  private func position(_ place: PageNode) -> Int? {
    switch place {
    case .number(let x): Int(x)
    case .text(let name): Int(letters[name]!)
    case .none, .list: nil
    }
  }

  private func value(_ tree: PageNode) -> Double {
    guard case .list(let kind, let parts) = tree else { return tree.number }
    func of(_ n: Int) -> Double { value(parts[n]) }
    switch kind {
    case "+": return parts.dropFirst().reduce(of(0)) { $0 + value($1) }
    case "*": return parts.dropFirst().reduce(of(0)) { $0 * value($1) }
    case "-": return -of(0)
    case "/": return of(0) / of(1)
    case "^": return pow(of(0), of(1))
    case "max": return max(of(0), of(1))
    case ">": return of(0) > of(1) ? 1 : 0
    case "≥": return of(0) >= of(1) ? 1 : 0
    case "<": return of(0) < of(1) ? 1 : 0
    case "exp": return exp(of(0))
    case "log": return log(of(0))
    case "expMinusOne": return expm1(of(0))
    case "logOnePlus": return log1p(of(0))
    case "tanh": return tanh(of(0))
    case "same": return position(parts[0]) == position(parts[1]) ? 1 : 0
    case "sum": return terms(parts).reduce(0, +)
    case "largest": return terms(parts).reduce(-.infinity, max)
    case "let": return bound(parts[0].text, of(1)) { value(parts[2]) }
    case "v":
      let number = Int(parts[0].number)
      let sizes = quantities[number].sizes
      return quantities[number].values[offset(parts.dropFirst().map { position($0)! }, sizes)]
    default: return letters[kind]!
    }
  }

  private func terms(_ parts: [PageNode]) -> [Double] {
    let left = position(parts[3])
    let (first, last) = (Int(parts[1].number), Int(parts[2].number))
    return (first...last).filter { $0 != left }.map { i in
      bound(parts[0].text, Double(i)) { value(parts[4]) }
    }
  }

  private func bound(_ name: String, _ number: Double, _ body: () -> Double) -> Double {
    let before = letters[name]
    letters[name] = number
    defer { letters[name] = before }
    return body()
  }
}

/// A node of a formula, read once: Foundation's lists are slow to look into.
private indirect enum PageNode {
  case none
  case number(Double)
  case text(String)
  case list(String, [PageNode])

  init(_ value: Any) {
    switch value {
    case let list as [Any]:
      self = .list(list[0] as! String, list.dropFirst().map { PageNode($0) })
    case let text as String: self = .text(text)
    case let number as NSNumber: self = .number(number.doubleValue)
    default: self = .none
    }
  }

  var number: Double {
    if case .number(let x) = self { return x }
    preconditionFailure("\(self) is no number")
  }

  var text: String {
    if case .text(let text) = self { return text }
    preconditionFailure("\(self) is no name")
  }
}
