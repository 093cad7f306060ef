// The measuring side of the benchmark. `Tests/Benchmarks/run` calls it, beside the peers' side in
// Tests/Peers, and makes the tables; by hand: `swift run -c release Benchmarks`.

import Nabla

let usage = """
  USAGE: Benchmarks machine
         Benchmarks process <rounds> <limit> <command> [<argument> ...]
         Benchmarks gradient <network> double|float <seconds>
         Benchmarks product <size> <seconds>
         Benchmarks peak <seconds>
         Benchmarks read <network>
         Benchmarks values <network> double|float <file>
         Benchmarks plot <title> < points

    machine   Print the number of cores and the instruction set of the kernels.
    process   Run a command some times: seconds, peak bytes and exit status of each run, a line each.
              A run is ended after <limit> seconds.
    gradient  Forward and backward pass of a network, again and again: seconds of each.
    product   A product of square matrices in the kernels, again and again: seconds of each.
    peak      Multiplications and additions that one core does in a second at best.
    read      Read a network file, once.
    values    Write X, Y, every W and b, J, every ∇W and ∇b as little-endian numbers, matrices row by row.
    plot      Draw measured times as SVG: lines of panel, size and seconds, separated by tabs.
  """

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch (arguments.first, arguments.count) {
  case ("machine", 1): printMachine()
  case ("process", 4...):
    try timeProcess(
      rounds: number(1, Int.init), limit: number(2, Double.init),
      command: Array(arguments.dropFirst(3)))
  case ("gradient", 4):
    let file = try NetworkFile.read(path: arguments[1])
    let seconds = try number(3, Double.init)
    if try isDouble(2) {
      timeGradient(BatchPropagation<Double>(file.network, file.batch), seconds: seconds)
    } else {
      timeGradient(BatchPropagation<Float>(file.network, file.batch), seconds: seconds)
    }
  case ("product", 3):
    timeProduct(size: try number(1, Int.init), seconds: try number(2, Double.init))
  case ("peak", 2): printPeaks(seconds: try number(1, Double.init))
  case ("read", 2): print(try NetworkFile.read(path: arguments[1]).batch.count)
  case ("values", 4):
    let file = try NetworkFile.read(path: arguments[1])
    if try isDouble(2) {
      try writeValues(BatchPropagation<Double>(file.network, file.batch), to: arguments[3])
    } else {
      try writeValues(BatchPropagation<Float>(file.network, file.batch), to: arguments[3])
    }
  case ("plot", 2): print(try GrowthPlot(title: arguments[1]).svg(), terminator: "")
  default: throw Failure(words: usage)
  }
} catch {
  fail(error)
}

/// The argument at a place, as a number.
func number<Number>(_ place: Int, _ read: (String) -> Number?) throws(Failure) -> Number {
  guard let value = read(arguments[place]) else {
    throw Failure(words: "'\(arguments[place])' is no number of the kind that is needed\n\(usage)")
  }
  return value
}

/// Whether the argument at a place says `double`; otherwise it has to say `float`.
func isDouble(_ place: Int) throws(Failure) -> Bool {
  guard ["double", "float"].contains(arguments[place]) else {
    throw Failure(words: "'\(arguments[place])' is neither 'double' nor 'float'")
  }
  return arguments[place] == "double"
}
