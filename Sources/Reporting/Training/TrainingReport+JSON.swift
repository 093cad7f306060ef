// Training as JSON, for programs.

public import Learning
import NetworkModel

extension TrainingReport {
  /// The report as JSON text: one object.
  ///
  /// `cost` is J on the training set now, the penalty included; `dataCost` and `testCost` are without
  /// it. What does not exist, and what is no finite number, is `null`.
  ///
  /// - Parameters:
  ///   - fileWarnings: what the network file's reader had to say.
  ///   - classNames: what the classes 1 … K are called.
  ///   - saved: where the trained network was written.
  public func json(
    fileWarnings: [String] = [], classNames: [String]? = nil, saved: String? = nil
  ) -> String {
    jsonValue(fileWarnings: fileWarnings, classNames: classNames, saved: saved).text() + "\n"
  }

  /// The same as a value, to which more keys can be added.
  public func jsonValue(
    fileWarnings: [String] = [], classNames: [String]? = nil, saved: String? = nil
  ) -> JSONOutput {
    .object(
      resultMembers + settingMembers + [
        ("checks", .integer(checks.made)),
        ("findings", .array(findings.map { $0.jsonValue(settings) })),
        ("curve", .array(curve.points.map(\.jsonValue))),
        ("saved", saved.map { .string($0) } ?? .null),
        ("classes", classNames.map { .strings($0) } ?? .null),
      ] + furtherMembers + [("warnings", .strings(fileWarnings))])
  }

  private var resultMembers: [(key: String, value: JSONOutput)] {
    [
      ("iterations", .integer(state.iterations)), ("cost", .number(training.cost)),
      ("trainAccuracy", .optional(training.accuracy)),
      ("testAccuracy", .optional(heldOut?.accuracy)), ("seconds", .number(seconds)),
      ("epochs", .integer(state.epochs)), ("updates", .integer(state.updates)),
      ("iterationsPerEpoch", .integer(iterationsPerEpoch)),
      ("examples", .integer(training.count)), ("heldOut", .integer(heldOut?.count ?? 0)),
      ("startCost", .number(start.cost)), ("dataCost", .number(training.dataCost)),
      ("testCost", .optional(heldOut?.dataCost)), ("stopped", .string(stop.name)),
    ]
  }

  /// What else was set, and how many checks could not tell.
  private var furtherMembers: [(key: String, value: JSONOutput)] {
    let penalty = network.penalty
    return [
      ("order", .string(settings.order.rawValue)), ("dropout", .number(settings.dropout)),
      ("penalty", .object(["l2": .number(penalty.l2), "l1": .number(penalty.l1)])),
      ("unsureChecks", .integer(checks.unsure)),
    ]
  }

  private var settingMembers: [(key: String, value: JSONOutput)] {
    [
      ("method", .string(settings.method.rawValue)), ("rate", .number(settings.rate)),
      ("schedule", .string(settings.schedule.name)), ("batch", settings.batch.jsonValue),
      ("momentum", .number(settings.momentum)),
      // A number beyond 2⁶³ would be read as something else by most programs.
      ("seed", Int(exactly: settings.seed).map { .integer($0) } ?? .string("\(settings.seed)")),
    ]
  }
}

extension StopReason {
  /// Its name for programs.
  var name: String {
    switch self {
    case .iterations: "iterations"
    case .epochs: "epochs"
    case .costGoal: "cost"
    case .gradientGoal: "gradient"
    case .interrupted: "interrupted"
    case .notFinite: "not-finite"
    case .wrongGradient: "wrong-gradient"
    }
  }
}

extension BatchSize {
  /// `"all"`, or how many examples a batch has.
  fileprivate var jsonValue: JSONOutput {
    switch self {
    case .all: .string("all")
    case .examples(let count): .integer(count)
    }
  }
}

extension LearningCurve.Point {
  fileprivate var jsonValue: JSONOutput {
    .object([
      "epoch": .integer(epoch), "iterations": .integer(iterations), "cost": .number(cost),
      "testCost": .optional(heldOutCost),
    ])
  }
}
