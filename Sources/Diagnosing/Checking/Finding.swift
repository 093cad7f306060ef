// What the search found of a wrong claim, put together.

import Deriving
import GradientChecking
import NetworkModel
import Notation
import Numbers
import WorkedExamples

/// The diagnosis of a wrong claim.
struct Finding {
  let variants: VariantTable
  let numbers: ClaimedNumbers
  /// The readings, the most likely first.
  private let paths: [SearchPath]

  /// - Throws: what has no form that can be run on arrays.
  init(
    _ claim: Claim, _ cost: ClaimedCost?, _ expected: ExpectedGradient, _ variants: VariantTable
  ) throws {
    let M = variants.batch.count
    let factors = claim.hasErrors && M > 1 ? [1, Double(M)] : [1]
    var best: (numbers: ClaimedNumbers, paths: [SearchPath])?
    for factor in factors {
      let numbers = ClaimedNumbers(
        claim: claim, errorFactor: factor, scales: expected.scales)
      let paths = try Self.paths(MistakeSearch(variants: variants, claimed: numbers))
      if best.map({ paths[0].rank < $0.paths[0].rank }) ?? true { best = (numbers, paths) }
    }
    self.variants = variants
    numbers = best!.numbers
    paths = Self.ordered(best!.paths, variants, cost)
  }

  /// With a right forward pass; where that leaves something over, also with a wrong one.
  ///
  /// Nothing but zeros is no wrong formula: nobody has run one.
  private static func paths(_ search: MistakeSearch) throws -> [SearchPath] {
    var search = search
    if search.claimed.claim.gradient.sumOfSquares == 0 { search.depth = 0 }
    let paths = try search.paths(forward: search.variants.rightForward)
    if paths[0].unmatched.isEmpty || search.depth == 0 { return paths }
    var others: [SearchPath] = []
    var shallow = search
    shallow.depth = 1
    for forward in search.variants.wrongForwards {
      others += try shallow.paths(forward: forward).filter {
        $0.unmatched.isEmpty && $0.mistakes.count <= 2
      }
    }
    return others.isEmpty ? paths : others
  }

  /// The claimed cost, where it is that of another cost of the list, says which of two readings is meant;
  /// else what is made in every equation of a layer is likelier than what is made in one of two; else
  /// the catalogue's order decides.
  private static func ordered(
    _ paths: [SearchPath], _ variants: VariantTable, _ cost: ClaimedCost?
  ) -> [SearchPath] {
    func isClaimedCost(_ path: SearchPath) -> Bool {
      guard let other = cost?.otherCost else { return false }
      return path.mistakes.contains {
        $0.name == "other-cost" && $0.summary.hasSuffix(" \(other.name)")
      }
    }
    let ranked = paths.map { path in
      (
        rank: path.rank, meant: isClaimedCost(path) ? 0 : 1, gaps: path.gaps(variants),
        order: path.order, path: path
      )
    }
    return ranked.sorted {
      if $0.rank != $1.rank { return $0.rank < $1.rank }
      return ($0.meant, $0.gaps, $0.order) < ($1.meant, $1.gaps, $1.order)
    }.map(\.path)
  }
}

extension SearchPath {
  /// How many of its mistakes leave out an equation of a layer in which they are made.
  fileprivate func gaps(_ variants: VariantTable) -> Int {
    mistakes.reduce(0) { sum, mistake in
      let own = Set(made.filter { $0.mistake.isSame(as: mistake) }.map(\.stage))
      let layers = Set(own.map(\.layer))
      let missing = variants.stages(of: mistake).filter { !own.contains($0) }
      return sum + (missing.contains { layers.contains($0.layer) } ? 1 : 0)
    }
  }

  /// Where its mistakes stand in the catalogue, added up.
  fileprivate var order: Int {
    mistakes.reduce(0) { sum, mistake in
      sum + (NetworkMistake.all.firstIndex { $0.isSame(as: mistake) } ?? 0)
    }
  }
}

// MARK: - The diagnosis

extension Finding {
  var diagnosis: Diagnosis {
    let best = paths[0]
    let isExplained = best.unmatched.isEmpty
    let gaps = best.gaps(variants)
    let same = paths.dropFirst().filter {
      isExplained && $0.rank == best.rank && (gaps > 0 || $0.gaps(variants) == 0)
    }
    let (known, right) = ([best] + same, reallyRight(best))
    return Diagnosis(
      found: found(best), residual: best.residual, alternatives: unique(same, besides: best),
      runnerUp: isExplained ? runnerUp(besides: known) : nil, right: right,
      following: best.right.filter { $0.kind != .error && !right.contains($0) },
      firstWrong: isExplained ? nil : firstWrong,
      fingerprints: isExplained ? [] : fingerprints)
  }

