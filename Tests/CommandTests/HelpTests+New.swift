// The help of `nabla new`, to the letter.

import Testing

extension HelpTests {
  @Test("nabla new --help")
  func new() throws {
    let expected = """
      OVERVIEW: Write a package for your own backprop, which 'swift test' then checks.

      USAGE: nabla new [<options>] <directory>

      ARGUMENTS:
        <directory>             Where it is written: a new directory, or an empty one.

      OPTIONS:
        --name <name>           What the package and its module are called. (default:
                                MyBackprop)
        --dependency <path-or-url>
                                Where the package Nabla is: a directory, or the URL of
                                a repository. Without it, the directory that this
                                command was built in.
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(try Nabla.run("new", "--help") == Run(output: expected, messages: "", status: 0))
    #expect(try Nabla.run("help", "new").output == expected)
  }
}
