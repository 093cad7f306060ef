// The parameter of a function, its number put in: cz becomes 2z.

import Notation

extension Expression {
  /// The formula with the parameter's number in place of the letter c.
  func setting(_ parameter: Activation.Parameter?) -> Expression {
    guard let parameter else { return self }
    return replacing([.c: .number(parameter.value)])
  }
}

extension [Expression: Expression] {
  /// The sound forms with the parameter's number in place of the letter c.
  func setting(_ parameter: Activation.Parameter?) -> Self {
    guard parameter != nil else { return self }
    return Dictionary(
      uniqueKeysWithValues: map { ($0.key.setting(parameter), $0.value.setting(parameter)) })
  }
}
