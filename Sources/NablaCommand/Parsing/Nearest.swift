// The nearest of the words that exist: what "Did you mean …?" asks.

extension String {
  /// The word with the smallest edit distance, if that is below 4 and leaves something of this word;
  /// the first one where several are as near.
  func nearest(of words: [String]) -> String? {
    let distances = words.map { (word: $0, distance: editDistance(to: $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    // At a distance of the whole length nothing of the word is left: 'ab' is no misspelt 'w(l)'.
    let kept = drop { $0 == "-" }.count
    return best.distance < 4 && best.distance < kept ? best.word : nil
  }

  /// How many insertions, deletions and replacements of characters turn one word into the other.
  ///
  /// - Complexity: O(n m); longer than 100 characters counts as far away.
  func editDistance(to other: String) -> Int {
    let (source, target) = (Array(self), Array(other))
    guard source.count <= 100, target.count <= 100 else { return Int.max }
    var row = Array(0...target.count)
    for (i, character) in source.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, wanted) in target.enumerated() {
        let replaced = diagonal + (character == wanted ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[target.count]
  }
}
