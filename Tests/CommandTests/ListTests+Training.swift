// What `nabla list` says of training.

import Testing

extension ListTests {
  @Test("nabla list methods, updates, schedules")
  func training() throws {
    let methods = """
      METHODS:
        gradient-descent        every batch is followed by an update
                                [W] §10; [N] Gradient descent
        averaged-mini-batches   an epoch is followed by one update, with the average
                                of its batches' gradients
                                [V] Algorithm 1

      """
    #expect(try Nabla.run("list", "methods") == Run(output: methods, messages: "", status: 0))
    let updates = """
      UPDATES:
        gradient-descent        w := w − α G
                                [W] §10.1; [R] Worked Example; [N] Gradient descent
        momentum                v := μ v − α G, w := w + v
                                Polyak 1964; Sutskever et al. 2013, (1), (2)

        w is a weight or a bias, G the derivative ∂J/∂w, α the learning rate, μ the
        momentum rate; v is 0 before the first update.

      """
    #expect(try Nabla.run("list", "updates") == Run(output: updates, messages: "", status: 0))
    let schedules = """
      SCHEDULES:
        constant                α
                                [V] §5.1; [W] §10
        linear-decay            α (1 − e/(1 + E))
                                [V] (23)

        The rate of epoch e = 1 … E; α is the rate that training starts with.

      """
    #expect(try Nabla.run("list", "schedules") == Run(output: schedules, messages: "", status: 0))
  }

  @Test("nabla list initialisations --charset ascii")
  func initialisations() throws {
    let expected = """
      INITIALISATIONS:
        large                   sigma^2 = 1
                                biases are drawn too
                                [V] section 5.2
        default                 sigma^2 = 1/M^2
                                biases are drawn too
                                [V] section 5.2
        lecun                   sigma^2 = 1/s_(l-1)
                                biases are 0
                                Y. LeCun, L. Bottou, G. Orr and K.-R. Mueller,
                                Efficient BackProp (1998)
        glorot                  sigma^2 = 2/(s_(l-1) + s_l)
                                biases are 0
                                X. Glorot and Y. Bengio, Understanding the difficulty
                                of training deep feedforward neural networks (2010),
                                (12), (16)
                                also: xavier
        he                      sigma^2 = 2/s_(l-1)
                                biases are 0
                                K. He, X. Zhang, S. Ren and J. Sun, Delving deep into
                                rectifiers (2015), (10)
                                also: kaiming

        sigma is the deviation of the weights of layer l, s_l the number of its nodes,
        M the number of examples to train with.

      """
    let run = try Nabla.run("list", "initialisations", "--charset", "ascii")
    #expect(run == Run(output: expected, messages: "", status: 0))
  }

  @Test("nabla list schedules --format markdown, and as JSON")
  func schedules() throws {
    let expected = """
      ## Schedules

      | name | formula | source |
      | --- | --- | --- |
      | `constant` | `α` | [V] §5.1; [W] §10 |
      | `linear-decay` | `α (1 − e/(1 + E))` | [V] (23) |

      The rate of epoch e = 1 … E; α is the rate that training starts with.

      """
    #expect(try Nabla.run("list", "schedules", "--format", "markdown").output == expected)
    let json = """
      {
        "schedules": [
          { "name": "constant", "formula": "α", "aliases": [], "source": "[V] §5.1; [W] §10" },
          { "name": "linear-decay", "formula": "α (1 − e/(1 + E))", "aliases": [], "source": "[V] (23)" }
        ]
      }

      """
    #expect(try Nabla.run("list", "schedules", "--format", "json").output == json)
  }
}
