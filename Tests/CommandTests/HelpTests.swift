// The help of every command, to the letter.

import Testing

@testable import NablaCommand

@Suite("Help")
struct HelpTests {
  @Test("nabla --help, nabla -h, nabla help and nabla alone print the same, exit 0")
  func root() throws {
    let expected = """
      OVERVIEW: Check the gradients of neural networks: is this gradient right, and if
      not, which line of the calculus is wrong?

      USAGE: nabla <subcommand>

      OPTIONS:
        --generate-completion-script <shell>
                                Print a script with which a shell completes this
                                command. (values: bash, zsh, fish)
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        check                   Measure every derivative of a network's cost and
                                compare with backprop.
        gradient                Print the cost J, every z, a and delta, and the
                                gradients.
        derive                  Derive a formula line by line, and check every line by
                                numbers.
        work                    Work a network through with its numbers: sheets to
                                hand out.
        step                    Step through a network or a derivation line by line,
                                here or in a browser.
        draw                    Draw a network, a neuron or an activation function, as
                                SVG.
        train                   Train a network by gradient descent, with gradient
                                checks on the way.
        new                     Write a package for your own backprop, which 'swift
                                test' then checks.
        list                    List the names that network files and options may use.

        See 'nabla help <subcommand>' for detailed help.

      """
    let run = Run(output: expected, messages: "", status: 0)
    #expect(try Nabla.run() == run)
    #expect(try Nabla.run("--help") == run)
    #expect(try Nabla.run("-h") == run)
    #expect(try Nabla.run("help") == run)
    #expect(try Nabla.run("help", "--help") == run)
  }

