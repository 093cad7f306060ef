// A network as the text of a network file, which reads back as the same numbers.

public import Numbers

extension NetworkFile {
  /// The file with what training has changed.
  ///
  /// What is not given here is in the file's own words: name, functions, examples, data. A network
  /// that was not read from a file is written from its values, its inputs as they are.
  ///
  /// - Parameters:
  ///   - parameters: every number finite; `initialise` gives way to them.
  ///   - settings: written where they differ from what counts anyway, the seed always.
  ///   - directory: where the text will lie, if that may be another directory: the paths of data are
  ///     made to lead to the same files. `nil` keeps them.
  /// - Precondition: what a network file can say: a seed of at most 2^53, fewer examples held out than
  ///   there are.
  public func text(
    parameters: Parameters<Double>, penalty: Penalty, settings: TrainingSettings,
    state: TrainingState?, movingTo directory: String? = nil
  ) -> String {
    var text = NetworkFileText()
    func keep(_ key: String, or value: (inout NetworkFileText) -> Void) {
      guard let original else { return value(&text) }
      guard let member = original.member(key, movingTo: directory) else { return }
      text.member(key) { $0 += member }
    }
    keep("name") { text in
      if let name = network.name { text.member("name") { $0.append(quoted: name) } }
    }
    text.member("sizes") { $0 += "\(network.sizes)" }
    keep("activation") { $0.member("activation", functions: network.activations.elements) }
    keep("hypothesis") { text in
      text.member("hypothesis") { $0.append(function: network.hypothesis) }
    }
    keep("cost") { text in text.member("cost") { $0.append(quoted: network.cost.name) } }
    if !penalty.isNone { text.member("penalty", penalty) }
    text.members(of: parameters)
    keep("examples") { $0.member("examples", batch) }
    if original != nil { keep("data") { _ in } }
    text.member("training", settings, state, powers: original == nil ? nil : powers)
    return text.end()
  }
}
