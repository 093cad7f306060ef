// Checks as people read them, to the last character.

import Nabla
import Testing

@Suite struct CheckTexts {
  @Test("A right check")
  func right() {
    #expect(
      HandMade.check().text() == #"""
        ✓ right  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    An error of 9.1e-13 in any one of them would have been found.
                       Both planted errors of 9.4e-10 were caught.
          worst        ✓ ∂J/∂w_11^(2)  claimed 0.25
                       measured 0.25 (five-point, h = 0.00195)  off by 0 ≤ 9.1e-13

          The forward passes of the engines (FP) and each equation by itself:
          equation   layer   verdict   difference   at   ulps
          FP             2   ✓ right   0            –       0
          FP             3   ✓ right   0            –       0
          BP1            3   ✓ right   0            –       0
          BP2            2   ✓ right   0            –       0
          BP3            3   ✓ right   0            –       0
          BP3            2   ✓ right   0            –       0
          BP4            3   ✓ right   0            –       0
          BP4            2   ✓ right   0            –       0

        """#)
  }

  @Test("A wrong check names the equation, the parameters and what it cannot tell")
  func wrong() {
    #expect(
      HandMade.wrongCheck.text() == #"""
        ✗ wrong  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          first wrong  BP2 at layer 2 in the batch engine; BP1 above it is right
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    The worst is off by 6.9e11 times what truncation and rounding can
                       explain. An error of 9.1e-13 in any of the 6 right ones would
                       have been found.
          worst        ✗ ∂J/∂b_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)  off by 0.63 > 9.1e-13
          cannot tell  ∂J/∂w_11^(3): known only to ± 9.8e-4, too coarse to judge 0.25

          wrong, by five-point
              derivative        claimed    measured   off by   bound     step
          ✗   ∂J/∂w_12^(2)    0.0345123   0.0349771   4.6e-4   9.1e-13   0.00195
          ✗   ∂J/∂b_1^(2)    -0.5         0.125       0.63     9.1e-13   0.00195

          The forward passes of the engines (FP) and each equation by itself:
          equation   layer   verdict   difference   at             ulps
          FP             2   ✓ right   0            –                 0
          FP             3   ✓ right   0            –                 0
          BP1            3   ✓ right   0            –                 0
          BP2            2   ✗ wrong   0.13         δ_1^(2)(2)   1.1e15
          BP3            3   ✓ right   0            –                 0
          BP3            2   ✓ right   0            –                 0
          BP4            3   ✓ right   0            –                 0
          BP4            2   ✓ right   0            –                 0

        """#)
  }

  @Test("A wrong check on a narrow page, in ASCII")
  func narrow() {
    #expect(
      HandMade.wrongCheck.text(style: TextStyle(width: 60, charset: .ascii)) == #"""
        x wrong  two-two-one  2-2-1
          logistic, then logistic with cross-entropy  2 examples
          J = 0.75

          first wrong  BP2 at layer 2 in the batch engine; BP1 above
                       it is right
          wrong        2 of 9 parameters: 2 of 6 in layer 2
          measured     9 of 9 parameters and 6 of 6 delta, by
                       five-point differences, each step chosen by
                       its error bound
          certainty    The worst is off by 6.9e11 times what
                       truncation and rounding can explain. An error
                       of 9.1e-13 in any of the 6 right ones would
                       have been found.
          worst        x dJ/db_1^(2)  claimed -0.5
                       measured 0.125 (five-point, h = 0.00195)
                       off by 0.63 > 9.1e-13
          cannot tell  dJ/dw_11^(3): known only to +/- 9.8e-4, too
                       coarse to judge 0.25

          wrong, by five-point
            derivative      claimed  measured off by bound   step
          x dJ/dw_12^(2)  0.0345123 0.0349771 4.6e-4 9.1e-13 0.00195
          x dJ/db_1^(2)  -0.5       0.125     0.63   9.1e-13 0.00195

          The forward passes of the engines (FP) and each equation
          by itself:
          equation layer verdict  difference at               ulps
          FP           2 ok right 0          -                   0
          FP           3 ok right 0          -                   0
          BP1          3 ok right 0          -                   0
          BP2          2 x wrong  0.13       delta_1^(2)(2) 1.1e15
          BP3          3 ok right 0          -                   0
          BP3          2 ok right 0          -                   0
          BP4          3 ok right 0          -                   0
          BP4          2 ok right 0          -                   0