  @Test("nabla check --help")
  func check() throws {
    let expected = """
      OVERVIEW: Measure every derivative of a network's cost and compare with
      backprop.

      USAGE: nabla check [<options>] <file>

      ARGUMENTS:
        <file>                  A network file in JSON, or - for standard input.

      OPTIONS:
        --claim <gradients>     Check these gradients instead, from a program of your
                                own: JSON in the shapes of the network file, NumPy's
                                .npz or .npy, or - for standard input.
        --scheme <name>         How derivatives are measured. (values: auto, forward,
                                central, five-point, seven-point, ridders,
                                complex-step, dual; default: auto)
        --step <h>              The step h of the scheme. Without it, h is chosen for
                                each parameter.
        --sample <n>            Measure only so many parameters, chosen at random.
        --seed <s>              Where the random choice starts. (default: 1)
        --threads <n>           How many threads measure; one for each core without
                                it. The report is the same.
        --exhaustive            Run a whole forward pass for every nudge, instead of
                                following what it changes. Much slower, and the bounds
                                are wider.
        --directional           Measure along random directions instead of parameter
                                by parameter.
        --curve <parameter>     Show how the error depends on h for one parameter:
                                w(2,1,3) is the weight to node 1 of layer 2 from node
                                3 of layer 1, b(2,1) is the bias of node 1 of layer 2.
        --svg <file>            Also draw that curve, into this file.
        --verbose               Show every parameter, not only the worst.
        --format <format>       What the result is printed as. (values: text, json,
                                markdown; default: text)
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("check", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "check").output == expected)
  }

  @Test("nabla gradient --help")
  func gradient() throws {
    let expected = """
      OVERVIEW: Print the cost J, every z, a and delta, and the gradients.

      USAGE: nabla gradient [<options>] <file>

      ARGUMENTS:
        <file>                  A network file in JSON, or - for standard input.

      OPTIONS:
        --engine <engine>       Which engine computes it: loops as the notes write
                                them, or matrices. (values: scalar, batch; default:
                                batch)
        --format <format>       What the result is printed as. (values: text, json,
                                markdown; default: text)
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("gradient", "-h") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "gradient").output == expected)
  }

  @Test("nabla derive --help")
  func derive() throws {
    let expected = """
      OVERVIEW: Derive a formula line by line, and check every line by numbers.

      USAGE: nabla derive [<options>] [<name> ...]

      ARGUMENTS:
        <name>                  What to derive: a cost and a hypothesis (log-loss
                                softmax), an equation (BP2), or another name that
                                'nabla list derivations' shows.

      OPTIONS:
        --all                   Derive everything that has a name.
        --output <path>         Write into this file. With --all it is a directory,
                                and gets a Markdown file for each derivation and
                                README.md, their index.
        --brief                 Leave out the smaller steps. Only for the format text.
        --format <format>       What the result is printed as. (values: text, json,
                                markdown, latex, html; default: text)
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("derive", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "derive").output == expected)
  }

  @Test("nabla work --help")
  func work() throws {
    let expected = """
      OVERVIEW: Work a network through with its numbers: sheets to hand out.

      USAGE: nabla work [<options>] [<file>]

      ARGUMENTS:
        <file>                  A network file in JSON, or - for standard input; none
                                with --generate.

      OPTIONS:
        --sheet <kind>          What is printed: the question with blanks, the answer,
                                or the answer with the value that each common mistake
                                would print. (values: question, answer, marking;
                                default: answer)
        --fade <direction>      A series of questions: on the first sheet the last
                                step of the backward pass is blank, then the last two,
                                and so on. (values: backward)
        --self-check            Print the measured derivatives on a question sheet
                                too.
        --example <m>           Work this example of the batch alone.
        --paths <parameter>     List every path from a weight w(l,i,j) or a bias
                                b(l,i) to the cost.
        --digits <d>            How many decimals computed numbers have. (values: 1,
                                2, 3, 4, 5, 6, 7, 8, 9, 10; default: 4)
        --rate <alpha>          The learning rate of the update. (default: 0.1)
        --full                  Leave nothing out of large layers.
        --generate <sizes>      Search for a network of these sizes, 2-2-1 say, whose
                                printed numbers never contradict each other.
        --activation <name>     The activation of a generated network. (values:
                                identity, linear, logistic, rectifier, step, tanh;
                                default: logistic)
        --hypothesis <name>     The hypothesis of a generated network. (values:
                                identity, linear, logistic, rectifier, softmax, step,
                                tanh; default: logistic)
        --cost <name>           The cost of a generated network. (values:
                                cross-entropy, log-loss, quadratic,
                                residual-sum-of-squares, squared-difference; default:
                                cross-entropy)
        --variants <n>          So many sheets with different numbers, of the file's
                                network or of generated ones.
        --seed <s>              Where the random choice starts. (default: 1)
        --output <file>         Write into this file, whole or not at all.
        --format <format>       What the result is printed as. (values: text, json,
                                markdown, latex, html; default: text)
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("work", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "work").output == expected)
  }

  @Test("nabla step --help")
  func step() throws {
    let expected = """
      OVERVIEW: Step through a network or a derivation line by line, here or in a
      browser.

      USAGE: nabla step [<options>] <name> ...

      ARGUMENTS:
        <name>                  A network file, or a derivation by a name that 'nabla
                                derive' takes: a cost and a hypothesis (log-loss
                                softmax), an equation (BP2).

      OPTIONS:
        --quiz                  Hide each line until it is asked for, and give hints.
        --words                 Read commands as words, a line each, instead of single
                                keys.
        --html <file>           Write a page that steps in a browser, where a
                                network's numbers can be changed.
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("step", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "step").output == expected)
  }

  @Test("nabla draw --help")
  func draw() throws {
    let expected = """
      OVERVIEW: Draw a network, a neuron or an activation function, as SVG.

      USAGE: nabla draw [<options>] <what> ...

      ARGUMENTS:
        <what>                  What to draw: network and a network file in JSON (or -
                                for standard input), neuron, or activation and the
                                name of a function.

      OPTIONS:
        --example <m>           The example whose values are written into a network.
                                (default: 1)
        --k <k>                 The parameter of the activations linear and step.
        --slope-at-zero <slope> What counts as the slope of the rectifier at 0.
                                (values: 0, 1)
        --output <file>         Write into this file, whole or not at all.
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("draw", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "draw").output == expected)
  }

  @Test("nabla list --help")
  func list() throws {
    let expected = """
      OVERVIEW: List the names that network files and options may use.

      USAGE: nabla list [<options>] [<what>]

      ARGUMENTS:
        <what>                  What to list; everything where it is not given.
                                (values: activations, hypotheses, costs, pairs,
                                schemes, derivations, mistakes, methods, updates,
                                schedules, initialisations)

      OPTIONS:
        --format <format>       What the result is printed as. (values: text, json,
                                markdown; default: text)
        --color <when>          Whether to print in color. NO_COLOR turns it off where
                                this option is not given. (values: auto, always,
                                never; default: auto)
        --charset <charset>     Whether symbols are printed as they are or spelled in
                                ASCII. (values: unicode, ascii; default: unicode)
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("list", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "list").output == expected)
  }

  @Test("Whoever asks for help gets it, whatever else is wrong; behind -- it is a file's name")
  func helpWins() throws {
    #expect(try Nabla.run("check", "--bogus", "--help").output.hasPrefix("OVERVIEW: Measure"))
    #expect(try Nabla.run("check", "--step", "-h").status == 0)
    #expect(try Nabla.run("list", "--", "--help").status == 64)
  }

  @Test("--version prints the version alone, exit 0")
  func version() throws {
    let run = Run(output: Command.version + "\n", messages: "", status: 0)
    #expect(try Nabla.run("--version") == run)
    #expect(try Nabla.run("check", "--version") == run)
  }

  @Test("No line of any help is longer than the terminal is wide", arguments: [60, 80, 100, 200])
  func width(_ width: Int) {
    for path in paths {
      for line in Help(of: path).text(width: width).split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test("Help is plain ASCII, for it is printed before anybody can choose a charset")
  func helpIsASCII() {
    for path in paths { #expect(Help(of: path).text(width: 80).utf8.allSatisfy { $0 < 128 }) }
  }

  @Test("COLUMNS wins over the terminal; nothing known is 80; between 60 and 200")
  func terminalWidth() {
    #expect(Terminal.width(environment: nil, measured: nil) == 80)
    #expect(Terminal.width(environment: nil, measured: 120) == 120)
    #expect(Terminal.width(environment: "100", measured: 120) == 100)
    #expect(Terminal.width(environment: "0", measured: 120) == 120)
    #expect(Terminal.width(environment: "wide", measured: nil) == 80)
    #expect(Terminal.width(environment: "9", measured: nil) == 60)
    #expect(Terminal.width(environment: "999", measured: nil) == 200)
  }

  private var paths: [CommandPath] {
    [CommandPath(commands: [.nabla])]
      + Command.nabla.subcommands.map { CommandPath(commands: [.nabla, $0]) }
  }
}
