// Checks along directions as people read them, to the last character.

import Nabla
import Testing

@Suite struct DirectionalTexts {
  @Test("A check along directions")
  func directions() {
    #expect(
      HandMade.directions.text() == #"""
        ✗ wrong  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          J = 0.75

          measured     the slope of J along 2 random directions (seed 7), each moving
                       all 9 parameters at once by the same amount, up or down
          certainty    Along 1 of 2 directions the claim is off by more than truncation
                       and rounding can explain. A check of every parameter says which
                       are wrong.

              d   claimed ⟨∇J, d⟩   measured   off by   bound     slope
          ✓   1              0.5         0.5   0        9.1e-13   2
          ✗   2              0.75        0.5   0.25     9.1e-13   1

          The remainder R(h) = |J(θ + hd) − J(θ) − h ⟨∇J, d⟩| falls as h² where the
          gradient is right: its slope in a log-log plot is 2. A slope of 1 means wrong.

          h        R(h), d = 1   R(h), d = 2
          0.25     0.0625        0.25
          0.125    0.0156        0.125
          0.0625   0.00391       0.0625

        """#)
  }

  @Test("A check along directions as Markdown")
  func directionsMarkdown() {
    #expect(
      HandMade.directions.markdown() == #"""
        # ✗ wrong: two-two-one

        2-2-1 · logistic, then logistic with cross-entropy · J = 0.75

        - **Measured:** the slope of J along 2 random directions (seed 7), each moving all 9 parameters at once by the same amount, up or down
        - **Certainty:** Along 1 of 2 directions the claim is off by more than truncation and rounding can explain. A check of every parameter says which are wrong.

        |  | d | claimed ⟨∇J, d⟩ | measured | off by | bound | slope |
        | :-- | --: | --: | --: | :-- | :-- | :-- |
        | ✓ | 1 | 0.5 | 0.5 | 0 | 9.1e-13 | 2 |
        | ✗ | 2 | 0.75 | 0.5 | 0.25 | 9.1e-13 | 1 |

        The remainder R(h) = |J(θ + hd) − J(θ) − h ⟨∇J, d⟩| falls as h² where the gradient is right: its slope in a log-log plot is 2. A slope of 1 means wrong.

        | h | R(h), d = 1 | R(h), d = 2 |
        | :-- | :-- | :-- |
        | 0.25 | 0.0625 | 0.25 |
        | 0.125 | 0.0156 | 0.125 |
        | 0.0625 | 0.00391 | 0.0625 |

        """#)
  }
}
