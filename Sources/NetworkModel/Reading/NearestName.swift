// "Did you mean …?": the nearest of the names that are valid.

/// The valid name that a misspelt one is nearest to, if any is near.
///
/// Distance is the number of letters to insert, delete, replace or swap with the next one (optimal
/// string alignment); near is within a third of the longer name's letters. Texts longer than 64
/// bytes, and names behind the first thousand, are not looked at.
public func nearestName(to found: String, among names: [String]) -> String? {
  guard let found = lettersOfShortName(found) else { return nil }
  var nearest: (name: String, distance: Int)?
  for name in names.prefix(1000) {
    guard let letters = lettersOfShortName(name) else { continue }
    let distance = distance(found, letters)
    let length = max(found.count, letters.count)
    let limit = length > 1 ? max(1, length / 3) : 0
    if distance <= limit, distance < nearest?.distance ?? .max { nearest = (name, distance) }
  }
  return nearest?.name
}

/// A name's letters without their case; `nil` for a text too long to be a misspelt name.
private func lettersOfShortName(_ name: String) -> [Unicode.Scalar]? {
  guard name.utf8.count <= 64 else { return nil }
  return Array(name.lowercased().unicodeScalars)
}

private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
