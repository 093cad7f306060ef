// Network files whose "training" is wrong in one way each, and what their messages must say.

import Testing

extension Malformed {
  private static func training(_ name: String, _ value: String, _ words: String...) -> Malformed {
    var result = Malformed("training: \(name)", ["training": value])
    result.words = words
    return result
  }

  private static func state(_ name: String, _ value: String, _ words: String...) -> Malformed {
    var result = Malformed("state: \(name)", ["training": "{\"state\": \(value)}"])
    result.words = words
    return result
  }

  static let training = settings + stops + states

  private static let settings = [
    training("is a word", "\"all\"", "training is \"all\"; an object is needed"),
    training(
      "unknown key", "{\"learning-rate\": 1}",
      "training: unknown key \"learning-rate\"; valid: method, batch, order, rate"),
    training("misspelt key", "{\"rat\": 1}", "unknown key \"rat\". Did you mean 'rate'?"),
    training(
      "duplicate key", "{\"rate\": 1, \"rate\": 1}", "in training: duplicate key \"rate\""),
    training(
      "unknown method", "{\"method\": \"gradient-decent\"}",
      "training.method: unknown method \"gradient-decent\". Did you mean 'gradient-descent'?"),
    training(
      "method far from any", "{\"method\": \"adam\"}",
      "unknown method \"adam\"; valid: gradient-descent, averaged-mini-batches"),
    training(
      "method is a number", "{\"method\": 1}",
      "training.method is 1; \"gradient-descent\" or \"averaged-mini-batches\" is needed"),
    training(
      "batch of 0", "{\"batch\": 0}",
      "training.batch is 0; \"all\", or a whole number from 1 to 2^53, is needed"),
    training("batch of 1.5", "{\"batch\": 1.5}", "training.batch is 1.5"),
    training("batch is a word", "{\"batch\": \"al\"}", "training.batch is \"al\"; \"all\", or"),
    training("batch is null", "{\"batch\": null}", "training.batch is null"),
    training(
      "unknown order", "{\"order\": \"shufled\"}",
      "training.order: unknown order \"shufled\". Did you mean 'shuffled'?"),
    training("order is true", "{\"order\": true}", "training.order is true; \"shuffled\" or"),
    training("rate of 0", "{\"rate\": 0}", "training.rate is 0; a number above 0 is needed"),
    training("rate below 0", "{\"rate\": -0.1}", "training.rate is -0.1"),
    training("rate too small for a number", "{\"rate\": 1e-400}", "training.rate is 1e-400"),
    training("rate in words", "{\"rate\": \"0.1\"}", "training.rate is \"0.1\"; a number above 0"),
    training(
      "unknown schedule", "{\"schedule\": \"linear-decai\"}",
      "training.schedule: unknown schedule \"linear-decai\". Did you mean 'linear-decay'?"),
    training(
      "schedule is a number", "{\"schedule\": 0}",
      "training.schedule is 0; the name of a schedule is needed"),
    training(
      "momentum of 1", "{\"momentum\": 1}",
      "training.momentum is 1; a number of at least 0 and below 1 is needed"),
    training("momentum below 0", "{\"momentum\": -1e-9}", "training.momentum is -1e-9"),
    training("dropout of 1", "{\"dropout\": 1.0}", "training.dropout is 1.0"),
    training("dropout below 0", "{\"dropout\": -1}", "training.dropout is -1"),
    training("dropout is a list", "{\"dropout\": [0.5]}", "training.dropout is a list of 1"),
    training(
      "seed of 2^53 + 1", "{\"seed\": 9007199254740993}",
      "training.seed is 9007199254740993; a whole number from 0 to 2^53"),
    training("seed below 0", "{\"seed\": -1}", "training.seed is -1"),
  ]

