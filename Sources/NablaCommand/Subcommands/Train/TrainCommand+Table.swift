// What the table of commands says of `nabla train`.

import Nabla

extension TrainCommand {
  static let command = Command(
    name: "train",
    overview: "Train a network by gradient descent, with gradient checks on the way.",
    arguments: [.networkFile],
    options: [
      .iterations, .epochs, .costGoal, .gradientGoal, .batch, .order, .method, .learningRate,
      .schedule, .momentum, .squarePenalty, .magnitudePenalty, .dropout, .initialise, .firstBiases,
      .trainingSeed, .heldOut, .checkEvery, .trainedFile, .saveEvery, .resume, .log,
      .curvePicture, .sweep, .folds, .trainingThreads,
    ] + Option.printing,
    type: TrainCommand.self)
}

// MARK: - When it stops

extension Option {
  static let iterations = Option(
    name: "iterations", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: """
      Stop after so many iterations; one is a batch passed forward and backward. 1000 where \
      neither an option nor the file limits iterations or epochs.
      """)
  static let epochs = Option(
    name: "epochs", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "Stop after so many epochs; one is all batches, so that every example is seen once.")
  static let costGoal = Option(
    name: "until-cost", value: OptionValue(placeholder: "J", kind: .magnitude),
    help: "Stop as soon as the cost of the whole training set is J or less.")
  static let gradientGoal = Option(
    name: "until-gradient", value: OptionValue(placeholder: "g", kind: .magnitude),
    help: "Stop as soon as the gradient of that cost, over all parameters, has the norm g or less.")
}

// MARK: - How it steps

extension Option {
  static let batch = Option(
    name: "batch", value: OptionValue(placeholder: "n", kind: .countOrWord("all")),
    help: """
      How many examples a batch has, or all: all is batch gradient descent, 1 is stochastic, \
      anything between is mini-batch. Without it, the file's, or all.
      """)
  static let order = Option(
    name: "order",
    value: OptionValue(
      placeholder: "order", kind: .choice(ExampleOrder.allCases.map(\.rawValue))),
    help: "Whether each epoch shuffles the examples or takes them as given, m = 1 ... M.")
  static let method = Option(
    name: "method",
    value: OptionValue(
      placeholder: "name", kind: .choice(DescentMethod.allCases.map(\.rawValue))),
    help: """
      When parameters are updated: after every batch, or once an epoch with the average of its \
      batches' gradients. See 'nabla list methods'.
      """)
  static let learningRate = Option(
    name: "rate", value: OptionValue(placeholder: "alpha", kind: .positiveNumber),
    help: "The learning rate alpha that training starts with. Without it, the file's, or 0.1.")
  static let schedule = Option(
    name: "schedule",
    value: OptionValue(placeholder: "name", kind: .choice(RateSchedule.all.map(\.name))),
    help: "How the learning rate changes from epoch to epoch. See 'nabla list schedules'.")
  static let momentum = Option(
    name: "momentum", value: OptionValue(placeholder: "mu", kind: .share),
    help:
      "How much of the last step goes into the next, 0 or more, below 1. See 'nabla list updates'.")
  static let squarePenalty = Option(
    name: "l2", value: OptionValue(placeholder: "lambda", kind: .magnitude),
    help: "lambda of the penalty lambda/2M times the sum of all w^2, instead of the file's.")
  static let magnitudePenalty = Option(
    name: "l1", value: OptionValue(placeholder: "lambda", kind: .magnitude),
    help: "lambda of the penalty lambda/M times the sum of all |w|, instead of the file's.")
  static let dropout = Option(
    name: "dropout", value: OptionValue(placeholder: "p", kind: .share),
    help: "The probability, below 1, that a hidden node is left out for an example of an iteration."
  )
}

// MARK: - What it starts from

extension Option {
  static let initialise = Option(
    name: "initialise",
    value: OptionValue(placeholder: "name", kind: .choice(DeviationRule.all.map(\.name))),
    excludes: ["resume"],
    help: "Begin with newly drawn parameters, not the file's. See 'nabla list initialisations'.")
  static let firstBiases = Option(
    name: "biases", value: OptionValue(placeholder: "b", kind: .number), needs: "initialise",
    help: "The number that all new biases are, instead of what the initialisation says.")
  static let trainingSeed = Option(
    name: "seed", value: OptionValue(placeholder: "s", kind: .integer(atLeast: 0)),
    help:
      "What everything random is drawn from; the same seed gives the same result. Without it, the file's, or 1."
  )
  static let heldOut = Option(
    name: "test", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 0)),
    help:
      "Hold out so many examples, the last ones of a permutation by the seed, and test with them.")
  static let resume = Option(
    name: "resume",
    help: """
      Go on where the run that wrote the file stopped. --iterations and --epochs then count from \
      the beginning of that run.
      """)
}

// MARK: - What it leaves

extension Option {
  static let checkEvery = Option(
    name: "check-every", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "Check the gradient every n iterations, as 'nabla check' does, and stop if it is wrong.")
  static let trainedFile = Option(
    name: "output", value: OptionValue(placeholder: "file", kind: .outputFile),
    help:
      "Write the trained network into this file, which every command reads. Ctrl-C writes it too.")
  static let saveEvery = Option(
    name: "save-every", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    needs: "output", help: "Write it every n epochs too.")
  static let log = Option(
    name: "log", value: OptionValue(placeholder: "file", kind: .outputFile),
    help:
      "Write a line of JSON for each epoch into this file; with --resume, behind the lines it has.")
  static let curvePicture = Option(
    name: "svg", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Draw the learning curve, or the costs of a sweep, into this file.")
  static let sweep = Option(
    name: "sweep", value: OptionValue(placeholder: "setting=values", kind: .sweep),
    excludes: ["output", "save-every", "resume", "log", "check-every"],
    help: """
      Compare values of a setting by cross validation, and keep no network: l2=0,0.01,0.1,1 \
      compares four penalties. Settings: l2, l1, rate, momentum, dropout.
      """)
  static let folds = Option(
    name: "folds",
    value: OptionValue(placeholder: "k", kind: .integer(atLeast: 2), standard: "5"),
    needs: "sweep", help: "How many parts the examples are cut into for cross validation.")
  static let trainingThreads = Option(
    name: "threads", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "How many threads compute; one for each core without it. The result is the same.")
}
