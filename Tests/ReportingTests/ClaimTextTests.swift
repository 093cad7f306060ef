// Checks of claims as people read them, to the last character.

import Nabla
import Testing

@Suite struct ClaimTexts {
  @Test(
    "A wrong claim: the cost first, what is right and wrong, the mistake, why, the line that has it right"
  )
  func diagnosed() {
    #expect(
      HandMade.diagnosedClaim.text() == #"""
        ✗ wrong  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          cost         ✗ claimed 1.5, J = 0.75: twice J; is a ½ missing?
          right so far δ^(3), ∂J/∂W^(3) and ∂J/∂b^(3)
          first wrong  BP2 at layer 2; BP1 above it is right
          looks like   missing-activation-derivative (BP2) at layer 2: no g′
                       residual 1.1e-16; next best transposed-weights, residual 0.19
          why          Wᵀ δ is ∂J/∂a; δ is ∂J/∂z, and from a back to z the chain rule
                       takes the factor g′(z).
          read         line 8 of nabla derive BP2: δ_j^(ℓ) = (Σ_i δ_i^(ℓ+1) w_ij^(ℓ+1))
                       g′(z_j^(ℓ))
          worst        ✗ ∂J/∂b_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)  ratio -4
                       off by 0.63 > 9.1e-13
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    The worst is off by 6.9e11 times what truncation and rounding can
                       explain. An error of 9.1e-13 in any of the 6 right ones would
                       have been found.
          cannot tell  ∂J/∂w_11^(3): known only to ± 9.8e-4, too coarse to judge 0.25

          wrong, by five-point
              derivative        claimed    measured   off by   bound     step
          ✗   ∂J/∂w_12^(2)    0.0345123   0.0349771   4.6e-4   9.1e-13   0.00195
          ✗   ∂J/∂b_1^(2)    -0.5         0.125       0.63     9.1e-13   0.00195

          Each equation by itself, as far as the gradients tell them apart:
          equation   layer   verdict   difference   at           bound
          BP1            3   ✓ right   0            –            2.9e-14
          BP2            2   ✗ wrong   0.13         δ_1^(2)(2)   2.9e-14
          BP3            3   ✓ right   0            –            2.9e-14
          BP3            2   ✓ right   0            –            2.9e-14
          BP4            3   ✓ right   0            –            2.9e-14
          BP4            2   ✓ right   0            –            2.9e-14

        """#)
  }

  @Test("The same on a narrow page, in ASCII")
  func narrow() {
    #expect(
      HandMade.diagnosedClaim.text(style: TextStyle(width: 60, charset: .ascii)) == #"""
        x wrong  two-two-one  2-2-1
          logistic, then logistic with cross-entropy  2 examples
          J = 0.75

