// What the table of commands says of `nabla train`.

import Nabla

extension TrainCommand {
  static let command = Command(
    name: "train",
    overview: "Train a network by gradient descent, with gradient checks on the way.",
    arguments: [.networkFile],
    options: [
      .iterations, .epochs, .costGoal, .gradientGoal, .batch, .order, .method, .learningRate,
      .schedule, .momentum, .squarePenalty, .magnitudePenalty, .dropout, .initialise,
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
      Stop after so many iterations: batches passed forward and backward. 1000 where neither the \
      file nor an option names a number.
      """)
  static let epochs = Option(
    name: "epochs", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "Stop after so many epochs: passes of all examples.")
  static let costGoal = Option(
    name: "until-cost", value: OptionValue(placeholder: "J", kind: .magnitude),
    help: "Stop as soon as the cost of the training set is no larger.")
  static let gradientGoal = Option(
    name: "until-gradient", value: OptionValue(placeholder: "g", kind: .magnitude),
    help: "Stop as soon as the gradient of the training set's cost has no larger norm.")
}

// MARK: - How it steps

extension Option {
  static let batch = Option(
    name: "batch", value: OptionValue(placeholder: "n", kind: .countOrWord("all")),
    help: "How many examples a batch has; 1 is stochastic gradient descent, all is batch.")
  static let order = Option(
    name: "order",
    value: OptionValue(
      placeholder: "order", kind: .choice(ExampleOrder.allCases.map(\.rawValue))),
    help: "Whether examples are shuffled for each epoch, or taken in the file's order m = 1 ... M.")
  static let method = Option(
    name: "method",
    value: OptionValue(
      placeholder: "name", kind: .choice(DescentMethod.allCases.map(\.rawValue))),
    help: """
      Whether every batch moves the parameters, or an epoch the average of its batches' gradients.
      """)
  static let learningRate = Option(
    name: "rate", value: OptionValue(placeholder: "alpha", kind: .positiveNumber),
    help: "The learning rate that training starts with.")
  static let schedule = Option(
    name: "schedule",
    value: OptionValue(placeholder: "name", kind: .choice(RateSchedule.all.map(\.name))),
    help: "How the learning rate goes on from epoch to epoch.")
  static let momentum = Option(
    name: "momentum", value: OptionValue(placeholder: "mu", kind: .share),
    help: "How much of the last step is kept: v = mu v - alpha grad J, w = w + v.")
  static let squarePenalty = Option(
    name: "l2", value: OptionValue(placeholder: "lambda", kind: .magnitude),
    help: "lambda of the penalty on squares of weights, lambda/2M sum w^2.")
  static let magnitudePenalty = Option(
    name: "l1", value: OptionValue(placeholder: "lambda", kind: .magnitude),
    help: "lambda of the penalty on magnitudes of weights, lambda/M sum |w|.")
  static let dropout = Option(
    name: "dropout", value: OptionValue(placeholder: "p", kind: .share),
    help: "With which probability a hidden node is dropped in an iteration.")
}

// MARK: - What it starts from

extension Option {
  static let initialise = Option(
    name: "initialise",
    value: OptionValue(placeholder: "name", kind: .choice(DeviationRule.all.map(\.name))),
    excludes: ["resume"],
    help: "Draw new weights and biases instead of those that the file has.")
  static let trainingSeed = Option(
    name: "seed", value: OptionValue(placeholder: "s", kind: .integer(atLeast: 0)),
    help: "What everything random is drawn from. The same seed gives the same result.")
  static let heldOut = Option(
    name: "test", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 0)),
    help: "Hold out so many examples, the last of a permutation by the seed, and test with them.")
  static let resume = Option(
    name: "resume",
    help: """
      Go on from where the run that wrote the file stopped; iterations and epochs count from its \
      beginning.
      """)
}

// MARK: - What it leaves

extension Option {
  static let checkEvery = Option(
    name: "check-every", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "Check the gradient in every n-th iteration, and stop where it is wrong.")
  static let trainedFile = Option(
    name: "output", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Write the trained network into this file, a network file that every command reads.")
  static let saveEvery = Option(
    name: "save-every", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    needs: "output", help: "Write it after every n-th epoch too.")
  static let log = Option(
    name: "log", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Write a line of JSON for each epoch into this file.")
  static let curvePicture = Option(
    name: "svg", value: OptionValue(placeholder: "file", kind: .outputFile),
    help: "Draw the learning curve, or the costs of a sweep, into this file.")
  static let sweep = Option(
    name: "sweep", value: OptionValue(placeholder: "setting=values", kind: .sweep),
    excludes: ["output", "save-every", "resume", "log", "check-every"],
    help: """
      Choose a setting by cross validation instead of training once: l2=0,0.01,0.1,1 tries these \
      lambdas. Settings: l2, l1, rate, momentum, dropout.
      """)
  static let folds = Option(
    name: "folds",
    value: OptionValue(placeholder: "k", kind: .integer(atLeast: 2), standard: "5"),
    needs: "sweep", help: "How many parts the examples are cut into for cross validation.")
  static let trainingThreads = Option(
    name: "threads", value: OptionValue(placeholder: "n", kind: .integer(atLeast: 1)),
    help: "How many threads compute; one for each core without it. The result is the same.")
}
