// What costs are called elsewhere: "MSELoss", "CrossEntropyLoss", "mean_squared_error".

/// A cost that other libraries have, and what it is here.
///
/// Such names are no aliases: most average over the outputs as well, so which cost one of them is depends
/// on K, and "CrossEntropyLoss" is not the cost that its name is nearest to.
enum CostElsewhere: CaseIterable {
  /// 1/(M K) Σ_m Σ_k (h − y)².
  case meanSquare
  /// Σ_m Σ_k (h − y)².
  case sumOfSquares
  /// −1/M Σ_m log h of the class of example m, of softmax.
  case classes
  /// −1/(M K) Σ_m Σ_k (y log h + (1 − y) log(1 − h)).
  case twoClasses

  /// The cost that people call so; case, signs and a module before the name do not matter:
  /// `torch.nn.MSELoss()`, `mean_squared_error`.
  init?(called name: String) {
    let last = name.split(separator: ".").last ?? ""
    let letters = last.lowercased().filter { $0.isLetter || $0.isNumber }
    guard let cost = Self.allCases.first(where: { $0.names.contains(letters) }) else { return nil }
    self = cost
  }

  /// In small letters, without anything between them.
  var names: [String] {
    switch self {
    case .meanSquare:
      ["mse", "mseloss", "meansquarederror", "meansquareerror", "meansquarederrorloss"]
    case .sumOfSquares: ["sse", "rss", "sumofsquares", "sumofsquarederrors", "sumsquarederror"]
    case .classes:
      [
        "crossentropyloss", "softmaxcrossentropy", "softmaxcrossentropywithlogits",
        "sparsecategoricalcrossentropy", "nll", "nllloss", "negativeloglikelihood",
      ]
    case .twoClasses: ["bce", "bceloss", "bcewithlogits", "bcewithlogitsloss"]
    }
  }

  /// What it is here, in a sentence without its full stop.
  var words: String {
    switch self {
    case .meanSquare:
      "Averaged over examples and outputs it is 'squared-difference' with one output, 'quadratic' with "
        + "two; with K outputs 'squared-difference' is K times it"
    case .sumOfSquares: "Summed over examples and outputs it is 'residual-sum-of-squares'"
    case .classes: "It is 'log-loss', with the hypothesis 'softmax'"
    case .twoClasses: "With one output it is 'cross-entropy', with the hypothesis 'logistic'"
    }
  }
}
