// What `nabla list` prints.

import Foundation
import Nabla
import Testing

@testable import NablaCommand

@Suite("nabla list")
struct ListTests {
  @Test("nabla list costs")
  func costs() throws {
    let expected = """
      COSTS:
        cross-entropy           J := −1/M Σ_m Σ_k (y_k^(m) log h_k^(m)
                                     + (1 − y_k^(m)) log(1 − h_k^(m)))
                                [W] §8.2, B.1; [V] (11)
                                also: binary-cross-entropy
        log-loss                J := −1/M Σ_m Σ_k y_k^(m) log h_k^(m)
                                [W] §8.3, B.2; [V] (9); [S] (3)
                                also: categorical-cross-entropy
        quadratic               J := 1/(2M) Σ_m Σ_k (h_k^(m) − y_k^(m))²
                                [W] §8.1; [V] (7)
        residual-sum-of-squares J := Σ_m Σ_k (h_k^(m) − y_k^(m))²
                                [N] Error functions; [R] Introducing Neural Networks
        squared-difference      J := 1/M Σ_m Σ_k (h_k^(m) − y_k^(m))²
                                [R] Utilizing Matrix/Vector Notation

        h_k^(m) is output k for example m, y_k^(m) its target; there are M examples
        and K outputs; log is the natural logarithm.

      """
    #expect(try Nabla.run("list", "costs") == Run(output: expected, messages: "", status: 0))
  }

  @Test("nabla list pairs")
  func pairs() throws {
    let expected = """
      PAIRS:
                                identity linear logistic rectifier softmax step tanh
        cross-entropy           ✗        ✗      ✓        ✗         ✓ *     ✗    ✗
        log-loss                ✗        ✗      ✓        ✗         ✓       ✗    ✗
        quadratic               ✓        ✓      ✓        ✓         ✓       ✓    ✓
        residual-sum-of-squares ✓        ✓      ✓        ✓         ✓       ✓    ✓
        squared-difference      ✓        ✓      ✓        ✓         ✓       ✓    ✓

        ✗ cross-entropy with identity, linear, rectifier, step, tanh:
          log h needs h > 0, log(1 − h) needs h < 1
        * cross-entropy with softmax and one output:
          log(1 − h) needs h < 1
        ✗ log-loss with identity, linear, rectifier, step, tanh:
          log h needs h > 0

      """
    #expect(try Nabla.run("list", "pairs") == Run(output: expected, messages: "", status: 0))
  }

  @Test("nabla list costs --format markdown")
  func markdown() throws {
    let expected = """
      ## Costs

      | name | formula | aliases | source |
      | --- | --- | --- | --- |
      | `cross-entropy` | `J := −1/M Σ_m Σ_k (y_k^(m) log h_k^(m) + (1 − y_k^(m)) log(1 − h_k^(m)))` | `binary-cross-entropy` | [W] §8.2, B.1; [V] (11) |
      | `log-loss` | `J := −1/M Σ_m Σ_k y_k^(m) log h_k^(m)` | `categorical-cross-entropy` | [W] §8.3, B.2; [V] (9); [S] (3) |
      | `quadratic` | `J := 1/(2M) Σ_m Σ_k (h_k^(m) − y_k^(m))²` |  | [W] §8.1; [V] (7) |
      | `residual-sum-of-squares` | `J := Σ_m Σ_k (h_k^(m) − y_k^(m))²` |  | [N] Error functions; [R] Introducing Neural Networks |
      | `squared-difference` | `J := 1/M Σ_m Σ_k (h_k^(m) − y_k^(m))²` |  | [R] Utilizing Matrix/Vector Notation |

      h_k^(m) is output k for example m, y_k^(m) its target; there are M examples and K outputs; log is the natural logarithm.

      """
    #expect(try Nabla.run("list", "costs", "--format", "markdown").output == expected)
  }

  @Test("nabla list derivations: the names by group, each with what it is")
  func derivations() throws {
    let text = try Nabla.run("list", "derivations", environment: ["COLUMNS": "120"]).output
    let groups = text.components(separatedBy: "\n\n")
    #expect(groups.count == Topic.Group.allCases.count)
    for (group, section) in zip(Topic.Group.allCases, groups) {
      #expect(section.contains("  \(group.rawValue):\n"))
      let rows = section.split(separator: "\n").filter { $0.hasPrefix("    ") }
      let topics = Topic.all.filter { $0.group == group }
      #expect(rows.count == topics.count)
      for (row, topic) in zip(rows, topics) {
        #expect(row.hasPrefix("    \(topic.name) ") && row.hasSuffix(" \(topic.summary)"))
      }
    }
    let markdown = try Nabla.run("list", "derivations", "--format", "markdown").output
    #expect(
      markdown.contains(
        "\n| `BP2` | the error of a hidden layer | Forward and backward propagation |\n"))
    let json = try Nabla.run("list", "derivations", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let listed = try #require((object as? [String: [[String: String]]])?["derivations"])
    #expect(listed.map { $0["name"] } == Topic.all.map(\.name))
    #expect(listed.map { $0["summary"] } == Topic.all.map(\.summary))
    #expect(listed.map { $0["group"] } == Topic.all.map(\.group.rawValue))
  }

