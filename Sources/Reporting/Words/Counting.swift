// Counts and lists in words.

/// `1 node`, `2 nodes`, `79,510 nodes`.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  NumberText.count(count) + " " + (count == 1 ? noun : plural ?? noun + "s")
}

/// `1, 2 and 5`; of a long list the first few and how many more.
package func listed(_ items: [String], limit: Int = 6) -> String {
  if items.count > limit {
    let more = NumberText.count(items.count - limit)
    return items.prefix(limit).joined(separator: ", ") + " and \(more) more"
  }
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
