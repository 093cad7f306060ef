// From the words of the command line to an exit status.

enum Tool {
  /// Does what the words after `nabla` ask for.
  static func run(_ words: [String]) -> ExitStatus {
    Signals.prepare()
    var console = Console()
    do {
      switch try Parser.parse(words, by: .nabla) {
      case .help(let path): try console.write(Help(of: path).text(width: Terminal.width))
      case .version: try console.write(Command.version + "\n")
      case .completionScript(let shell): try console.write(shell.script(for: .nabla))
      case .run(let subcommand):
        console = Console(subcommand.output)
        return try subcommand.run(on: console)
      }
      return .right
    } catch let mistake as UsageError {
      console.report(mistake.text)
      return .usage
    } catch let failure as Failure {
      console.report("Error: \(failure.message)\n")
      return failure.status
    } catch {
      console.report("Error: \(error)\n")
      return .failure
    }
  }
}