  @Test("nabla list mistakes: every name once, with its equation and its wrong formula")
  func mistakes() throws {
    let text = try Nabla.run("list", "mistakes").output
    let json = try Nabla.run("list", "mistakes", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let listed = try #require((object as? [String: [[String: String]]])?["mistakes"])
    let names = listed.compactMap { $0["name"] }
    #expect(names.count >= 30 && Set(names) == Set(NetworkMistake.all.map(\.name)))
    #expect(Set(names).count == names.count)
    let markdown = try Nabla.run("list", "mistakes", "--format", "markdown").output
    for mistake in NetworkMistake.all {
      let entry = try #require(listed.first { $0["name"] == mistake.name })
      #expect(entry["equation"] == mistake.equation)
      #expect(entry["formula"]?.contains(mistake.formula) == true)
      #expect(entry["lesson"]?.contains(mistake.lesson) == true)
      #expect(text.contains("\n  \(mistake.name)"))
      #expect(markdown.contains("\n| `\(mistake.name)` | \(mistake.equation) | `"))
    }
    #expect(
      text.contains(
        """

          activation-derivative-at-activation
                                  BP2: (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(a^(ℓ))
          transposed-weights      BP2: W^(ℓ+1) δ^(ℓ+1) ⊙ g′(z^(ℓ))

        """))
  }

  @Test("Every function and every rule of training is listed, with all its names and its source")
  func everything() throws {
    let text = try Nabla.run("list", environment: ["COLUMNS": "200"]).output
    let functions =
      Activation.all.map { ($0.name, $0.aliases, $0.source) }
      + Hypothesis.all.map { ($0.name, $0.aliases, $0.source) }
      + Cost.all.map { ($0.name, $0.aliases, $0.source) }
      + UpdateRule.all.map { ($0.name, [], $0.source) }
      + RateSchedule.all.map { ($0.name, $0.aliases, $0.source) }
      + DeviationRule.all.map { ($0.name, $0.aliases, $0.source) }
      + DescentMethod.allCases.map { ($0.rawValue, [], "") }
    for (name, aliases, source) in functions {
      #expect(text.contains("\n  \(name) "))
      #expect(text.contains(source) || source.isEmpty)
      if !aliases.isEmpty { #expect(text.contains("also: " + aliases.joined(separator: ", "))) }
    }
    for topic in ListCommand.Topic.allCases {
      #expect(text.contains("\(topic.rawValue.uppercased()):\n"))
      let section = try Nabla.run(
        "list", topic.rawValue, environment: ["COLUMNS": "200"])
      #expect(section.status == 0)
      #expect(text.contains(section.output))
    }
  }

  @Test("JSON says the same as the library, in either charset", arguments: ["unicode", "ascii"])
  func json(_ charset: String) throws {
    let run = try Nabla.run("list", "--format", "json", "--charset", charset)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]])
    #expect(Set(object.keys) == Set(ListCommand.Topic.allCases.map(\.rawValue)))
    let costs = try #require(object["costs"])
    #expect(costs.map { $0["name"] as? String } == Cost.all.map(\.name))
    #expect(costs.map { $0["aliases"] as? [String] } == Cost.all.map(\.aliases))
    #expect(costs.map { $0["source"] as? String } == Cost.all.map(\.source))
    let activations = try #require(object["activations"])
    #expect(activations.map { $0["name"] as? String } == Activation.all.map(\.name))
    for (listed, activation) in zip(activations, Activation.all) {
      let parameter = listed["parameter"] as? [String: Any]
      #expect(parameter?["name"] as? String == activation.parameter?.name)
      #expect(parameter?["value"] as? Double == activation.parameter?.value)
    }
    let pairs = try #require(object["pairs"])
    #expect(pairs.count == Cost.all.count * Hypothesis.all.count)
  }

  @Test("A pair has a reason exactly where the cost is not defined")
  func reasons() {
    for cost in Cost.all {
      for hypothesis in Hypothesis.all {
        let pair = CostPair(cost, hypothesis)
        let everywhere = [1, 2].allSatisfy { cost.isDefined(for: hypothesis, outputs: $0) }
        #expect((pair.reason == nil) == everywhere, "\(pair.cost) \(pair.hypothesis)")
      }
    }
  }

  @Test(
    "--charset ascii prints nothing else", arguments: Format.allCases.map(\.rawValue))
  func ascii(_ format: String) throws {
    let run = try Nabla.run("list", "--charset", "ascii", "--format", format)
    #expect(run.status == 0)
    #expect(run.output.utf8.allSatisfy { $0 < 128 })
    #expect(!run.output.contains("?"))
  }

  @Test("In ASCII the columns still stand below each other")
  func asciiTable() throws {
    let lines = try Nabla.run("list", "pairs", "--charset", "ascii").output.split(separator: "\n")
    #expect(
      lines[2]
        == "  cross-entropy           x        x      ok       x         ok *    x    x")
  }
}
