// Training in words, to the last character.

import Nabla
import Testing

@Suite struct TrainingTexts {
  @Test("Classes, a penalty, momentum, dropout, held-out examples, overfitting")
  func everything() throws {
    #expect(
      try TrainingHandMade.iris().text(
        fileWarnings: ["A warning of the file."], classNames: TrainingHandMade.irisNames,
        saved: "trained.json") == #"""
          iris  4-5-3  tanh, then softmax with log-loss  penalty L2 λ = 0.5  120 examples
            30 held out

            method       mini-batch gradient descent  50 examples a batch, 20 in the last
                         drawn anew each epoch
            rate         α = 0.1 to begin with
                         linear-decay: α (1 − e/(1 + E)) in epoch e of E
            momentum     μ = 0.9
            dropout      every hidden node is left out of an iteration with probability
                         0.25
            seed         1, which decides on the order of the examples, the nodes left out
                         and the examples held out

            run          40 epochs  120 iterations, 3 an epoch  120 updates  0.125 s
            stopped      the epochs asked for are done
            checked      2 gradient checks on the way; none finds an error
            saved        trained.json

            J            1.188 before, 0.2188 now  0.1563 without the penalty
            accuracy     0.9667 (116 of 120)  0.3333 (40 of 120) before
            held out     J = 0.25 without the penalty  accuracy 0.9333 (28 of 30)
            classes      class 1 is setosa, class 2 is versicolor and class 3 is virginica

          Cost J by epoch

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

          ! A warning of the file.

          """#)
  }

  @Test("The same in 60 columns of ASCII")
  func asciiText() throws {
    #expect(
      try TrainingHandMade.iris().text(
        style: TextStyle(width: 60, charset: .ascii), classNames: TrainingHandMade.irisNames)
          == #"""
          iris  4-5-3  tanh, then softmax with log-loss
            penalty L2 lambda = 0.5  120 examples  30 held out

            method       mini-batch gradient descent
                         50 examples a batch, 20 in the last
                         drawn anew each epoch
            rate         alpha = 0.1 to begin with
                         linear-decay: alpha (1 - e/(1 + E)) in epoch
                         e of E
            momentum     mu = 0.9
            dropout      every hidden node is left out of an iteration
                         with probability 0.25
            seed         1, which decides on the order of the
                         examples, the nodes left out and the examples
                         held out

            run          40 epochs  120 iterations, 3 an epoch
                         120 updates  0.125 s
            stopped      the epochs asked for are done
            checked      2 gradient checks on the way; none finds an
                         error

            J            1.188 before, 0.2188 now
                         0.1563 without the penalty
            accuracy     0.9667 (116 of 120)
                         0.3333 (40 of 120) before
            held out     J = 0.25 without the penalty
                         accuracy 0.9333 (28 of 30)
            classes      class 1 is setosa, class 2 is versicolor and
                         class 3 is virginica

          Cost J by epoch

                1 |
                  |
                  |+
              0.8 |o
                  | *
              0.6 |   +
                  |   o+
                  |    o*+
              0.4 |      o *++
                  |         oo* ++++
              0.2 |             oooo **++ ++++ ++++ ++++ ++++ ++++ ++
                  |                    oo oooo oooo oooo
                  |                                      oooo oooo oo
                0 |
                  +-----------+------------+-----------+------------+
                             10           20          30           40

            o training: J of an epoch's batches, each before its
              update, on average
            + held out: J after the epoch, without the penalty  * both

            The held-out cost was least, 0.207, after epoch 28 and is
            0.2209 now: since then the network learns its examples by
            heart instead of what they have in common (overfitting).
            Stop earlier, take a larger lambda, or more examples.

            The training costs of the curve are taken with the penalty
            and with nodes left out, those of the held-out examples
            are not.

          """#)
  }

  @Test("One logistic output, batch gradient descent, costs over two decades")
  func logistic() throws {
    #expect(
      try TrainingHandMade.logistic().text() == #"""
        two-two-one  2-2-1  logistic, then logistic with cross-entropy  2 examples

          method       batch gradient descent  all examples in every iteration
          rate         α = 0.1 in every epoch

          run          1,000 epochs  1,000 iterations, 1 an epoch  1,000 updates  0.25 s
          stopped      the iterations asked for are done

          J            0.75 before, 0.03125 now
          accuracy     1 (2 of 2)  0.5 (1 of 2) before
          classes      class 1 where h ≥ ½, else class 0

        Cost J by epoch, on a logarithmic scale

                │
                │●
            0.1 ┤ ●
                │ ●
                │  ●
                │   ●●
                │    ●●●●
           0.01 ┤       ●●●●
                │           ●●●●●●
                │                ●●●●●●●●●
                │                        ●●●●●●●●●●●●●●
                │                                     ●●●●●●●●●●●●●●●●●●●●
                │                                                        ●●●●●●●●●●●●●●
          0.001 ┤
                └─────────────┬─────────────┬─────────────┬─────────────┬─────────────┬
                             200           400           600           800        1,000

          ● training: J of an epoch's batches, each before its update, on average

        """#)
  }

  @Test("A regression has no classes; a plot on 200 columns takes 100")
  func regression() throws {
    #expect(
      try TrainingHandMade.regression().text(style: TextStyle(width: 200))
        == #"""
        linear-regression  3-1  identity with quadratic  4 examples

          method       stochastic gradient descent  one example an iteration  in the order of the file
          rate         α = 0.1 in every epoch

          run          3 epochs  12 iterations, 4 an epoch  12 updates  0.0625 s
          stopped      J = 0.125 is no larger than the goal, 0.125

          J            2.5 before, 0.125 now

        Cost J by epoch

            0.8 ┤●
                │
                │
           0.75 ┤
                │
            0.7 ┤
                │
                │                                             ●
           0.65 ┤
                │
            0.6 ┤
                │
                │                                                                                         ●
           0.55 ┤
                └┬────────────────────────────────────────────┬───────────────────────────────────────────┬
                 1                                            2                                           3

          ● training: J of an epoch's batches, each before its update, on average

        """#)
  }

  @Test("Class c is digit c − 1; a single epoch has no curve")
  func digits() {
    #expect(
      TrainingHandMade.classes(10).text(classNames: (0...9).map(String.init))
        == #"""
        the network  1-10  softmax with log-loss  8,000 examples

          method       batch gradient descent  all examples in every iteration
          rate         α = 0.1 in every epoch

          run          1 epoch  1 iteration, 1 an epoch  1 update  0.5 s
          stopped      on request; the parameters are those of the last update

          J            0.5 before, 0.5 now
          accuracy     0.8931 (7,145 of 8,000)  0.8931 (7,145 of 8,000) before
          classes      class c is digit c − 1: class 1 is 0, class 10 is 9

        """#)
  }
}