  /// The blocks that are right in themselves, not only given a wrong δ from the layer above.
  private func reallyRight(_ path: SearchPath) -> [ClaimBlock] {
    guard let right = try? variants.rightPath.get() else { return [] }
    return path.right.filter { block in
      // δ is not right because nobody claims it.
      if let firstWrong, firstWrong.kind == .error, block.kind == .error,
        block.layer <= firstWrong.layer, numbers.numbers(block) == nil
      {
        return false
      }
      // Sums over the examples can be right where δ is not.
      let isDoubtful = path.unmatched.contains { $0.layer == block.layer && $0.kind != .error }
      if block.kind == .error, numbers.numbers(block) == nil, isDoubtful { return false }
      let left = variants.right(variants.stage(block)).equations.last!.left
      guard let values = right.run.value(of: left)?.values else { return false }
      return numbers.agree(
        numbers.numbers(block) ?? path.run.value(of: left)!.values.map(\.value), values)
    }
  }

  private func unique(_ paths: [SearchPath], besides best: SearchPath) -> [[FoundMistake]] {
    var seen = [Set(best.mistakes.map(\.name))]
    return paths.compactMap { path in
      let names = Set(path.mistakes.map(\.name))
      if seen.contains(names) { return nil }
      seen.append(names)
      return found(path)
    }
  }

  private func found(_ path: SearchPath) -> [FoundMistake] {
    path.mistakes.map { mistake in
      let stages = path.made.filter { $0.mistake.isSame(as: mistake) }.map(\.stage)
      let layers = Set(stages.map(\.layer)).sorted(by: >)
      let possible = variants.stages(of: mistake)
      return FoundMistake(
        mistake: mistake, layers: layers,
        isEverywhere: possible.allSatisfy(stages.contains),
        reference: variants.reference(mistake, at: stages[0]),
        learningRate: stages.contains { variants.usesLearningRate(mistake, at: $0) }
          ? path.learningRate : nil)
    }
  }

  /// The first block that nothing gives: δ, where neither ∇W nor ∇b is what it gives, or where what lies
  /// below it is not either.
  private var firstWrong: ClaimBlock? {
    guard let first = paths[0].unmatched.first else { return nil }
    let rest = paths[0].unmatched.dropFirst().filter { $0.kind != .error }
    // Where δ is claimed and fits, or every ∇b is what δ gives, or every ∇W, that δ is the one.
    let isErrorClaimed = numbers.numbers(ClaimBlock(.error, layer: first.layer)) != nil
    if isErrorClaimed || rest.allSatisfy({ $0.kind == first.kind }) { return first }
    return rest.isEmpty || first.kind == .error ? first : ClaimBlock(.error, layer: first.layer)
  }

  private var fingerprints: [Fingerprint] {
    paths[0].unmatched.compactMap { block in
      guard let claimed = numbers.numbers(block),
        let right = try? rightValues(of: block, paths[0].run)
      else { return nil }
      return Fingerprint(
        block: block,
        relation: .between(
          claimed, right, of: variants.network, block, examples: variants.batch.count,
          where: numbers))
    }
  }

  private func rightValues(of block: ClaimBlock, _ run: EquationRun) throws -> [Bounded] {
    var run = run
    let stage = variants.stage(block)
    var values: [Bounded] = []
    for equation in variants.right(stage).equations { values = try run.run(equation).values }
    return values
  }

  /// The mistake that comes nearest of those that do not explain the claim, made at every layer.
  private func runnerUp(
    besides known: [SearchPath]
  ) -> (mistakes: [FoundMistake], residual: Double)? {
    var best: (path: SearchPath, residual: Double)?
    for mistake in variants.mistakes
    where !known.contains(where: { $0.mistakes.contains { $0.isSame(as: mistake) } }) {
      guard let path = try? variants.everywhere(mistake) else { continue }
      let residual = residual(of: path)
      if residual < best?.residual ?? .infinity { best = (path, residual) }
    }
    return best.map { (found($0.path), $0.residual) }
  }

  private func residual(of path: SearchPath) -> Double {
    (2...variants.network.lastLayer).reduce(0) { largest, l in
      let blocks = [ClaimBlock(.weights, layer: l), ClaimBlock(.biases, layer: l)]
      return blocks.reduce(largest) { largest, block in
        let left = variants.right(variants.stage(block)).equations[0].left
        guard let values = path.run.value(of: left)?.values else { return .infinity }
        return max(
          largest, numbers.residual(numbers.numbers(block)!, values, of: block))
      }
    }
  }

  /// BP1–BP4 with the δ by which the claim is explained.
  func results() throws(FormulaEvaluation.Unsupported) -> [EquationResult] {
    var lost: Int?
    if let first = firstWrong, first.kind == .error, !numbers.claim.hasErrors { lost = first.layer }
    var check = EquationCheck(variants.equations, paths[0].run, numbers, lost: lost)
    return try check.results()
  }
}
