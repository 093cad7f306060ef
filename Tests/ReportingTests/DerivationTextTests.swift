// Derivations as people read them, to the last character.

import Nabla
import Testing

@Suite struct DerivationTexts {
  @Test("A derivation on 80 columns")
  func right() {
    #expect(
      HandMadeDerivation.right.text() == #"""
        log-loss with softmax: the error of the output layer
        [W] §8.3, B.2

          conventions  one example, whose index (m) is left out
                       [i=k] is 1 where i = k, and 0 elsewhere
                       Σ reaches to the next + or − outside brackets.
                       i, k = 1 … K; m = 1 … M.
                       ⊙ works entry by entry; a matrix product binds tighter.
                       Functions of matrices work entry by entry.
                       ᵀ is the transpose.
          symbols      z_k  weighted input
                       h_k  output; all k and examples: H (K × M)
                       δ_i  ∂J/∂z_i, the error

           1   J = −Σ_k y_k log h_k  definition of log-loss
           2   h_k = e^(z_k)/(Σ_i e^(z_i))
                                     definition of softmax

           3   δ_i := ∂J/∂z_i        definition of δ
           4   δ_i = Σ_k ∂J/∂h_k · ∂h_k/∂z_i
                                     chain rule: J depends on z_i             measured ✓
                                     through every h_k

           5a    ∂h_k/∂z_i = ([i=k] e^(z_k) S − e^(z_k) e^(z_i))/S²
                                     quotient rule                            measured ✓
           5b    ∂h_k/∂z_i = h_k ([i=k] − h_i)
                                     use 2 twice                     = 5a ✓   measured ✓
           5   ∂h_k/∂z_i = h_k ([i=k] − h_i)
                                     substeps 5a and 5b              sides ✓  measured ✓

           6   δ_i = Σ_k (−y_k/h_k) h_k ([i=k] − h_i)
                                     put 1 and 5 into 4              = 4 ✓    measured ✓
           7   δ_i = −Σ_k y_k ([i=k] − h_i)
                                     cancel h_k                      = 6 ✓    measured ✓
                 h_k ≠ 0 always: a softmax output is positive
           8   δ_i = h_i − y_i       the targets sum to 1            = 7 ✓    measured ✓
                 Σ_k y_k = 1 is needed: on a network where it does not hold the line is
                   measured to be wrong ✓

           9   Δ^(L) = 1/M (H − Y)   collect the entries                      measured ✓
                 shapes: Δ^(L), H, Y: K × M

          10   Δ^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))
                                     collect the entries                      measured ✓
                 shapes: Δ^(ℓ), Z^(ℓ): s_ℓ × M; (W^(ℓ+1))ᵀ: s_ℓ × s_(ℓ+1);
                         Δ^(ℓ+1): s_(ℓ+1) × M

          result       Δ^(ℓ) = (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))

          checks       ✓ 12 lines, 16 checks, all passed: each line equals line n
                       (= n ✓), or both its sides are equal (sides ✓), to 1e-12 of their
                       size; it agrees with difference quotients within their bound
                       (measured ✓); the rules, used again, lead to it
          networks     1-3, seed 4; 2-2-3, seed 5

          remarks      [V] (9) prints the sum without its minus.

        """#)
  }

  @Test("A derivation with a wrong line, on 60 columns, in ASCII")
  func wrong() {
    #expect(
      HandMadeDerivation.wrong.text(style: TextStyle(width: 60, charset: .ascii)) == #"""
        log-loss with softmax: the error of the output layer
        [W] section 8.3, B.2

          conventions  one example, whose index (m) is left out
                       [i=k] is 1 where i = k, and 0 elsewhere
                       sum reaches to the next + or - outside
                       brackets.
                       i, k = 1 ... K; m = 1 ... M.
                       .* works entry by entry; a matrix product
                       binds tighter.
                       Functions of matrices work entry by entry.
                       ' is the transpose.
          symbols      z_k      weighted input
                       h_k      output; all k and examples:
                                H (K x M)
                       delta_i  dJ/dz_i, the error

           1   J = -sum_k y_k log h_k
                  definition of log-loss
           2   h_k = e^(z_k)/(sum_i e^(z_i))
                  definition of softmax

           3   delta_i := dJ/dz_i
                  definition of delta
           4   delta_i = sum_k dJ/dh_k * dh_k/dz_i
                  chain rule: J depends on               measured ok
                  z_i through every h_k

           5a    dh_k/dz_i = ([i=k] e^(z_k) S - e^(z_k) e^(z_i))/S^2
                  quotient rule                          measured ok
           5b    dh_k/dz_i = h_k ([i=k] - h_i)
                  use 2 twice                  = 5a ok   measured ok
           5   dh_k/dz_i = h_k ([i=k] - h_i)
                  substeps 5a and 5b           sides ok  measured ok

           6   delta_i = sum_k (-y_k/h_k) h_k ([i=k] - h_i)
                  put 1 and 5 into 4           = 4 ok    measured ok
           7   delta_i = -sum_k y_k ([i=k] - h_i)
                  cancel h_k                   = 6 ok    measured ok
                 h_k != 0 always: a softmax output is positive
           8   delta_i = h_i - y_i
                  the targets sum to 1         = 7 x     measured x
                 sum_k y_k = 1 is needed: on a network where it does
                   not hold the line is measured to be wrong ok
                 x differs from its left side or line 7 by up to
                   0.25 > 1e-12, in 12 places
                 x differs from what differences measure by up to
                   0.25 > 9.4e-10, in 12 places

           9   Delta^(L) = 1/M (H - Y)
                  collect the entries                    measured ok
                 shapes: Delta^(L), H, Y: K x M

          10   Delta^(l) = (W^(l+1))' Delta^(l+1) .* g'(Z^(l))
                  collect the entries                    measured ok
                 shapes: Delta^(l), Z^(l): s_l x M;
                         (W^(l+1))': s_l x s_(l+1);
                         Delta^(l+1): s_(l+1) x M

          result       Delta^(l) = (W^(l+1))' Delta^(l+1)
                         .* g'(Z^(l))

          checks       x 12 lines, 16 checks, not all passed: line
                       8. What is checked: each line equals line n
                       (= n ok), or both its sides are equal
                       (sides ok), to 1e-12 of their size; it agrees
                       with difference quotients within their bound
                       (measured ok); the rules, used again, lead to
                       it
          networks     1-3, seed 4; 2-2-3, seed 5

          remarks      [V] (9) prints the sum without its minus.

        """#)
  }

  @Test("Long lines are broken where they hold together least")
  func long() {
    #expect(
      HandMadeDerivation.long.text().split(separator: "\n\n")[2] == #"""
          1  J = Σ_k y_k log(1 − h_k) (1 − y_k) + Σ_k y_k log(1 − h_k) (1 − y_k)
                 − Σ_k y_k log(1 − h_k) (1 − y_k) + Σ_k y_k log(1 − h_k) (1 − y_k)
               distribution
          2  ∂/∂z_i^(ℓ) ((Σ_k y_k log(1 − h_k) (1 − y_k)) Σ_k y_k log(1 − h_k)
                 (1 − y_k))
                 = (∂/∂z_i^(ℓ) ((Σ_k y_k log(1 − h_k) (1 − y_k)) Σ_k y_k log(1 − h_k)
                 (1 − y_k))) (Σ_k y_k log(1 − h_k) (1 − y_k)
                 + Σ_k y_k log(1 − h_k) (1 − y_k))
               wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww  sides ✓  measured ✓
               wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww
        """#)
  }

  @Test("No line is wider than the page", arguments: [60, 80, 120, 200])
  func width(_ width: Int) {
    for charset in [TextStyle.Charset.unicode, .ascii] {
      let style = TextStyle(width: width, charset: charset)
      for derivation in HandMadeDerivation.all {
        let text = derivation.text(style: style)
        for line in text.split(separator: "\n") {
          #expect(line.count <= width, "\(line)")
          #expect(line.last != " ", "\(line)")
        }
        if charset == .ascii { #expect(text.utf8.allSatisfy { $0 < 128 }) }
      }
    }
  }

  @Test("Colours change nothing but colours")
  func colors() {
    let colored = HandMadeDerivation.wrong.text(style: TextStyle(isColored: true))
    #expect(colored.contains("\u{1B}[31m"))
    #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == HandMadeDerivation.wrong.text())
  }

  @Test("No residual of a check that passed is shown: those differ between processors")
  func residuals() {
    var checks = HandMadeDerivation.right.checks
    checks["8"] = [HandMadeDerivation.check(.link, difference: 3.4e-16, limit: 1e-12)]
    let checked = CheckedDerivation(HandMadeDerivation.derivation, checks: checks)
    for text in [checked.text(), checked.markdown()] { #expect(!text.contains("e-16")) }
  }

  @Test("Derivations of the catalogue fit on every page, and are spelled in ASCII")
  func catalogue() throws {
    let derivations = [
      try Derivation.pair(.crossEntropy, .logistic), try .pair(.logLoss, .softmax),
      try .hiddenError(), try .slope(of: .tanh), try .forward(isBatch: true),
    ].map { CheckedDerivation($0, checks: [:]) }
    for derivation in derivations {
      for width in [60, 80, 200] {
        let text = derivation.text(style: TextStyle(width: width))
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
      }
      let ascii = derivation.text(style: TextStyle(charset: .ascii))
      #expect(ascii.utf8.allSatisfy { $0 < 128 } && !ascii.contains("?"))
    }
  }
}
