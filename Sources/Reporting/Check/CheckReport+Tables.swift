// The tables of a check: its equations, and every comparison.

import GradientChecking
import NetworkModel

extension CheckReport {
  /// What the table of equations shows.
  static let equationCaption = "The forward passes of the engines (FP) and each equation by itself:"

  /// Every equation by layer.
  func equationTable(_ markup: Markup) -> TextTable {
    // Where only one engine is wrong, it is named with the first wrong equation.
    let isEngineNamed = Set(equations.compactMap(\.wrongEngine)).count > 1
    // Beside a claim stands how far a right one may be off, between engines how far apart they are.
    let isOfClaim = equations.contains { $0.bound != nil }
    return TextTable(
      [
        .left("equation"), .right("layer"), .left("verdict"), .left("difference"),
        .left("at"), isOfClaim ? .left("bound") : .right("ulps"),
      ],
      equations.map { result in
        let engine = isEngineNamed ? result.wrongEngine.map { " (\($0))" } ?? "" : ""
        return [
          result.equation.rawValue, "\(result.layer)",
          "\(result.verdict.mark) \(result.verdict.words)\(engine)",
          NumberText.text(result.largestDifference, digits: 2),
          result.placeSymbol(markup) ?? "–",
          isOfClaim ? result.bound.map(NumberText.limit) ?? "–" : result.ulpsText,
        ]
      })
  }

  /// Every comparison, and what the marks beside the steps mean.
  ///
  /// Most comparisons share a scheme; the others carry a letter, so that the table is narrow.
  func comparisonTable(
    _ comparisons: [Comparison], _ markup: Markup
  ) -> (table: TextTable, schemes: String) {
    var methods: [MeasuringMethod] = []
    for comparison in comparisons where !methods.contains(comparison.measurement.method) {
      methods.append(comparison.measurement.method)
    }
    let schemes = methods.map(\.name)
    let marks = Dictionary(
      uniqueKeysWithValues: schemes.enumerated().map {
        ($1, $0 == 0 ? "" : String(repeating: "*", count: $0))
      })
    let table = TextTable(
      [
        .left(""), .left("derivative"), .point("claimed"), .point("measured"), .left("off by"),
        .left("bound"), .left("step"),
      ],
      comparisons.map { comparison in
        let (claimed, measured) = comparison.numbers
        let mark = markup.literal(marks[comparison.measurement.method.name] ?? "")
        return [
          comparison.verdict.mark, comparison.coordinate.derivativeSymbol(markup), claimed,
          measured, NumberText.text(comparison.difference, digits: 2),
          NumberText.limit(comparison.bound),
          (comparison.measurement.step.map(NumberText.step) ?? "–") + mark,
        ]
      })
    let words = schemes.enumerated().map { position, scheme in
      position == 0 ? scheme : markup.literal(marks[scheme] ?? "") + " " + scheme
    }
    return (table, words.joined(separator: "; "))
  }
}
