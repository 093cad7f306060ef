// What a newcomer reads first.

extension NewPackage {
  static let readme = #"""
    # {NAME}

    Your own backpropagation, in seven steps. `swift test` tells you whether each is right, and if not,
    where and why.

    ```sh
    swift test
    ```

    The first run builds the checker and takes a few minutes; later ones take seconds. It is green
    now: every step is *not attempted*. Open `Sources/{NAME}/MyNetwork.swift` and write step 1.

    ## The path

    | step | function | what it computes |
    |---|---|---|
    | 1 | `forward` | z^(ℓ) = W^(ℓ) a^(ℓ−1) + b^(ℓ) and a^(ℓ) = g(z^(ℓ)) |
    | 2 | `outputError` | δ^(L), the error of the output layer |
    | 3 | `hiddenError` | δ^(ℓ) from δ^(ℓ+1) |
    | 4 | `weightGradient` | ∂J/∂w_ij^(ℓ) |
    | 5 | `biasGradient` | ∂J/∂b_i^(ℓ) |
    | 6 | `gradients` | all of it for a batch of M examples |
    | 7 | `addingPenalty` | the term of λ/2M Σ w² |

    Each step is tested by itself, with right numbers for everything that it needs. So a mistake in one
    step does not make another one look wrong, and you may skip one; only step 6 uses the others. When all
    are written, the whole is tested too: on networks of several shapes, twice over, and with one step
    of gradient descent.

    ## When a step is wrong

    The text says what is wrong and what it looks like, and no numbers:

    ```
    step 3: δ^(ℓ)
    Δ^(2) is wrong: with it ∂J/∂W^(2) is wrong in 9 of 9 entries, ∂J/∂b^(2) in 3 of 3  (3-3-3, 5 examples)
      right so far   Δ^(3), ∂J/∂W^(3), ∂J/∂b^(3)
      first wrong    Δ^(2)
      follows        ∂J/∂W^(2), ∂J/∂b^(2): wrong because of that
      looks like     no g′ (missing-activation-derivative, BP2)
      more help      NABLA_HINT=2 swift test --filter step3
    ```

    If that is not enough, ask for more, one stage at a time:

    ```sh
    NABLA_HINT=2 swift test --filter step3   # one entry, and a line: the broken one, or where to start
    NABLA_HINT=3 swift test --filter step3   # the whole derivation
    ```

    `Δ^(ℓ)` is δ^(ℓ) of all examples, with the 1/M of the cost in it. It is judged by the gradients that
    the tests compute from yours, as those can be measured. BP1 to BP4 are the equations of
    backpropagation: BP1 gives δ^(L), BP2 δ^(ℓ), BP3 ∂J/∂W^(ℓ), BP4 ∂J/∂b^(ℓ). With `nabla` on your
    path, `nabla step BP2` walks through the derivation of one, line by line.

    A test that stops with `Index out of range` has met an array of another length than you
    thought: print `count` of both, and compare with the shapes at the top of `MyNetwork.swift`.

    ## What the tests know

    They store no answers. Every slope is measured by nudging one number and looking at what the cost
    does, and a mistake is named by trying the wrong formulas that people write. Everything is in the
    package Nabla, which you can read; this keeps answers out of sight, and is no lock.

    """#
}
