// The check of a claim as Markdown and as JSON.

import Foundation
import Nabla
import Testing

@Suite struct ClaimDocuments {
  @Test("A wrong claim as Markdown")
  func markdown() {
    #expect(
      HandMade.diagnosedClaim.markdown() == #"""
        # ✗ wrong: two-two-one

        2-2-1 · logistic, then logistic with cross-entropy · 2 examples · J = 0.75

        - **Cost:** ✗ claimed 1.5, J = 0.75: twice J; is a ½ missing?
        - **Right so far:** δ<sup>(3)</sup>, ∂J/∂W<sup>(3)</sup> and ∂J/∂b<sup>(3)</sup>
        - **First wrong:** BP2 at layer 2; BP1 above it is right
        - **Looks like:**
          - missing-activation-derivative (BP2) at layer 2: no g′
          - residual 1.1e-16; next best transposed-weights, residual 0.19
        - **Why:** Wᵀ δ is ∂J/∂a; δ is ∂J/∂z, and from a back to z the chain rule takes the factor g′(z).
        - **Read:** line 8 of nabla derive BP2: δ_j^(ℓ) = (Σ_i δ_i^(ℓ+1) w_ij^(ℓ+1)) g′(z_j^(ℓ))
        - **Worst:** ✗ ∂J/∂b<sub>1</sub><sup>(2)</sup>, claimed -0.5, measured 0.125 (five-point, h = 0.00195), ratio -4, off by 0.63 > 9.1e-13
        - **Wrong:** 2 of 9 parameters: 2 of 6 in layer 2
        - **Measured:** 9 of 9 parameters and 6 of 6 δ, by five-point differences, each step chosen by its error bound
        - **Certainty:** The worst is off by 6.9e11 times what truncation and rounding can explain. An error of 9.1e-13 in any of the 6 right ones would have been found.
        - **Cannot tell:** ∂J/∂w<sub>11</sub><sup>(3)</sup>: known only to ± 9.8e-4, too coarse to judge 0.25

        ## Wrong

        By five-point.

        |  | derivative | claimed | measured | off by | bound | step |
        | :-- | :-- | --: | --: | :-- | :-- | :-- |
        | ✗ | ∂J/∂w<sub>12</sub><sup>(2)</sup> | 0.0345123 | 0.0349771 | 4.6e-4 | 9.1e-13 | 0.00195 |
        | ✗ | ∂J/∂b<sub>1</sub><sup>(2)</sup> | -0.5 | 0.125 | 0.63 | 9.1e-13 | 0.00195 |

        ## Equations

        Each equation by itself, as far as the gradients tell them apart:

        | equation | layer | verdict | difference | at | bound |
        | :-- | --: | :-- | :-- | :-- | :-- |
        | BP1 | 3 | ✓ right | 0 | – | 2.9e-14 |
        | BP2 | 2 | ✗ wrong | 0.13 | δ<sub>1</sub><sup>(2)</sup>(2) | 2.9e-14 |
        | BP3 | 3 | ✓ right | 0 | – | 2.9e-14 |
        | BP3 | 2 | ✓ right | 0 | – | 2.9e-14 |
        | BP4 | 3 | ✓ right | 0 | – | 2.9e-14 |
        | BP4 | 2 | ✓ right | 0 | – | 2.9e-14 |

        """#)
  }

  @Test(
    "Wherever a cost is wrong, it is said how",
    arguments: [
      (ClaimedCost.Explanation.factor(2), "twice J; is a ½ missing?"),
      (.factor(0.5), "half of J; is there a ½ too much?"),
      (.factor(-1), "-1 times J"), (.otherCost(.quadratic), "that is the cost quadratic"),
      (.penaltyMissing, "that is J without its penalty"),
      (nil, "another cost than the network file's"),
    ])
  func costs(_ explanation: ClaimedCost.Explanation?, _ words: String) {
    let cost = ClaimedCost(
      claimed: 1.5, expected: 0.75, bound: 0x1p-50, verdict: .wrong, explanation: explanation)
    let text = HandMade.claimReport(HandMade.wrongCheck, cost: cost).text()
    #expect(text.contains("\n\n  cost         ✗ claimed 1.5, J = 0.75: \(words)\n"))
  }

  @Test("JSON has every key of a check, and those of the diagnosis")
  func json() throws {
    let check = try object(HandMade.wrongCheck.json(verbose: true))
    let json = try object(HandMade.pairClaim.json(verbose: true))
    #expect(Set(check.keys).isSubset(of: json.keys))
    #expect(json["verdict"] as? String == "wrong" && json["checked"] as? Int == 9)
    let matches = try #require(json["diagnosis"] as? [[String: Any]])
    let diagnosis = matches.filter { $0["alternative"] == nil }
    #expect(matches.last?["mistake"] as? String == "wrong-layer-weights")
    #expect(matches.last?["alternative"] as? Bool == true && matches.count == 3)
    #expect(diagnosis.map { $0["mistake"] as? String } == ["updated-weights", "bias-not-summed"])
    #expect(diagnosis.map { $0["equation"] as? String } == ["BP2", "BP4"])
    #expect(diagnosis.map { $0["layer"] as? Int } == [2, 3])
    #expect(diagnosis.map { $0["layers"] as? [Int] } == [[2], [3, 2]])
    #expect(diagnosis.allSatisfy { $0["residual"] as? Double == 0x1p-16 })
    #expect(diagnosis[0]["learningRate"] as? Double == 0.5)
    let reference = try #require(diagnosis[0]["reference"] as? [String: String])
    #expect(reference == ["derivation": "BP2", "line": "8"])
    for found in diagnosis { #expect((found["explanation"] as? String)?.hasSuffix(".") == true) }
    let alternatives = try #require(json["alternatives"] as? [[[String: Any]]])
    #expect(
      alternatives.map { $0.map { $0["mistake"] as? String } } == [
        ["wrong-layer-weights", "bias-not-summed"]
      ])
    #expect((json["rightSoFar"] as? [[String: Any]])?.first?["kind"] as? String == "error")
    #expect((json["warnings"] as? [String])?.count == 1)
  }

  @Test("What is no number or is not there is null or empty")
  func missing() throws {
    let json = try object(HandMade.unknownClaim.json())
    #expect((json["diagnosis"] as? [Any])?.isEmpty == true && json["claimedCost"] is NSNull)
    #expect((json["firstWrong"] as? [String: Any])?["kind"] as? String == "weights")
    let prints = try #require(json["fingerprints"] as? [[String: Any]])
    #expect(
      prints.map { $0["relation"] as? String } == [
        "ratio", "entries", "proportional-to-parameters", "ratio-of-rows", "ratio-of-columns",
        "none",
      ])
    #expect(prints[0]["value"] as? Double == -2.5 && prints[1]["of"] as? Int == 2)
    let w = Coordinate.weight(layer: 2, i: 1, j: 1)
    let check = HandMade.check(
      replacing: [w: HandMade.comparison(w, claimed: .infinity, measured: 0.25)])
    let cost = ClaimedCost(
      claimed: .nan, expected: 0.75, bound: 0, verdict: .cannotTell, explanation: nil)
    let other = try object(HandMade.claimReport(check, cost: cost).json())
    #expect((other["worst"] as? [String: Any])?["claimed"] is NSNull)
    #expect((other["claimedCost"] as? [String: Any])?["claimed"] is NSNull)
    #expect(other["runnerUp"] is NSNull && other["firstWrong"] is NSNull)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
