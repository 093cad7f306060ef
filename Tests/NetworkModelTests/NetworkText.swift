// The text of a small valid network, and of the same network with some keys changed.

/// The members of a network file as JSON text, in order.
struct NetworkText {
  private var members: [(key: String, value: String)] = [
    ("sizes", "[2, 3, 1]"),
    ("activation", "\"logistic\""),
    ("hypothesis", "\"logistic\""),
    ("cost", "\"cross-entropy\""),
    ("weights", "[[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0.7, 0.8, 0.9]]]"),
    ("biases", "[[0.1, 0.2, 0.3], [0.4]]"),
    ("examples", "[{\"x\": [0.5, -1], \"y\": [1]}, {\"x\": [0.9, -0.4], \"y\": [0]}]"),
  ]

  /// A network 2-3-1, and K = 3 classes of softmax without hidden layers.
  static let valid = NetworkText()
  static let classes = valid.with([
    "sizes": "[2, 3]", "hypothesis": "\"softmax\"", "cost": "\"log-loss\"",
    "weights": "[[[1, 2], [3, 4], [5, 6]]]", "biases": "[[1, 2, 3]]",
    "examples": "[{\"x\": [1, 2], \"class\": 2}]",
  ])

  /// Replaces values, adds keys at the end, and removes keys whose value is `nil`.
  func with(_ changes: KeyValuePairs<String, String?>) -> NetworkText {
    var result = self
    for (key, value) in changes {
      let index = result.members.firstIndex { $0.key == key }
      switch (index, value) {
      case (let i?, let value?): result.members[i].value = value
      case (let i?, nil): result.members.remove(at: i)
      case (nil, let value?): result.members.append((key, value))
      case (nil, nil): break
      }
    }
    return result
  }

  var text: String {
    "{\n" + members.map { "  \"\($0.key)\": \($0.value)" }.joined(separator: ",\n") + "\n}\n"
  }
}
