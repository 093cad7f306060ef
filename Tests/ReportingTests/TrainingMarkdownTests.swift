// Training and sweeps as Markdown, to the last character.

import Nabla
import Testing

@Suite struct TrainingMarkdowns {
  @Test("Training as Markdown")
  func training() throws {
    #expect(
      try TrainingHandMade.iris().markdown(
        fileWarnings: ["A *warning*."], classNames: TrainingHandMade.irisNames,
        saved: "my_net.json") == #"""
          # Training of iris

          4-5-3 · tanh, then softmax with log-loss · penalty L2 λ = 0.5 · 120 examples · 30 held out

          |  | before | now | held out, now |
          | :-- | --: | --: | --: |
          | examples | 120 | 120 | 30 |
          | J | 1.188 | 0.2188 | – |
          | J without the penalty | 1.125 | 0.1563 | 0.25 |
          | accuracy | 0.3333 (40 of 120) | 0.9667 (116 of 120) | 0.9333 (28 of 30) |

          Classes: class 1 is setosa, class 2 is versicolor and class 3 is virginica.

          ## How

          |  |  |
          | :-- | :-- |
          | method | mini-batch gradient descent; 50 examples a batch, 20 in the last; drawn anew each epoch |
          | rate | α = 0.1 to begin with; linear-decay: α \(1 − e/\(1 + E\)\) in epoch e of E |
          | momentum | μ = 0.9 |
          | dropout | every hidden node is left out of an iteration with probability 0.25 |
          | seed | 1, which decides on the order of the examples, the nodes left out and the examples held out |
          | run | 40 epochs; 120 iterations, 3 an epoch; 120 updates; 0.125 s |
          | stopped | the epochs asked for are done |
          | checked | 2 gradient checks on the way; none finds an error |
          | saved | my\_net.json |

          ## Cost J by epoch

          ```text
                1 ┤
                  │
                  │○
              0.8 ┤●
                  │  ◐
              0.6 ┤    ○
                  │    ●○
                  │     ● ◐ ○
              0.4 ┤         ● ◐○ ○
                  │            ● ● ◐ ○○ ○ ○
              0.2 ┤                  ●● ● ● ◐ ◐○ ○ ○ ○○ ○ ○ ○○ ○ ○ ○ ○○ ○ ○ ○○ ○ ○ ○○ ○ ○
                  │                            ● ● ● ●● ● ● ●● ● ● ● ●●
                  │                                                     ● ● ●● ● ● ●● ● ●
                0 ┤
                  └────────────────┬─────────────────┬────────────────┬─────────────────┬
                                  10                20               30                40

            ● training: J of an epoch's batches, each before its update, on average
            ○ held out: J after the epoch, without the penalty  ◐ both

            The held-out cost was least, 0.207, after epoch 28 and is 0.2209 now: since
            then the network learns its examples by heart instead of what they have in
            common (overfitting). Stop earlier, take a larger λ, or more examples.

            The training costs of the curve are taken with the penalty and with nodes left
            out, those of the held-out examples are not.
          ```

          ## Findings

          - A \*warning\*.

          """#)
  }

  @Test("A sweep over α without classes as Markdown; what has diverged is not drawn")
  func sweep() throws {
    #expect(
      try TrainingHandMade.rates().markdown(fileWarnings: ["A *warning*."])
        == #"""
        # α by 5-fold cross validation: linear-regression

        3-1 · identity with quadratic · 150 examples

        Of 150 examples, cut into 5 folds, each fold is held out once and the network trained with the others, from the same beginning. Costs are J without the penalty, averaged over the folds; ± is the standard error of the held-out one.

        | α | training J | held-out J | ± |  |
        | --: | --: | --: | :-- | :-- |
        | 0.5 | 0.25 | 0.375 | 0.044 |  |
        | 0.625 | 0.125 | 0.25 | 0.044 | best |
        | 1 | ∞ | not a number | not a number |  |

        Best is α = 0.625, with the least held-out cost, 0.25.

        ```text
            0.5 ┤
                │
                │
            0.4 ┤   ┊
                │   ○
                │   ┊
                │
            0.3 ┤                   ┊
                │   ●               ○
                │                   ┊
            0.2 ┤                   ┊
                │
                │                   ●
            0.1 ┤
                └───┬───────────────┬──────────────────────────────────────────────┬───
                   0.5            0.625                                            1

          ● training cost  ○ held-out cost  ┊ ± standard error  ◐ both costs
        ```

        ## Warnings

        - A \*warning\*.

        """#)
  }
}
