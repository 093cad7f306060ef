// An error curve as JSON, and as Markdown.

public import GradientChecking
import NetworkModel

extension ErrorCurve {
  /// The curve as JSON text: the coordinate, the scheme, the reference and every point.
  public func json() -> String { jsonValue().text() + "\n" }

  /// The same as a value, to which more keys can be added.
  public func jsonValue() -> JSONOutput {
    .object(
      coordinate.jsonMembers + [
        ("scheme", .string(scheme.name)), ("order", .integer(scheme.order)),
        (
          "reference",
          .object([
            "derivative": .number(reference.derivative), "bound": .number(reference.bound),
            "scheme": .string(reference.method.name),
          ])
        ),
        ("stepUsed", .number(stepUsed)),
        (
          "points",
          .array(
            points.map { point in
              .object([
                "step": .number(point.step), "error": .number(point.error),
                "rounding": .number(point.rounding), "truncation": .number(point.truncation),
              ])
            })
        ),
      ])
  }

  /// The curve as Markdown: the plot of characters in a fenced block.
  public func markdown() -> String {
    let plot = plot(TextStyle(width: 80)).joined(separator: "\n")
    return "# \(title(.markdown))\n\n```text\n\(plot)\n```\n\n\(words)\n"
  }
}
