// Training as JSON, read back.

import Foundation
import Nabla
import Testing

enum TrainingJSON {
  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The keys of the outermost object in the order in which they are written.
  static func keys(_ text: String) -> [String] {
    text.matches(of: /(?m)^ {2}"(\w+)":/).map { String($0.1) }
  }
}

@Suite struct TrainingJSONs {
  @Test("The keys of training, in their order")
  func keys() throws {
    #expect(
      TrainingJSON.keys(try TrainingHandMade.iris().json()) == [
        "iterations", "cost", "trainAccuracy", "testAccuracy", "seconds", "epochs", "updates",
        "iterationsPerEpoch", "examples", "heldOut", "startCost", "dataCost", "testCost", "stopped",
        "method", "rate", "schedule", "batch", "momentum", "seed", "checks", "findings", "curve",
        "saved", "classes", "order", "dropout", "penalty", "unsureChecks", "warnings",
      ])
  }

  @Test("The numbers of training")
  func values() throws {
    let text = try TrainingHandMade.iris().json(
      fileWarnings: ["a"], classNames: TrainingHandMade.irisNames, saved: "out.json")
    let json = try TrainingJSON.object(text)
    #expect(json["iterations"] as? Int == 120 && json["epochs"] as? Int == 40)
    #expect(json["cost"] as? Double == 0.21875 && json["dataCost"] as? Double == 0.15625)
    #expect(json["startCost"] as? Double == 1.1875 && json["testCost"] as? Double == 0.25)
    // As text: Foundation's reader is off by a unit in the last place here.
    #expect(text.contains("\"trainAccuracy\": \(116.0 / 120),"))
    #expect(text.contains("\"testAccuracy\": \(28.0 / 30),"))
    #expect(json["examples"] as? Int == 120 && json["heldOut"] as? Int == 30)
    #expect(json["batch"] as? Int == 50 && json["schedule"] as? String == "linear-decay")
    #expect(json["stopped"] as? String == "epochs" && json["saved"] as? String == "out.json")
    #expect(json["classes"] as? [String] == TrainingHandMade.irisNames)
    let curve = try #require(json["curve"] as? [[String: Any]])
    #expect(curve.count == 40 && curve[3]["epoch"] as? Int == 4)
    #expect(curve[3]["iterations"] as? Int == 12 && curve[3]["cost"] as? Double == 0.5)
    #expect(curve[3]["testCost"] as? Double == 0.55)
  }

  @Test("What does not exist, and what is no finite number, is null")
  func null() throws {
    let report = try TrainingHandMade.logistic(stop: .notFinite, cost: .nan)
    let json = try TrainingJSON.object(report.json())
    for key in ["cost", "dataCost", "testAccuracy", "testCost", "saved", "classes"] {
      #expect(json[key] is NSNull, "\(key)")
    }
    #expect(json["batch"] as? String == "all" && json["heldOut"] as? Int == 0)
    let regression = try TrainingJSON.object(try TrainingHandMade.regression().json())
    #expect(regression["trainAccuracy"] is NSNull && regression["cost"] as? Double == 0.125)
    #expect(regression["batch"] as? Int == 1)
  }

  @Test("A seed beyond the integers of most programs is a text")
  func seed() throws {
    var settings = TrainingSettings()
    settings.seed = .max
    let json = try TrainingJSON.object(try TrainingHandMade.logistic(settings: settings).json())
    #expect(json["seed"] as? String == "18446744073709551615")
  }

  @Test(
    "Every reason to stop has its name",
    arguments: [
      (StopReason.iterations, "iterations"), (.epochs, "epochs"), (.costGoal(1), "cost"),
      (.gradientGoal(1), "gradient"), (.interrupted, "interrupted"), (.notFinite, "not-finite"),
      (.wrongGradient, "wrong-gradient"),
    ])
  func stops(stop: StopReason, name: String) throws {
    let json = try TrainingJSON.object(try TrainingHandMade.logistic(stop: stop).json())
    #expect(json["stopped"] as? String == name)
  }

  @Test("A line of the log")
  func logLine() throws {
    let known = EpochRecord(
      epoch: 2, iterations: 10, updates: 9, rate: 0.5, cost: 0.25, trainAccuracy: 0.75,
      testCost: 0.375, testAccuracy: 0.625, gradientSize: 0.125, seconds: 1.5)
    #expect(
      known.jsonLine() == #"{"epoch":2,"iterations":10,"updates":9,"rate":0.5,"cost":0.25,"#
        + #""trainAccuracy":0.75,"testCost":0.375,"testAccuracy":0.625,"gradientSize":0.125,"#
        + #""seconds":1.5}"# + "\n")
    let unknown = EpochRecord(
      epoch: 1, iterations: 1, updates: 1, rate: 0.5, cost: .infinity, seconds: 0)
    let json = try TrainingJSON.object(unknown.jsonLine())
    #expect(json.count == 10 && json["cost"] is NSNull && json["gradientSize"] is NSNull)
  }

  @Test("A sweep")
  func sweep() throws {
    let json = try TrainingJSON.object(try TrainingHandMade.sweep().json())
    #expect(json["setting"] as? String == "l2" && json["best"] as? Double == 0.01)
    #expect(json["folds"] as? Int == 5 && json["examples"] as? Int == 150)
    #expect(json["bestIsAtEnd"] as? Bool == false)
    let points = try #require(json["points"] as? [[String: Any]])
    #expect(points.map { $0["value"] as? Double } == [0, 0.001, 0.01, 0.1, 1, 10])
    #expect(points[2]["trainCost"] as? Double == 0.125 && points[2]["testCost"] as? Double == 0.25)
    #expect(points[2]["trainAccuracy"] as? Double == 0.975)
    #expect((points[2]["testCosts"] as? [Double]) == [0.125, 0.1875, 0.25, 0.3125, 0.375])
    let rates = try TrainingJSON.object(try TrainingHandMade.rates().json())
    let last = try #require((rates["points"] as? [[String: Any]])?.last)
    #expect(last["trainCost"] is NSNull && last["testCost"] is NSNull)
    #expect(last["testAccuracy"] is NSNull && rates["best"] as? Double == 0.625)
  }
}
