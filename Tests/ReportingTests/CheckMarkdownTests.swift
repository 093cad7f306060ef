// A check as Markdown, to the last character.

import Nabla
import Testing

@Suite struct CheckMarkdown {
  @Test("A wrong check as Markdown, with every comparison")
  func markdown() {
    #expect(
      HandMade.wrongCheck.markdown(verbose: true) == #"""
        # ✗ wrong: two-two-one

        2-2-1 · logistic, then logistic with cross-entropy · 2 examples · J = 0.75

        - **First wrong:** BP2 at layer 2 in the batch engine; BP1 above it is right
        - **Wrong:** 2 of 9 parameters: 2 of 6 in layer 2
        - **Measured:** 9 of 9 parameters and 6 of 6 δ, by five-point differences, each step chosen by its error bound
        - **Certainty:** The worst is off by 6.9e11 times what truncation and rounding can explain. An error of 9.1e-13 in any of the 6 right ones would have been found.
        - **Worst:** ✗ ∂J/∂b<sub>1</sub><sup>(2)</sup>, claimed -0.5, measured 0.125 (five-point, h = 0.00195), off by 0.63 > 9.1e-13
        - **Cannot tell:**
          - ∂J/∂w<sub>11</sub><sup>(3)</sup>: known only to ± 9.8e-4, too coarse to judge 0.25

        ## Wrong

        By five-point.

        |  | derivative | claimed | measured | off by | bound | step |
        | :-- | :-- | --: | --: | :-- | :-- | :-- |
        | ✗ | ∂J/∂w<sub>12</sub><sup>(2)</sup> | 0.0345123 | 0.0349771 | 4.6e-4 | 9.1e-13 | 0.00195 |
        | ✗ | ∂J/∂b<sub>1</sub><sup>(2)</sup> | -0.5 | 0.125 | 0.63 | 9.1e-13 | 0.00195 |

        ## Equations

        The forward passes of the engines (FP) and each equation by itself:

        | equation | layer | verdict | difference | at | ulps |
        | :-- | --: | :-- | :-- | :-- | --: |
        | FP | 2 | ✓ right | 0 | – | 0 |
        | FP | 3 | ✓ right | 0 | – | 0 |
        | BP1 | 3 | ✓ right | 0 | – | 0 |
        | BP2 | 2 | ✗ wrong | 0.13 | δ<sub>1</sub><sup>(2)</sup>(2) | 1.1e15 |
        | BP3 | 3 | ✓ right | 0 | – | 0 |
        | BP3 | 2 | ✓ right | 0 | – | 0 |
        | BP4 | 3 | ✓ right | 0 | – | 0 |
        | BP4 | 2 | ✓ right | 0 | – | 0 |

        ## Parameters

        By five-point.

        |  | derivative | claimed | measured | off by | bound | step |
        | :-- | :-- | --: | --: | :-- | :-- | :-- |
        | ✓ | ∂J/∂w<sub>11</sub><sup>(2)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✗ | ∂J/∂w<sub>12</sub><sup>(2)</sup> | 0.0345123 | 0.0349771 | 4.6e-4 | 9.1e-13 | 0.00195 |
        | ✓ | ∂J/∂w<sub>21</sub><sup>(2)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | ∂J/∂w<sub>22</sub><sup>(2)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✗ | ∂J/∂b<sub>1</sub><sup>(2)</sup> | -0.5 | 0.125 | 0.63 | 9.1e-13 | 0.00195 |
        | ✓ | ∂J/∂b<sub>2</sub><sup>(2)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ? | ∂J/∂w<sub>11</sub><sup>(3)</sup> | 0.25 | 0.25 | 0 | 9.8e-4 | 0.00195 |
        | ✓ | ∂J/∂w<sub>12</sub><sup>(3)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | ∂J/∂b<sub>1</sub><sup>(3)</sup> | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |

        ## δ

        By five-point.

        |  | derivative | claimed | measured | off by | bound | step |
        | :-- | :-- | --: | --: | :-- | :-- | :-- |
        | ✓ | δ<sub>1</sub><sup>(2)</sup>(1) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | δ<sub>1</sub><sup>(2)</sup>(2) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | δ<sub>2</sub><sup>(2)</sup>(1) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | δ<sub>2</sub><sup>(2)</sup>(2) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | δ<sub>1</sub><sup>(3)</sup>(1) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |
        | ✓ | δ<sub>1</sub><sup>(3)</sup>(2) | 0.25 | 0.25 | 0 | 9.1e-13 | 0.00195 |

        """#)
  }
}