  private static let stops = [
    training(
      "as many held out as there are", "{\"test\": 2}",
      "training.test is 2; a whole number from 0 to 1, less than the 2 examples, is needed"),
    training("held out below 0", "{\"test\": -1}", "training.test is -1"),
    training("held out 1/2", "{\"test\": 0.5}", "training.test is 0.5"),
    training(
      "no iterations", "{\"iterations\": 0}",
      "training.iterations is 0; a whole number from 1 to 2^53"),
    training(
      "iterations beyond counting", "{\"iterations\": 1e300}", "training.iterations is 1e300"),
    training("no epochs", "{\"epochs\": 0}", "training.epochs is 0; a whole number from 1"),
    training("epochs and a half", "{\"epochs\": 2.5}", "training.epochs is 2.5"),
    training(
      "cost goal below 0", "{\"until-cost\": -1}",
      "training.until-cost is -1; a number, 0 or more, is needed"),
    training(
      "gradient goal in words", "{\"until-gradient\": \"small\"}",
      "training.until-gradient is \"small\"; a number, 0 or more,"),
    training("NaN", "{\"rate\": NaN}", "training.rate is NaN", "Python"),
  ]

  private static let counts = "\"epochs\": 1, \"iterations\": 1, \"updates\": 1"

  private static let states = [
    state("is a number", "3", "training.state is 3; an object is needed"),
    state("unknown key", "{\"epoch\": 1}", "training.state: unknown key \"epoch\"", "'epochs'?"),
    state(
      "epochs missing", "{\"iterations\": 1, \"updates\": 1}",
      "training.state: the key \"epochs\" is missing"),
    state(
      "updates missing", "{\"epochs\": 1, \"iterations\": 1}", "the key \"updates\" is missing"),
    state(
      "epochs below 0", "{\"epochs\": -1, \"iterations\": 1, \"updates\": 1}",
      "training.state.epochs is -1; a whole number from 0 to 2^53"),
    state(
      "iterations beyond counting", "{\"epochs\": 1, \"iterations\": 1e18, \"updates\": 1}",
      "training.state.iterations is 1e18"),
    state(
      "velocity is a list", "{\(counts), \"velocity\": []}",
      "training.state.velocity is an empty list; an object is needed"),
    state(
      "velocity without biases",
      "{\(counts), \"velocity\": {\"weights\": [[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]]}}",
      "training.state.velocity: the key \"biases\" is missing"),
    state(
      "velocity of another shape",
      "{\(counts), \"velocity\": {\"weights\": [[[1, 2], [3, 4]], [[7, 8, 9]]], \"biases\": []}}",
      "training.state.velocity.weights[0] (W^(2)) is 2×2, but sizes [2, 3, 1] need 3×2"),
    state(
      "velocity with too few biases",
      "{\(counts), \"velocity\": {\"weights\": [[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]], "
        + "\"biases\": [[1, 2], [3]]}}",
      "training.state.velocity.biases[0] has 2 numbers, but sizes [2, 3, 1] need s_2 = 3"),
  ]

  static let powers = [
    training("no powers", "{\"powers\": 0}", "training.powers is 0; a whole number, 1 or more,"),
    training("powers and a half", "{\"powers\": 1.5}", "training.powers is 1.5"),
    training(
      "powers that do not divide s_1", "{\"powers\": 3}",
      "training.powers is 3, but s_1 = 2 of sizes [2, 3, 1] is no multiple of it"),
    training("powers beyond s_1", "{\"powers\": 4}", "s_1 = 2 of sizes [2, 3, 1] is no multiple"),
    training(
      "as many numbers as s_1, with powers", "{\"powers\": 2}",
      "examples[0].x has 2 numbers, but sizes [2, 3, 1] with 2 powers need N / 2 = 1"),
    Malformed(
      "a power that overflows",
      [
        "training": "{\"powers\": 2}",
        "examples": "[{\"x\": [1], \"y\": 1}, {\"x\": [-1e200], \"y\": 1}]",
      ],
      "training.powers: x_1 of example 2 is -1e+200, whose power 2 is beyond the largest number"),
  ]
}