          cost         x claimed 1.5, J = 0.75: twice J; is a 1/2
                       missing?
          right so far delta^(3), dJ/dW^(3) and dJ/db^(3)
          first wrong  BP2 at layer 2; BP1 above it is right
          looks like   missing-activation-derivative (BP2) at layer
                       2: no g'
                       residual 1.1e-16; next best
                       transposed-weights, residual 0.19
          why          W' delta is dJ/da; delta is dJ/dz, and from a
                       back to z the chain rule takes the factor
                       g'(z).
          read         line 8 of nabla derive BP2: delta_j^(l) =
                       (sum_i delta_i^(l+1) w_ij^(l+1)) g'(z_j^(l))
          worst        x dJ/db_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)
                       ratio -4  off by 0.63 > 9.1e-13
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 delta, by
                       five-point differences, each step chosen by
                       its error bound
          certainty    The worst is off by 6.9e11 times what
                       truncation and rounding can explain. An error
                       of 9.1e-13 in any of the 6 right ones would
                       have been found.
          cannot tell  dJ/dw_11^(3): known only to +/- 9.8e-4, too
                       coarse to judge 0.25

          wrong, by five-point
            derivative      claimed  measured off by bound   step
          x dJ/dw_12^(2)  0.0345123 0.0349771 4.6e-4 9.1e-13 0.00195
          x dJ/db_1^(2)  -0.5       0.125     0.63   9.1e-13 0.00195

          Each equation by itself, as far as the gradients tell them
          apart:
          equation layer verdict  difference at             bound
          BP1          3 ok right 0          -              2.9e-14
          BP2          2 x wrong  0.13       delta_1^(2)(2) 2.9e-14
          BP3          3 ok right 0          -              2.9e-14
          BP3          2 ok right 0          -              2.9e-14
          BP4          3 ok right 0          -              2.9e-14
          BP4          2 ok right 0          -              2.9e-14

        """#)
  }

  @Test("Two mistakes at once, which others cannot be told apart from; numbers of few digits")
  func pair() {
    #expect(
      HandMade.pairClaim.text() == #"""
        ✗ wrong  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          right so far δ^(3)
          first wrong  BP2 at layer 2; BP1 above it is right
          looks like   updated-weights (BP2) at layer 2: the error of a hidden layer
                       from weights that are updated already, α = 0.5
                       and bias-not-summed (BP4) at every layer: δ of the first example
                       alone instead of the sum over m
                       residual 1.5e-5
                       cannot be told apart here from wrong-layer-weights (BP2) at layer
                       2 and bias-not-summed (BP4) at every layer: δ of the first
                       example alone instead of the sum over m
          why          The gradient belongs to the weights of the forward pass. All of
                       it is found first; then all weights are updated.
                       One bias serves every example, so its derivative is the sum of δ
                       over all of them: the sum of Δ's columns.
          read         line 8 of nabla derive BP2: δ_j^(ℓ) = (Σ_i δ_i^(ℓ+1) w_ij^(ℓ+1))
                       g′(z_j^(ℓ))
                       line 8 of nabla derive BP4
          worst        ✗ ∂J/∂b_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)  ratio -4
                       off by 0.63 > 9.1e-13
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    The worst is off by 6.9e11 times what truncation and rounding can
                       explain. An error of 9.1e-13 in any of the 6 right ones would
                       have been found. The claim is written with 6 digits and 4
                       decimals.
          cannot tell  ∂J/∂w_11^(3): known only to ± 9.8e-4, too coarse to judge 0.25

          wrong, by five-point
              derivative        claimed    measured   off by   bound     step
          ✗   ∂J/∂w_12^(2)    0.0345123   0.0349771   4.6e-4   9.1e-13   0.00195
          ✗   ∂J/∂b_1^(2)    -0.5         0.125       0.63     9.1e-13   0.00195

          Each equation by itself, as far as the gradients tell them apart:
          equation   layer   verdict   difference   at           bound
          BP1            3   ✓ right   0            –            2.9e-14
          BP2            2   ✗ wrong   0.13         δ_1^(2)(2)   2.9e-14
          BP3            3   ✓ right   0            –            2.9e-14
          BP3            2   ✓ right   0            –            2.9e-14
          BP4            3   ✓ right   0            –            2.9e-14
          BP4            2   ✓ right   0            –            2.9e-14

        ! The claim is written with 6 digits and 4 decimals: a derivative may be off by
          as much as 6.2e-5, and a smaller mistake cannot be seen. Write all digits to
          see more.

        """#)
  }

  @Test("No known pattern: what can be said all the same")
  func unknown() {
    #expect(
      HandMade.unknownClaim.text() == #"""
        ✗ wrong  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          first wrong  BP2 at layer 2; BP1 above it is right
                       unexplained: ∂J/∂W^(2)
          looks like   no known pattern; nearest sign, residual 0.75
                       ∂J/∂W^(2): every number is -2.5 times the right one
                       ∂J/∂b^(2): 1 of 2 numbers is wrong, the others right
                       ∂J/∂b^(2): off by 0.25 times the parameter, everywhere
                       ∂J/∂b^(2): every row has a ratio of its own
                       ∂J/∂b^(2): every column has a ratio of its own
                       ∂J/∂b^(2): no constant ratio, neither of rows nor of columns
          worst        ✗ ∂J/∂b_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)  ratio -4
                       off by 0.63 > 9.1e-13
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    The worst is off by 6.9e11 times what truncation and rounding can
                       explain. An error of 9.1e-13 in any of the 6 right ones would
                       have been found. The claim is in single precision.
          cannot tell  ∂J/∂w_11^(3): known only to ± 9.8e-4, too coarse to judge 0.25

          wrong, by five-point
              derivative        claimed    measured   off by   bound     step
          ✗   ∂J/∂w_12^(2)    0.0345123   0.0349771   4.6e-4   9.1e-13   0.00195
          ✗   ∂J/∂b_1^(2)    -0.5         0.125       0.63     9.1e-13   0.00195

          Each equation by itself, as far as the gradients tell them apart:
          equation   layer   verdict   difference   at           bound
          BP1            3   ✓ right   0            –            2.9e-14
          BP2            2   ✗ wrong   0.13         δ_1^(2)(2)   2.9e-14
          BP3            3   ✓ right   0            –            2.9e-14
          BP3            2   ✓ right   0            –            2.9e-14
          BP4            3   ✓ right   0            –            2.9e-14
          BP4            2   ✓ right   0            –            2.9e-14

        """#)
  }

  @Test("A right claim, with everything that one should know besides")
  func warned() {
    #expect(
      HandMade.warnedClaim.text() == #"""
        ✓ right  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          worst        ✓ ∂J/∂w_11^(2)  claimed 0.25
                       measured 0.25 (five-point, h = 0.00195)  off by 0 ≤ 9.1e-13
          cost         ✓ claimed 0.75
          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    An error of 9.1e-13 in any one of them would have been found.
                       Both planted errors of 9.4e-10 were caught. The claim is in
                       single precision.

          Each equation by itself, as far as the gradients tell them apart:
          equation   layer   verdict   difference   at   bound
          BP1            3   ✓ right   0            –    2.9e-14
          BP2            2   ✓ right   0            –    2.9e-14
          BP3            3   ✓ right   0            –    2.9e-14
          BP3            2   ✓ right   0            –    2.9e-14
          BP4            3   ✓ right   0            –    2.9e-14
          BP4            2   ✓ right   0            –    2.9e-14

        ! W2 was read as (in, out), 2×2, the transpose of ∂J/∂W^(2).

        ! W2 was read with the biases as column 0, 2×3.

        ! W2 was read as (in, out) with the biases as row 0, 3×2.

        ! W2 was read with the biases as the last column, 2×3.

        ! W2 was read as (in, out) with the biases as the last row, 3×2.

        ! W2 was read with an example in each row.

        ! W2 was read as a flat list, row by row.

        ! W2 was read from one list of all parameters, layer by layer, weights before
          biases.

        ! W2 was read with layers counted from 1, as layer 2 of the notes.

        ! W2 was read with layers counted from 0, as layer 2 of the notes.

        ! The claimed δ are M = 2 times ours: 1/M stands in the gradients there and not
          in δ, as some notes write it. That is a convention and no mistake.

        ! The claim is in single precision: a derivative may be off by as much as
          9.6e-7, and a smaller mistake cannot be seen. Compute in float64 to see more.

        ! The claim is written with 3 digits: a derivative may be off by as much as
          9.8e-4, and a smaller mistake cannot be seen. Write all digits to see more.

        ! The claim takes another side at z_1^(2)(2) (neuron 1 of layer 2 in example 2)
          or at another of 3 kinks, where J has a kink, or so near to one that roundings
          decide. Its convention is no less right than the network file's.

        ! The gradients are right, but the claimed δ of layers 3 and 2 are not ∂J/∂z.

        ! The gradients are right, but the claimed cost is not J.

        """#)
  }
}
