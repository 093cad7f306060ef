// A setting chosen by cross validation, in words, to the last character.

import Nabla
import Testing

@Suite struct TrainingSweepTexts {
  @Test("A sweep over λ with a place for 0")
  func sweep() throws {
    #expect(
      try TrainingHandMade.sweep().text(fileWarnings: ["A warning of the file."])
        == #"""
        iris  4-5-3  tanh, then softmax with log-loss  150 examples

        λ of L2 by 5-fold cross validation
          Of 150 examples, cut into 5 folds, each fold is held out once and the network
          trained with the others, from the same beginning. Costs are J without the
          penalty, averaged over the folds; ± is the standard error of the held-out one.

               λ   training J   accuracy   held-out J   ±       accuracy
           0          0.03125      0.975       0.375    0.044        0.9
           0.001      0.0625       0.975       0.3125   0.044        0.9
           0.01       0.125        0.975       0.25     0.044        0.9   best
           0.1        0.1875       0.975       0.25     0.044        0.9
           1          0.5          0.975       0.5313   0.044        0.9
          10          1            0.975       1.063    0.044        0.9

          Best is λ = 0.01, with the least held-out cost, 0.25. Within its standard
          error, and so no worse as far as these folds can tell: 0.1.

            1.5 ┤
                │
                │
                │                                                                  ┊
              1 ┤                                                                  ◐
                │
                │
                │
                │                                                     ○
            0.5 ┤   ┊                                                 ●
                │   ○            ○           ┊            ┊
                │                ┊           ○            ◐
                │                ●           ●
              0 ┤   ●
                └───┬──────//────┬───────────┬────────────┬───────────┬────────────┬───
                    0          0.001       0.01          0.1          1           10

          ● training cost  ○ held-out cost  ┊ ± standard error  ◐ both costs

        ! A warning of the file.

        """#)
  }

  @Test("The same in 60 columns of ASCII")
  func asciiSweep() throws {
    #expect(
      try TrainingHandMade.sweep().text(style: TextStyle(width: 60, charset: .ascii))
        == #"""
        iris  4-5-3  tanh, then softmax with log-loss  150 examples

        lambda of L2 by 5-fold cross validation
          Of 150 examples, cut into 5 folds, each fold is held out
          once and the network trained with the others, from the
          same beginning. Costs are J without the penalty, averaged
          over the folds; +/- is the standard error of the held-out
          one.

          lambda training J accuracy held-out J +/-   accuracy
           0        0.03125    0.975     0.375  0.044      0.9
           0.001    0.0625     0.975     0.3125 0.044      0.9
           0.01     0.125      0.975     0.25   0.044      0.9 best
           0.1      0.1875     0.975     0.25   0.044      0.9
           1        0.5        0.975     0.5313 0.044      0.9
          10        1          0.975     1.063  0.044      0.9

          Best is lambda = 0.01, with the least held-out cost, 0.25.
          Within its standard error, and so no worse as far as these
          folds can tell: 0.1.

            1.5 |
                |
                |
                |                                               |
              1 |                                               *
                |
                |
                |
                |                                      +
            0.5 |  |                                   o
                |  +        +        |        |
                |           |        +        *
                |           o        o
              0 |  o
                +--+----//--+--------+--------+--------+--------+--
                   0      0.001    0.01      0.1       1       10

          o training cost  + held-out cost  | +/- standard error
          * both costs

        """#)
  }

  @Test("The least cost at an end of the range is called that")
  func ends() throws {
    func words(_ setting: SweptSetting, _ values: [Double], _ costs: [Double]) throws -> String {
      try TrainingHandMade.sweep(
        setting: setting, values: values, costs: costs.map { ($0, $0) }
      ).text(style: TextStyle(width: 200))
    }
    #expect(
      try words(.l2, [0.1, 1, 10], [3, 2, 1]).contains(
        "It lies at the upper end of the range: try larger values, too."))
    #expect(
      try words(.rate, [1, 0.1], [3, 2]).contains(
        "It lies at the lower end of the range: try smaller values, too."))
    #expect(
      try words(.dropout, [0, 0.5], [2, 3]).contains(
        "The range cannot go lower: the network does best without dropout."))
    #expect(try !words(.l2, [0, 1, 10], [2, 1, 2]).contains("range"))
    #expect(try !words(.l2, [1], [2]).contains("range"))
  }

  @Test("Without a finite cost there is no best value and no plot, but no failure")
  func nothingFinite() throws {
    let report = try TrainingHandMade.sweep(
      values: [1, 2], costs: [(.nan, .nan), (.infinity, .infinity)])
    let text = report.text()
    #expect(text.contains("No held-out cost is a finite number: take a smaller rate."))
    #expect(!text.contains("┤") && !text.contains("best"))
  }
}
