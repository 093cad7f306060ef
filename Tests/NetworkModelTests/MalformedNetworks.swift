// Network files that are wrong in one way each, and what their messages must say: one long table.

import Testing

/// A text that is no network file.
struct Malformed: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  /// What the message must contain: the place, what was found, what is needed.
  var words: [String]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ words: String...) {
    (self.name, self.bytes, self.words) = (name, Array(text.utf8), words)
  }

  init(_ name: String, bytes: [UInt8], _ words: String...) {
    (self.name, self.bytes, self.words) = (name, bytes, words)
  }

  /// The valid network with some keys changed.
  init(
    _ name: String, _ changes: KeyValuePairs<String, String?>, of base: NetworkText = .valid,
    _ words: String...
  ) {
    (self.name, self.bytes, self.words) = (name, Array(base.with(changes).text.utf8), words)
  }

  static let all =
    texts + keys + functions + sizes + parameters + examples + initial + training + powers

  static let texts = [
    Malformed("empty file", "", "net.json:1:1: the text is empty"),
    Malformed("only spaces", " \n\n", "net.json:3:1: ", "empty"),
    Malformed("a list", "[]", "net.json: the file is an empty list; an object is needed"),
    Malformed("a number", "3", "the file is 3; an object is needed"),
    Malformed("a word", "network", "net.json:1:1: found 'network' where a value is needed"),
    Malformed("cut short", String(NetworkText.valid.text.dropLast(20)), ":8:", "the text ends"),
    Malformed("trailing comma", "{\"sizes\": [2, 1],}", ":1:17: found a comma before '}'"),
    Malformed("comment", "{ // two\n}", ":1:3: found a comment"),
    Malformed("trailing garbage", NetworkText.valid.text + "x", ":10:1: found 'x' behind the end"),
    Malformed("two documents", NetworkText.valid.text + NetworkText.valid.text, ":10:1: found '{'"),
    Malformed(
      "byte order mark", bytes: [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], ":1:1: ", "byte order mark"),
    Malformed("UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0x00], "UTF-16"),
    Malformed(
      "invalid UTF-8", bytes: Array("{\"name\": \"".utf8) + [0xC3, 0x28, 0x22, 0x7D],
      ":1:11: in name: ", "0xC3"),
    Malformed("zero bytes", bytes: Array(repeating: 0, count: 1000), ":1:1: found '\\0'"),
    Malformed("gzip data", bytes: [0x1F, 0x8B, 0x08, 0x00], ":1:1: found"),
    Malformed("lone surrogate", ["name": "\"\\ud800\""], "in name: found '\\ud800'", "surrogate"),
    Malformed("control character", ["name": "\"a\u{1B}[31m\""], "control character \\u{"),
    Malformed(
      "nested a million deep", String(repeating: "[", count: 1_000_000), ":1:101: ", "nested"),
    Malformed(
      "nested a million deep, objects", String(repeating: "{\"a\":", count: 1_000_000),
      "nested more than 100 deep"),
    Malformed(
      "NaN weight", ["weights": "[[[0.1, 0.2], [0.3, NaN], [0.5, NaN]], [[1, 2, 3]]]"],
      "net.json:6:34: weights[0][1][1] is NaN", "Python"),
    Malformed(
      "infinite bias", ["biases": "[[0, 0, 0], [-Infinity]]"], "biases[1][0] is -Infinity", "Python"
    ),
    Malformed(
      "number too large", ["biases": "[[0, 0, 0], [1e400]]"], "in biases[1][0]: 1e400 is too large"),
    Malformed(
      "leading zero", ["biases": "[[0, 0, 0], [01]]"], "in biases[1][0]: 01 is no number",
      "begins with 0"),
    Malformed(
      "a million digits that overflow",
      ["biases": "[[0, 0, 0], [" + String(repeating: "9", count: 1_000_000) + "]]"], "9999…9999",
      "too large"),
    Malformed(
      "duplicate key", NetworkText.valid.text.replacing("activation", with: "sizes"),
      "net.json:3:3: duplicate key \"sizes\": it is already on line 2"),
    Malformed(
      "duplicate key inside", ["penalty": "{\"l2\": 1, \"l2\": 2}"],
      "in penalty: duplicate key \"l2\""),
  ]

  static let keys = [
    Malformed("no keys", "{}", "neither weights nor initialise is given"),
    Malformed("sizes missing", ["sizes": nil], "the key \"sizes\" is missing"),
    Malformed("hypothesis missing", ["hypothesis": nil], "\"hypothesis\" is missing"),
    Malformed("cost missing", ["cost": nil], "\"cost\" is missing"),
    Malformed(
      "activation missing", ["activation": nil], "\"activation\" is missing",
      "sizes [2, 3, 1] have 1 hidden layer"),
    Malformed("weights missing", ["weights": nil], "\"weights\" is missing"),
    Malformed("biases missing", ["biases": nil], "\"biases\" is missing"),
    Malformed(
      "weights and biases missing", ["weights": nil, "biases": nil],
      "neither weights nor initialise"),
    Malformed("examples missing", ["examples": nil], "neither examples nor data is given"),
    Malformed(
      "weights and initialise", ["initialise": "{}"], "weights and initialise are both given",
      "line 9"),
    Malformed(
      "biases and initialise", ["weights": nil, "initialise": "{}"],
      "biases and initialise are both given"),
    Malformed("examples and data", ["data": "{}"], "examples and data are both given"),
    Malformed(
      "unknown key, near", ["hypotesis": "\"logistic\""],
      "unknown key \"hypotesis\". Did you mean 'hypothesis'?", "line 9"),
    Malformed("unknown key, other spelling", ["initialize": "{}"], "Did you mean 'initialise'?"),
    Malformed("unknown key, other case", ["Sizes": "[2, 1]"], "Did you mean 'sizes'?"),
    Malformed(
      "unknown key, far", ["comment": "\"x\""],
      "unknown key \"comment\"; valid: name, sizes, activation"),
    Malformed("unknown key, near training", ["traning": "{}"], "Did you mean 'training'?"),
    Malformed(
      "unknown key, a megabyte long", [String(repeating: "k", count: 1_000_000): "1"],
      "unknown key \"kkk", "…"),
    Malformed("unknown key with escapes", ["\\u001b[2J\\n": "1"], "unknown key \"\\u{1B}[2J\\n\""),
    Malformed(
      "unknown key of combining marks", ["e" + String(repeating: "\u{301}", count: 5000): "1"],
      "unknown key", "(line 9)"),
    Malformed(
      "unknown key of an example", ["examples": "[{\"x\": [1, 2], \"y\": 1, \"z\": 3}]"],
      "examples[0]: unknown key \"z\"; valid: x, y, class"),
    Malformed("name is a number", ["name": "3"], "name is 3; a string is needed"),
    Malformed("name is null", ["name": "null"], "name is null; a string is needed"),
  ]

  static let functions = [
    Malformed(
      "unknown activation, near", ["activation": "\"sigmod\""],
      "activation: unknown activation \"sigmod\". Did you mean 'sigmoid'?"),
    Malformed(
      "unknown activation, far", ["activation": "\"foo\""],
      "valid: identity, linear, logistic, rectifier, step, tanh"),
    Malformed("activation with a capital", ["activation": "\"ReLU\""], "Did you mean 'relu'?"),
    Malformed(
      "softmax as activation", ["activation": "\"softmax\""],
      "activation: \"softmax\" is a hypothesis, no activation"),
    Malformed("activation is a number", ["activation": "1"], "activation is 1; a name"),
    Malformed(
      "too many activations", ["activation": "[\"tanh\", \"tanh\"]"],
      "activation has 2 activations, but sizes [2, 3, 1] need one for each hidden layer: 1"),
    Malformed("no activation", ["activation": "[]"], "has 0 activations"),
    Malformed(
      "an activation of a list", ["activation": "[\"tahn\"]"],
      "activation[0]: unknown activation \"tahn\". Did you mean 'tanh'?"),
    Malformed(
      "activation object without a name", ["activation": "{\"k\": 2}"],
      "activation: the key \"name\" is missing"),
    Malformed(
      "parameter of none", ["activation": "{\"name\": \"tanh\", \"k\": 2}"],
      "activation: tanh has no parameter \"k\"; it has none"),
    Malformed(
      "parameter of another", ["activation": "{\"name\": \"step\", \"slope-at-zero\": 1}"],
      "step has no parameter \"slope-at-zero\"; it has \"k\""),
    Malformed(
      "slope at zero", ["activation": "{\"name\": \"relu\", \"slope-at-zero\": 0.5}"],
      "activation.slope-at-zero is 0.5; 0 or 1 is needed"),
    Malformed(
      "k is a string", ["activation": "{\"name\": \"linear\", \"k\": \"2\"}"],
      "activation.k is \"2\"; a number is needed"),
    Malformed(
      "activation of a network without hidden layers", ["activation": "\"foo\""], of: .classes,
      "unknown activation \"foo\""),
    Malformed(
      "unknown hypothesis", ["hypothesis": "\"soft-max\""],
      "hypothesis: unknown hypothesis \"soft-max\". Did you mean 'softmax'?"),
    Malformed(
      "a list of hypotheses", ["hypothesis": "[\"logistic\"]"], "hypothesis is a list of 1; a name"),
    Malformed("cost as hypothesis", ["hypothesis": "\"log-loss\""], "is a cost, no hypothesis"),
    Malformed(
      "unknown cost", ["cost": "\"crossentropy\""],
      "cost: unknown cost \"crossentropy\". Did you mean 'cross-entropy'?"),
    Malformed(
      "a mean of squares", ["cost": "\"mse\""],
      "cost: unknown cost \"mse\". Averaged over examples and outputs it is 'squared-difference' with "
        + "one output, 'quadratic' with two; with K outputs 'squared-difference' is K times it"),
    Malformed(
      "a mean of squares of a module", ["cost": "\"torch.nn.MSELoss()\""],
      "cost: unknown cost \"torch.nn.MSELoss()\". Averaged over examples and outputs it is "),
    Malformed(
      "a sum of squares", ["cost": "\"sse\""],
      "unknown cost \"sse\". Summed over examples and outputs it is 'residual-sum-of-squares'"),
    Malformed(
      "cross entropy of classes", ["cost": "\"CrossEntropyLoss\""],
      "unknown cost \"CrossEntropyLoss\". It is 'log-loss', with the hypothesis 'softmax'"),
    Malformed(
      "cross entropy of two classes", ["cost": "\"BCELoss\""],
      "unknown cost \"BCELoss\". With one output it is 'cross-entropy', with the hypothesis 'logistic'"
    ),
    Malformed(
      "no name of a cost", ["cost": "\"foo\""],
      "unknown cost \"foo\"; valid: cross-entropy, log-loss"),
    Malformed(
      "a cost as hypothesis", ["hypothesis": "\"mse\""], "unknown hypothesis \"mse\"; valid: "),
    Malformed(
      "cost is an object", ["cost": "{\"name\": \"quadratic\"}"],
      "cost is an object; a name is needed"),
    Malformed(
      "log loss of tanh", ["hypothesis": "\"tanh\"", "cost": "\"log-loss\""],
      "cost: log-loss is not defined for the hypothesis tanh with one output: log h needs h > 0, and h can be 0 or less",
      "quadratic, residual-sum-of-squares, squared-difference"),
    Malformed(
      "cross-entropy of identity", ["hypothesis": "\"identity\""],
      "cross-entropy is not defined for the hypothesis identity", "log h needs h > 0"),
    Malformed(
      "cross-entropy of step", ["hypothesis": "\"step\""], "not defined for the hypothesis step",
      "h can be 0 or less"),
    Malformed("cross-entropy of rectifier", ["hypothesis": "\"rectifier\""], "h can be 0 or less"),
    Malformed(
      "cross-entropy of one softmax output", ["hypothesis": "\"softmax\""],
      "softmax with one output: log(1 - h) needs h < 1, and h can be 1 or more"),
    Malformed(
      "penalty is a number", ["penalty": "0.1"],
      "penalty is 0.1; an object with \"l2\" or \"l1\" is needed"),
    Malformed(
      "penalty below 0", ["penalty": "{\"l2\": -0.1}"],
      "penalty.l2 is -0.1; a number, 0 or more, is needed"),
    Malformed(
      "unknown penalty", ["penalty": "{\"l3\": 0.1}"],
      "penalty: unknown key \"l3\". Did you mean 'l2'?"),
    Malformed(
      "penalty is a string", ["penalty": "{\"l1\": \"a\"}"], "penalty.l1 is \"a\"; a number"),
  ]

  static let sizes = [
    Malformed("sizes is a number", ["sizes": "3"], "sizes is 3; a list of at least 2"),
    Malformed("no sizes", ["sizes": "[]"], "sizes is an empty list"),
    Malformed("one layer", ["sizes": "[2]"], "sizes is a list of 1; a list of at least 2"),
    Malformed(
      "a size of 0", ["sizes": "[2, 0, 1]"], "sizes[1] is 0; a whole number, 1 or more, is needed"),
    Malformed("a size below 0", ["sizes": "[2, -3, 1]"], "sizes[1] is -3"),
    Malformed("half a size", ["sizes": "[2, 2.5, 1]"], "sizes[1] is 2.5"),
    Malformed("a size in quotes", ["sizes": "[2, \"3\", 1]"], "sizes[1] is \"3\""),
    Malformed("a size is null", ["sizes": "[2, null, 1]"], "sizes[1] is null"),
    Malformed(
      "sizes of 10^18", ["sizes": "[1000000000000000000, 1000000000000000000]"],
      "sizes: the weights and biases of these sizes are more than 9223372036854775807 numbers",
      "do not fit in memory"),
    Malformed(
      "sizes of 10^18, one of them", ["sizes": "[2, 1e18, 1]"], "are 4000000000000000001 numbers"),
    Malformed("a size of 10^300", ["sizes": "[2, 1e300, 1]"], "do not fit in memory"),
    Malformed(
      "sizes of 10^5 with drawn weights",
      ["sizes": "[100000, 100000, 1]", "weights": nil, "biases": nil, "initialise": "{}"],
      "are 10000200001 numbers"),
    Malformed(
      "a million layers", ["sizes": "[" + String(repeating: "1,", count: 1_000_000) + "1]"],
      "weights has 2 matrices", "[1, 1, 1, 1, … 1] (1000001 layers)"),
  ]

  static let parameters = [
    Malformed(
      "transposed", ["weights": "[[[1, 2, 3], [4, 5, 6]], [[1, 2, 3]]]"],
      "weights[0] (W^(2)) is 2×3, but sizes [2, 3, 1] need 3×2; it looks transposed"),
    Malformed(
      "one row", ["weights": "[[[1, 2]], [[1, 2, 3]]]"],
      "net.json: weights[0] (W^(2)) is 1×2, but sizes [2, 3, 1] need 3×2"),
    Malformed("no rows", ["weights": "[[], [[1, 2, 3]]]"], "weights[0] (W^(2)) is 0×0"),
    Malformed(
      "empty rows", ["weights": "[[[1, 2], [3, 4], [5, 6]], [[]]]"],
      "weights[1] (W^(3)) is 1×0, but sizes [2, 3, 1] need 1×3"),
    Malformed(
      "ragged rows", ["weights": "[[[1, 2], [3], [5, 6]], [[1, 2, 3]]]"],
      "weights[0][1] has 1 number, but sizes [2, 3, 1] need rows of 2"),
    Malformed(
      "ragged first row", ["weights": "[[[1], [3, 4], [5, 6]], [[1, 2, 3]]]"],
      "weights[0][0] has 1 number"),
    Malformed(
      "a flat matrix", ["weights": "[[1, 2, 3, 4, 5, 6], [[1, 2, 3]]]"],
      "weights[0][0] is 1; a row of numbers is needed"),
    Malformed(
      "one matrix", ["weights": "[[[1, 2], [3, 4], [5, 6]]]"],
      "weights has 1 matrix, but sizes [2, 3, 1] need 2"),
    Malformed("three matrices", ["weights": "[[], [], []]"], "weights has 3 matrices"),
    Malformed(
      "weights is an object", ["weights": "{}"],
      "weights is an object; a list of 2 matrices is needed"),
    Malformed(
      "weight in quotes", ["weights": "[[[1, 2], [3, \"4\"], [5, 6]], [[1, 2, 3]]]"],
      "weights[0][1][1] is \"4\"; a number is needed"),
    Malformed(
      "weight is null", ["weights": "[[[1, 2], [3, null], [5, 6]], [[1, 2, 3]]]"],
      "weights[0][1][1] is null"),
    Malformed(
      "weight is a list", ["weights": "[[[1, 2], [3, [4]], [5, 6]], [[1, 2, 3]]]"],
      "weights[0][1][1] is a list of 1"),
    Malformed(
      "too few biases", ["biases": "[[1, 2], [1]]"],
      "biases[0] has 2 numbers, but sizes [2, 3, 1] need s_2 = 3"),
    Malformed(
      "biases of one layer", ["biases": "[[1, 2, 3]]"],
      "biases has 1 list, but sizes [2, 3, 1] need 2"),
    Malformed(
      "bias is no list", ["biases": "[[1, 2, 3], 4]"],
      "biases[1] is 4; a list of 1 number is needed"),
    Malformed(
      "bias is a column", ["biases": "[[[1], [2], [3]], [[4]]]"],
      "biases[0][0] is a list of 1; a number"),
  ]

  static let examples = [
    Malformed(
      "no examples", ["examples": "[]"],
      "examples is an empty list; a list of examples, at least one, is needed"),
    Malformed(
      "examples is an object", ["examples": "{\"x\": [1, 2], \"y\": 1}"], "examples is an object"),
    Malformed(
      "an example is a list", ["examples": "[[1, 2]]"],
      "examples[0] is a list of 2; an object with \"x\" and \"y\""),
    Malformed("x missing", ["examples": "[{\"y\": 1}]"], "examples[0]: the key \"x\" is missing"),
    Malformed(
      "y missing", ["examples": "[{\"x\": [1, 2], \"y\": 1}, {\"x\": [1, 2]}]"],
      "examples[1]: neither y nor class is given"),
    Malformed(
      "y and class", ["examples": "[{\"x\": [1, 2], \"y\": [1, 0, 0], \"class\": 1}]"],
      of: .classes, "examples[0]: y and class are both given"),
    Malformed(
      "x too short", ["examples": "[{\"x\": [1], \"y\": 1}]"],
      "examples[0].x has 1 number, but sizes [2, 3, 1] need N = 2"),
    Malformed(
      "x is a number", ["examples": "[{\"x\": 1, \"y\": 1}]"],
      "examples[0].x is 1; a list of 2 numbers is needed"),
    Malformed(
      "x holds a string", ["examples": "[{\"x\": [1, \"a\"], \"y\": 1}]"],
      "examples[0].x[1] is \"a\"; a number"),
    Malformed(
      "y too long", ["examples": "[{\"x\": [1, 2], \"y\": [1, 2]}]"],
      "examples[0].y has 2 numbers, but sizes [2, 3, 1] need K = 1"),
    Malformed(
      "y is a number with K = 3", ["examples": "[{\"x\": [1, 2], \"y\": 1}]"], of: .classes,
      "examples[0].y is 1; a list of 3 numbers is needed"),
    Malformed("y is true", ["examples": "[{\"x\": [1, 2], \"y\": true}]"], "examples[0].y is true"),
    Malformed(
      "class 0", ["examples": "[{\"x\": [1, 2], \"class\": 0}]"], of: .classes,
      "examples[0].class is 0; a whole number from 1 to K = 3", "count from 1"),
    Malformed(
      "class 4", ["examples": "[{\"x\": [1, 2], \"class\": 4}]"], of: .classes,
      "examples[0].class is 4"),
    Malformed(
      "class 1.5", ["examples": "[{\"x\": [1, 2], \"class\": 1.5}]"], of: .classes,
      "examples[0].class is 1.5"),
    Malformed(
      "class in words", ["examples": "[{\"x\": [1, 2], \"class\": \"red\"}]"], of: .classes,
      "examples[0].class is \"red\""),
    Malformed(
      "class 2 with K = 1", ["examples": "[{\"x\": [1, 2], \"class\": 2}]"],
      "examples[0].class is 2; 1, the only class of K = 1 output"),
    Malformed(
      "examples that fill the memory",
      [
        "sizes": "[1, 80000000, 1]", "weights": nil, "biases": nil,
        "initialise": "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 1}",
        "examples":
          "[{\"x\": [1], \"y\": 1}, {\"x\": [1], \"y\": 1}, {\"x\": [1], \"y\": 1}, {\"x\": [1], \"y\": 1}]",
      ], "the values of all nodes for 4 examples are 320000008 numbers"),
  ]

  private static func initial(_ name: String, _ value: String, _ words: String) -> Malformed {
    Malformed(name, ["weights": nil, "biases": nil, "initialise": value], words)
  }

  static let initial = [
    initial(
      "initialise is a word", "\"gaussian\"", "initialise is \"gaussian\"; an object is needed"),
    initial(
      "no distribution", "{\"deviation\": 1, \"seed\": 1}",
      "initialise: the key \"distribution\" is missing"),
    initial(
      "no deviation", "{\"distribution\": \"uniform\", \"seed\": 1}", "\"deviation\" is missing"),
    initial("no seed", "{\"distribution\": \"uniform\", \"deviation\": 1}", "\"seed\" is missing"),
    initial(
      "unknown distribution", "{\"distribution\": \"gausian\", \"deviation\": 1, \"seed\": 1}",
      "initialise.distribution: unknown distribution \"gausian\". Did you mean 'gaussian'?"),
    initial(
      "deviation below 0", "{\"distribution\": \"uniform\", \"deviation\": -1, \"seed\": 1}",
      "initialise.deviation is -1"),
    initial(
      "deviation of 10^308", "{\"distribution\": \"gaussian\", \"deviation\": 1e308, \"seed\": 1}",
      "initialise.deviation is 1e308; a number from 0 to 1e300"),
    initial(
      "unknown deviation",
      "{\"distribution\": \"gaussian\", \"deviation\": \"glorott\", \"seed\": 1}",
      "initialise.deviation: unknown deviation \"glorott\". Did you mean 'glorot'?"),
    initial(
      "unknown deviation, far",
      "{\"distribution\": \"gaussian\", \"deviation\": \"orthogonal\", \"seed\": 1}",
      "unknown deviation \"orthogonal\"; valid: large, default, lecun, glorot, he"),
    initial(
      "deviation is a hypothesis",
      "{\"distribution\": \"gaussian\", \"deviation\": \"softmax\", \"seed\": 1}",
      "initialise.deviation: \"softmax\" is a hypothesis, no deviation"),
    initial(
      "deviation is null", "{\"distribution\": \"gaussian\", \"deviation\": null, \"seed\": 1}",
      "initialise.deviation is null; a number from 0 to 1e300, or the name of a rule"),
    initial(
      "seed below 0", "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": -1}",
      "initialise.seed is -1; a whole number from 0 to 2^53"),
    initial(
      "seed of 2^53 + 1",
      "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 9007199254740993}",
      "initialise.seed is 9007199254740993"),
    initial(
      "seed of 1/2", "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 0.5}",
      "initialise.seed is 0.5"),
    initial(
      "biases is a list",
      "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 1, \"biases\": [0]}",
      "initialise.biases is a list of 1; a number, for all biases,"),
    initial(
      "unknown key of initialise", "{\"distribution\": \"uniform\", \"deviation\": 1, \"sed\": 1}",
      "initialise: unknown key \"sed\". Did you mean 'seed'?"),
  ]
}
