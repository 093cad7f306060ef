// What a network file says of training, and the powers of its inputs.

import Foundation
import Nabla
import Testing

@Suite("\"training\" is read as it stands")
struct TrainingFileTests {
  private func training(_ value: String) -> NetworkText { .valid.with(["training": value]) }

  @Test("what is not said is as it is by default", arguments: [nil, "{}"])
  func defaults(value: String?) throws {
    let file = try read(.valid.with(["training": value]))
    #expect(file.training == TrainingSettings())
    #expect(file.state == nil && file.powers == nil)
  }

  @Test("every key goes where it belongs")
  func everyKey() throws {
    let file = try read(
      training(
        """
        {"method": "averaged-mini-batches", "batch": 200, "order": "given", "rate": 0.5,
         "schedule": "linear-decay", "momentum": 0.9, "dropout": 0.25, "seed": 9007199254740992,
         "test": 1, "iterations": 1000, "epochs": 8, "until-cost": 1e-3, "until-gradient": 0}
        """))
    var expected = TrainingSettings()
    expected.method = .averagedMiniBatches
    expected.batch = .examples(200)
    expected.order = .given
    expected.rate = 0.5
    expected.schedule = .linearDecay
    expected.momentum = 0.9
    expected.dropout = 0.25
    expected.seed = 1 << 53
    expected.heldOut = 1
    expected.iterations = 1000
    expected.epochs = 8
    expected.costGoal = 1e-3
    expected.gradientGoal = 0
    #expect(file.training == expected)
  }

  @Test("every method, order and schedule has its name")
  func names() throws {
    for method in DescentMethod.allCases {
      let text = training("{\"method\": \"\(method.rawValue)\"}")
      #expect(try read(text).training.method == method)
    }
    for order in ExampleOrder.allCases {
      #expect(try read(training("{\"order\": \"\(order.rawValue)\"}")).training.order == order)
    }
    for schedule in RateSchedule.all {
      for name in [schedule.name] + schedule.aliases {
        #expect(try read(training("{\"schedule\": \"\(name)\"}")).training.schedule == schedule)
      }
    }
    #expect(try read(training("{\"batch\": \"all\"}")).training.batch == .all)
  }

  @Test("the state has the counts, and a velocity in the shape of the parameters or none")
  func state() throws {
    let counts = "\"epochs\": 0, \"iterations\": 7, \"updates\": 9007199254740992"
    let bare = try read(training("{\"state\": {\(counts)}}")).state
    #expect(bare == TrainingState(epochs: 0, iterations: 7, updates: 1 << 53))
    let full = try read(
      training(
        """
        {"state": {\(counts), "velocity":
          {"weights": [[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]], "biases": [[1, 2, 3], [-0]]}}}
        """)
    ).state
    #expect(full?.velocity?.weights[2][3, 1] == 5 && full?.velocity?.weights[3][1, 3] == 9)
    #expect(full?.velocity?.biases.elements == [[1, 2, 3], [0]])
  }
}

@Suite("Powers of the inputs, [R] \"Reviewing Polynomial Regression\"")
struct PowersTests {
  private static let powers = "{\"powers\": 3}"
  /// N = 6: the powers of two numbers up to the third.
  private static let network = NetworkText.classes.with([
    "sizes": "[6, 3]", "weights": "[[[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]]]",
    "training": powers,
  ])
  private static let expanded = Matrix<Double>(
    rows: 6, columns: 2, entries: [2, -1, 4, 1, 8, -1, 0.5, 10, 0.25, 100, 0.125, 1000])

  @Test("x_n becomes x_n, x_n², …, x_n^d, number by number")
  func examples() throws {
    let file = try read(
      Self.network.with([
        "examples": "[{\"x\": [2, 0.5], \"class\": 1}, {\"x\": [-1, 10], \"class\": 3}]"
      ]))
    #expect(file.batch.inputs == Self.expanded)
    #expect(file.powers == 3 && file.batch.targets.columns == 2)
  }

  @Test("one power leaves the inputs as they are")
  func onePower() throws {
    let file = try read(.valid.with(["training": "{\"powers\": 1}"]))
    #expect(file.batch.inputs == (try read(.valid)).batch.inputs)
    #expect(file.powers == 1)
  }

  @Test("a table's numbers become powers too, and it must have N / d columns of them")
  func table() throws {
    let directory = try TemporaryDirectory()
    try directory.write("two.csv", "a,kind,b\n2,x,0.5\n-1,y,10\n")
    try directory.write("three.csv", "a,kind,b,c\n2,x,0.5,1\n")
    func text(_ name: String) -> NetworkText {
      Self.network.with([
        "examples": nil,
        "data": "{\"csv\": \"\(name)\", \"targets\": [\"kind\"], \"one-hot\": true}",
      ])
    }
    #expect(try read(text("two.csv"), directory: directory.path).batch.inputs == Self.expanded)
    let error = #expect(throws: NetworkFileError.self) {
      try read(text("three.csv"), directory: directory.path)
    }
    #expect(
      error?.message.contains("sizes with 3 powers of each number have N / 3 = 2") == true,
      "\(error?.message ?? "")")
  }

  @Test("the shades of an image become powers too")
  func images() throws {
    let directory = try TemporaryDirectory()
    try directory.write("images", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 51, 255])
    try directory.write("labels", [0, 0, 8, 1, 0, 0, 0, 1, 2])
    let text = Self.network.with([
      "examples": nil, "data": "{\"idx-images\": \"images\", \"idx-labels\": \"labels\"}",
    ])
    let file = try read(text, directory: directory.path)
    #expect(file.batch.inputs.entries == [0.2, 0.2 * 0.2, 0.2 * 0.2 * 0.2, 1, 1, 1])
  }
}
