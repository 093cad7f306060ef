// How many numbers a network and its examples are, counted before memory is asked for.

/// The numbers of a network and a batch: parameters, and the value of every node for every example.
public enum NetworkSize {
  /// At most so many numbers: 2 GiB, of which checking needs several.
  public static let limit = 1 << 28

  /// Σ s_ℓ (s_(ℓ−1) + 1) over the layers ℓ = 2 … L; `nil` beyond the range of `Int`.
  public static func parameters(_ sizes: [Int]) -> Int? {
    var sum = 0
    for l in sizes.indices.dropFirst() {
      guard let fanIn = add(sizes[l - 1], 1), let share = multiply(sizes[l], fanIn),
        let next = add(sum, share)
      else { return nil }
      sum = next
    }
    return sum
  }

  /// Σ s_ℓ M over the layers ℓ = 1 … L; `nil` beyond the range of `Int`.
  public static func nodeValues(_ sizes: [Int], examples: Int) -> Int? {
    var sum = 0
    for size in sizes {
      guard let share = multiply(size, examples), let next = add(sum, share) else { return nil }
      sum = next
    }
    return sum
  }

  private static func add(_ a: Int, _ b: Int) -> Int? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  private static func multiply(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }
}
