// Gradients as people read them, to the last character.

import Nabla
import Testing

@Suite struct GradientTexts {
  @Test("A gradient")
  func gradient() {
    #expect(
      HandMade.gradient(HandMade.network(), HandMade.batch).text() == #"""
        two-two-one  2-2-1  logistic, then logistic with cross-entropy  2 examples
          scalar engine  J = 0.79414

        Layer 2: logistic, node i, example m
          i   m       z          a      g′(z)        ∂J/∂a            δ
          1   1   0.125   0.531209   0.249026   -0.0720753   -0.0179486
          1   2   0.11    0.527472   0.249245    0.178243     0.0444263
          2   1   0.255   0.563407   0.24598    -0.0864904   -0.0212749
          2   2   0.31    0.576885   0.244089    0.213892     0.0522086

        ∂J/∂w_ij^(2), bias ∂J/∂b_i^(2)
          i       j = 1        j = 2        bias
          1   0.0390862   -0.0195654   0.0264777
          2   0.045924    -0.0230109   0.0309337

        Layer 3: logistic, node i, example m
          i   m          z          h      h′(z)       ∂J/∂h           δ
          1   1   0.903649   0.711699   0.205184   -0.702544   -0.144151
          1   2   0.909867   0.712973   0.204642    1.742       0.356487

        ∂J/∂w_ij^(3), bias ∂J/∂b_i^(3)
          i      j = 1      j = 2       bias
          1   0.111463   0.124436   0.212336

        Predictions
          m   class   probability
          1       1      0.711699
          2       1      0.712973

        """#)
  }

  @Test("A gradient as Markdown")
  func gradientMarkdown() {
    #expect(
      HandMade.gradient(HandMade.network(), HandMade.batch).markdown() == #"""
        # two-two-one

        2-2-1 · logistic, then logistic with cross-entropy · 2 examples · scalar engine · J = 0.79414

        ## Layer 2: logistic, node i, example m

        | i | m | z | a | g′(z) | ∂J/∂a | δ |
        | --: | --: | --: | --: | --: | --: | --: |
        | 1 | 1 | 0.125 | 0.531209 | 0.249026 | -0.0720753 | -0.0179486 |
        | 1 | 2 | 0.11 | 0.527472 | 0.249245 | 0.178243 | 0.0444263 |
        | 2 | 1 | 0.255 | 0.563407 | 0.24598 | -0.0864904 | -0.0212749 |
        | 2 | 2 | 0.31 | 0.576885 | 0.244089 | 0.213892 | 0.0522086 |

        ## ∂J/∂w<sub>ij</sub><sup>(2)</sup>, bias ∂J/∂b<sub>i</sub><sup>(2)</sup>

        | i | j = 1 | j = 2 | bias |
        | --: | --: | --: | --: |
        | 1 | 0.0390862 | -0.0195654 | 0.0264777 |
        | 2 | 0.045924 | -0.0230109 | 0.0309337 |

        ## Layer 3: logistic, node i, example m

        | i | m | z | h | h′(z) | ∂J/∂h | δ |
        | --: | --: | --: | --: | --: | --: | --: |
        | 1 | 1 | 0.903649 | 0.711699 | 0.205184 | -0.702544 | -0.144151 |
        | 1 | 2 | 0.909867 | 0.712973 | 0.204642 | 1.742 | 0.356487 |

        ## ∂J/∂w<sub>ij</sub><sup>(3)</sup>, bias ∂J/∂b<sub>i</sub><sup>(3)</sup>

        | i | j = 1 | j = 2 | bias |
        | --: | --: | --: | --: |
        | 1 | 0.111463 | 0.124436 | 0.212336 |

        ## Predictions

        | m | class | probability |
        | --: | --: | --: |
        | 1 | 1 | 0.711699 |
        | 2 | 1 | 0.712973 |

        """#)
  }
}