        """#)
  }

  @Test("A check of which the tool's own test has failed")
  func failed() {
    #expect(
      HandMade.failedCheck.text() == #"""
        ! The tool failed, not the gradient: it planted 2 errors of 9.4e-10 and caught
          1; it missed the one in ∂J/∂b_1^(2). Don't trust the verdict below; please
          report this network as a bug of Nabla.

        ✓ right  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    An error of 9.1e-13 in any one of them would have been found.
          worst        ✓ ∂J/∂w_11^(2)  claimed 0.25
                       measured 0.25 (five-point, h = 0.00195)  off by 0 ≤ 9.1e-13

          The forward passes of the engines (FP) and each equation by itself:
          equation   layer   verdict   difference   at   ulps
          FP             2   ✓ right   0            –       0
          FP             3   ✓ right   0            –       0
          BP1            3   ✓ right   0            –       0
          BP2            2   ✓ right   0            –       0
          BP3            3   ✓ right   0            –       0
          BP3            2   ✓ right   0            –       0
          BP4            3   ✓ right   0            –       0
          BP4            2   ✓ right   0            –       0

        """#)
  }

  @Test("Every warning says what it means and what to do")
  func warnings() {
    #expect(
      HandMade.warningCheck.text() == #"""
        ✓ right  two-two-one  2-2-1  logistic, then logistic with cross-entropy
          2 examples  J = 0.75

          measured     9 of 9 parameters and 6 of 6 δ, by five-point differences, each
                       step chosen by its error bound
          certainty    An error of 9.1e-13 in any one of them would have been found.
                       Both planted errors of 9.4e-10 were caught.
          worst        ✓ ∂J/∂w_11^(2)  claimed 0.25
                       measured 0.25 (five-point, h = 0.00195)  off by 0 ≤ 9.1e-13

          The forward passes of the engines (FP) and each equation by itself:
          equation   layer   verdict   difference   at   ulps
          FP             2   ✓ right   0            –       0
          FP             3   ✓ right   0            –       0
          BP1            3   ✓ right   0            –       0
          BP2            2   ✓ right   0            –       0
          BP3            3   ✓ right   0            –       0
          BP3            2   ✓ right   0            –       0
          BP4            3   ✓ right   0            –       0
          BP4            2   ✓ right   0            –       0

        ! z_1^(2)(2) (neuron 1 of layer 2 in example 2) is exactly on a kink, and so are
          2 others. J has no derivative there; by convention g′(0) = 0 for this
          logistic, and the check measures J with that side held. Code with another
          convention gets other numbers and is no less right.

        ! For 4 parameters a nudge would have crossed a kink (the first: w_12^(3), the
          weight to neuron 1 of layer 3 from node 2). Every max and bracket was held on
          the side that it has here, so the measured slope is that of J at this point;
          there is nothing to do. A checker that does not hold the sides may report an
          error here that is not one.

        ! Layer 2: all 2 nodes are saturated, |g′(z)| < 1e-8 in every example. Almost
          nothing is passed back there, so the weights before hardly learn, and the
          check says little about their formula. Start from smaller weights, or scale
          the features to about 1.

        ! Layer 2: node 2 is dead: no example turns it on, so every derivative of the
          parameters that lead there is 0, whatever the formula. Raise the bias, or
          check with other examples.

        ! The penalty adds at most 1e-13 to any weight's derivative, less than this
          check can see (2.5e-12): a forgotten penalty would pass. Check once with a
          larger λ.

        ! The errors vanish on the way back: ‖δ^(3)‖ = 0.5 and ‖δ^(2)‖ = 1e-9. The first
          layers hardly learn. Start from larger weights, or take an activation with a
          larger slope.

        ! The errors explode on the way back: ‖δ^(3)‖ = 0.5 and ‖δ^(2)‖ = 5e7. A step of
          learning will throw the first layers far. Start from smaller weights.

        ! 1 feature of 2 is 0 in every example, which therefore say nothing about the
          weights from there: that part of the formula is not tested. Add examples in
          which it is not 0.

        """#)
  }
}
