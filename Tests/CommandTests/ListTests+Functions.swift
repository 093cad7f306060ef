// What `nabla list` says of activations, hypotheses and costs.

import Foundation
import Testing

extension ListTests {
  @Test("nabla list activations")
  func activations() throws {
    let expected = """
      ACTIVATIONS:
        identity                a := z
                                [W] §8.1
        linear                  a := c z
                                [N] Activation functions
                                parameter: k, 1 if absent
        logistic                a := 1/(1 + e^(−z))
                                [W] §7.2, A.1; [V] (13), (14)
                                also: sigmoid
        rectifier               a := max(0, z)
                                [W] §7.4; [S] (23)
                                also: relu
                                parameter: slope-at-zero, 0 if absent
        step                    a := [z ≥ c]
                                [W] §7.1; [V] (21), (22); [N] Activation functions
                                also: heaviside, threshold, indicator
                                parameter: k, 0 if absent
        tanh                    a := (e^z − e^(−z))/(e^z + e^(−z))
                                [W] §7.3, A.2; [V] (17), (18)

        z is the weighted input of a node, c the parameter k; [z ≥ c] is 1 if that
        holds, else 0.

      """
    #expect(try Nabla.run("list", "activations") == Run(output: expected, messages: "", status: 0))
  }

  @Test("nabla list costs --charset ascii on 60 columns: formulas are broken as in derivations")
  func narrowCosts() throws {
    let expected = """
      COSTS:
        cross-entropy           J := -1/M sum_m sum_k (y_k^(m)
                                     log h_k^(m)
                                     + (1 - y_k^(m))
                                     log(1 - h_k^(m)))
                                [W] section 8.2, B.1; [V] (11)
                                also: binary-cross-entropy
        log-loss                J := -1/M sum_m sum_k y_k^(m)
                                     log h_k^(m)
                                [W] section 8.3, B.2; [V] (9); [S]
                                (3)
                                also: categorical-cross-entropy
        quadratic               J := 1/(2M) sum_m sum_k (h_k^(m)
                                     - y_k^(m))^2
                                [W] section 8.1; [V] (7)
        residual-sum-of-squares J := sum_m sum_k (h_k^(m)
                                     - y_k^(m))^2
                                [N] Error functions; [R]
                                Introducing Neural Networks
        squared-difference      J := 1/M sum_m sum_k (h_k^(m)
                                     - y_k^(m))^2
                                [R] Utilizing Matrix/Vector
                                Notation

        h_k^(m) is output k for example m, y_k^(m) its target;
        there are M examples and K outputs; log is the natural
        logarithm.

      """
    let run = try Nabla.run(
      "list", "costs", "--charset", "ascii", environment: ["COLUMNS": "60"])
    #expect(run == Run(output: expected, messages: "", status: 0))
  }

  @Test(
    "A formula is the line with which its derivation begins",
    arguments: [("activations", "g"), ("costs", "cost")], ["unicode", "ascii"])
  func formulas(of list: (topic: String, derivation: String), charset: String) throws {
    let wide = ["COLUMNS": "200"]
    let text = try Nabla.run("list", list.topic, "--charset", charset, environment: wide).output
    let json = try Nabla.run("list", list.topic, "--format", "json").output
    let object =
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]]
    for listed in try #require(object?[list.topic]) {
      let name = try #require(listed["name"] as? String)
      let derivation = try Nabla.run(
        "derive", list.derivation, name, "--charset", charset, environment: wide
      ).output
      let rows = text.split(separator: "\n")
      let row = try #require(rows.first { $0.hasPrefix("  \(name) ") })
      let formula = row.dropFirst(2 + name.count).drop { $0 == " " }
      let first = derivation.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix("1  ") }
      let line = try #require(first).drop { $0 == " " || $0 == "1" }
      #expect(line.hasPrefix(formula), "\(name): \(line)")
      if charset == "unicode" { #expect(listed["formula"] as? String == String(formula)) }
    }
  }
}
