// JSON reports against the contract.

import Foundation
import Nabla
import Testing

@Suite struct JSONReports {
  @Test("A check's JSON has the keys of the contract")
  func check() throws {
    let json = try object(HandMade.wrongCheck.json(verbose: true, fileWarnings: [HandMade.hostile]))
    #expect(json["verdict"] as? String == "wrong")
    #expect(json["checked"] as? Int == 9 && json["total"] as? Int == 9)
    #expect(json["scheme"] as? String == "auto" && json["cost"] as? Double == 0.75)
    #expect(json["smallestDetectableError"] as? Double == 0x1p-40)
    let worst = try #require(json["worst"] as? [String: Any])
    #expect(worst["kind"] as? String == "bias" && worst["j"] == nil)
    #expect(worst["claimed"] as? Double == -0.5 && worst["measured"] as? Double == 0.125)
    let equations = try #require(json["equations"] as? [[String: Any]])
    #expect(equations.count == 8 && equations[0]["equation"] as? String == "FP")
    #expect(equations[3]["verdict"] as? String == "wrong" && equations[3]["layer"] as? Int == 2)
    let unknown = try #require(json["cannotTell"] as? [[String: Any]])
    #expect(unknown.count == 1 && unknown[0]["kind"] as? String == "weight")
    #expect(unknown[0]["j"] as? Int == 1 && unknown[0]["reason"] is String)
    #expect((json["warnings"] as? [String])?.count == 1)
    #expect((json["parameters"] as? [Any])?.count == 9)
  }

  @Test("What is no number is null")
  func notFinite() throws {
    let w = Coordinate.weight(layer: 2, i: 1, j: 1)
    let report = HandMade.check(
      replacing: [w: HandMade.comparison(w, claimed: .nan, measured: .infinity)])
    let json = try object(report.json())
    let worst = try #require(json["worst"] as? [String: Any])
    #expect(worst["claimed"] is NSNull && worst["measured"] is NSNull)
    #expect(json["verdict"] as? String == "cannot-tell")
  }

  @Test("A gradient's JSON has the keys and shapes of the contract")
  func gradient() throws {
    let json = try object(HandMade.gradient(HandMade.network(), HandMade.batch).json())
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect(layers.map { $0["layer"] as? Int } == [2, 3])
    for key in ["weightedInput", "activation", "slope", "activationGradient", "error"] {
      #expect((layers[0][key] as? [[Double]])?.map(\.count) == [2, 2], "\(key)")
    }
    #expect((layers[0]["weights"] as? [[Double]])?.map(\.count) == [2, 2])
    #expect((layers[1]["biases"] as? [Double])?.count == 1)
    let predictions = try #require(json["predictions"] as? [[String: Any]])
    #expect(predictions.map { $0["class"] as? Int } == [1, 1])
  }

  @Test("The other reports are valid JSON, too")
  func others() throws {
    #expect(try object(HandMade.directions.json())["scheme"] as? String == "directional")
    #expect((try object(HandMade.curve().json())["points"] as? [Any])?.count == 52)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
