// The command `nabla`.

exit(Tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
