// One small sheet as JSON, to the last character.

import Foundation
import Nabla
import Testing

@Suite struct SheetJSONGolden {
  @Test("a question sheet as JSON: head, first line, last line, what comes behind")
  func json() throws {
    let example = SheetExample(
      seed: 2, sizes: [1, 1], activations: [], hypothesis: .identity, cost: .quadratic)
    let sheet = try Sheet(example.worked(), .question, name: "1-1", fading: 2)
    let text = Sheet.json([sheet])
    let parts = [
      #"""
      {
        "sheets": [
          {
            "name": "1-1",
            "sheet": "question",
            "network": {
              "sizes": [1, 1],
              "activation": [],
              "hypothesis": "identity",
              "cost": "quadratic",
              "penalty": {
                "l2": 0.0,
                "l1": 0.0
              }
            },
            "digits": 4,
            "learningRate": 0.1,
            "examples": 1,
            "example": null,
            "tries": null,
            "roundingProof": false,
            "abridged": false,

      """#,
      #"""
              {
                "id": "F1",
                "section": "forward",
                "quantity": "weightedInput",
                "layer": 2,
                "example": 1,
                "symbol": "z_1^(2)",
                "formula": "w_11^(2) x_1 + b_1^(2)",
                "numbers": "−0.8 · 0.8 + 0.4",
                "value": -0.24,
                "printed": "-0.2400",
                "printedOperandsGive": null,
                "abridged": false,
                "reason": "weighted input",
                "reference": {
                  "derivation": "FP1",
                  "line": "1"
                }
              },

      """#,
      #"""
              {
                "id": "B5",
                "section": "gradient",
                "quantity": "biasGradient",
                "layer": 2,
                "example": null,
                "symbol": "∂J/∂b_1^(2)",
                "formula": "δ_1^(2)",
                "numbers": "−1.0400",
                "value": null,
                "printed": null,
                "printedOperandsGive": null,
                "abridged": false,
                "reason": "BP4",
                "reference": {
                  "derivation": "BP4.1",
                  "line": "6"
                }
              }

      """#,
      #"""
            "parameters": [
              {
                "parameter": "w_11^(2)",
                "line": "B4",
                "value": -0.8,
                "gradient": null,
                "measured": null,
                "verdict": null
              },
              {
                "parameter": "b_1^(2)",
                "line": "B5",
                "value": 0.4,
                "gradient": null,
                "measured": null,
                "verdict": null
              }
            ],
            "check": null,
            "update": null,
            "paths": [],
            "markingKey": null
          }
        ]
      }

      """#,
    ]
    #expect(text.hasPrefix(parts[0]))
    #expect(text.contains(parts[1]))
    #expect(text.contains(parts[2]))
    #expect(text.hasSuffix(parts[3]))
  }
}
