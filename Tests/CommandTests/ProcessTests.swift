// The command as a process: pipes that close, full disks, interrupts, terminals.

import Foundation
import Testing

@testable import NablaCommand

@Suite("The process")
struct ProcessTests {
  @Test("A reader that has seen enough is no failure and hears no complaint")
  func closedPipe() throws {
    let (output, messages) = (Pipe(), Pipe())
    try output.fileHandleForReading.close()
    let process = try Nabla.start(["list"], output: output, messages: messages)
    let complaint = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(complaint.isEmpty)
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test(
    "A full disk is said on standard error, exit 70",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [["list"], ["--help"], ["--version"], ["--generate-completion-script", "zsh"]])
  func fullDisk(_ arguments: [String]) throws {
    let messages = Pipe()
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let process = try Nabla.start(arguments, output: full, messages: messages)
    let complaint = messages.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(
      String(decoding: complaint, as: UTF8.self)
        == "Error: standard output: No space left on device\n")
    #expect(process.terminationStatus == 70)
  }

  @Test("An interrupt ends it with status 130")
  func interrupt() throws {
    // A full pipe holds the command up in the middle of its work.
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    let block = [UInt8](repeating: 10, count: 4096)
    while write(descriptor, block, block.count) > 0 {}
    while write(descriptor, block, 1) > 0 {}
    _ = fcntl(descriptor, F_SETFL, flags)

    let process = try Nabla.start(["list"], output: pipe)
    usleep(200_000)
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
  }

  @Test("A terminal gets colour, and lines of its width")
  func terminal() throws {
    #expect(try onTerminal(["list"], columns: 80, environment: [:]).escaped)
    let lines = try onTerminal(["help", "check"], columns: 100, environment: [:]).lines
    #expect(lines.contains { $0.count > 80 } && lines.allSatisfy { $0.count <= 100 })
    #expect(try !onTerminal(["list"], columns: 80, environment: ["NO_COLOR": "1"]).escaped)
    #expect(try !onTerminal(["list", "--color", "never"], columns: 80, environment: [:]).escaped)
  }

  @Test("A progress bar waits a second, appears on a terminal only, and leaves nothing behind")
  func progress() throws {
    let terminal = try PseudoTerminal(columns: 40)
    var time = 0.0
    let pipe = Pipe()
    let silent = ProgressBar(
      total: 10, title: "Measuring", descriptor: pipe.fileHandleForWriting.fileDescriptor
    ) { time }
    let bar = ProgressBar(total: 10, title: "Measuring", descriptor: terminal.end) { time }
    for step in 1...10 {
      time = Double(step) * 0.25
      silent.advance(to: step)
      bar.advance(to: step)
    }
    silent.finish()
    bar.finish()
    try pipe.fileHandleForWriting.close()
    #expect(pipe.fileHandleForReading.readDataToEndOfFile().isEmpty)
    let shown = terminal.finish()
    let frames = shown.split(separator: "\r").map {
      $0.replacingOccurrences(of: "\u{1B}[K", with: "")
    }
    #expect(frames.first == "Measuring [########-------------]  40 %")
    #expect(frames.count == 8 && frames.last == "")
    #expect(!Signals.lineIsInUse)
  }

  @Test("A missing gzip is told from a damaged file")
  func gzip() throws {
    try withTemporaryDirectory { directory in
      // The mark of a compressed file, and nothing behind it.
      try Data([0x1F, 0x8B]).write(to: directory.appendingPathComponent("digits.gz"))
      let file = directory.appendingPathComponent("net.json")
      let text = """
        {"sizes": [4, 2], "hypothesis": "softmax", "cost": "log-loss",
         "initialise": {"distribution": "uniform", "deviation": 1, "seed": 1},
         "data": {"idx-images": "digits.gz", "idx-labels": "digits.gz"}}
        """
      try Data(text.utf8).write(to: file)
      let missing = try Nabla.run("gradient", file.path, environment: ["PATH": directory.path])
      #expect(missing.status == 65)
      #expect(missing.messages.contains("is compressed, and the system's gzip is not found"))
      let damaged = try Nabla.run("gradient", file.path)
      #expect(damaged.status == 65)
      #expect(damaged.messages.contains("is damaged: gzip cannot decompress it (status 1)"))
    }
  }

  /// What the command shows on a terminal, as lines without escapes, and whether there were any.
  private func onTerminal(
    _ arguments: [String], columns: UInt16, environment: [String: String]
  ) throws -> (lines: [Substring], escaped: Bool) {
    let terminal = try PseudoTerminal(columns: columns)
    let process = try Nabla.start(
      arguments, output: FileHandle(fileDescriptor: terminal.end), environment)
    // Read while it writes: a terminal holds some 15 kB, and then its programs wait for a reader.
    let shown = terminal.finish()
    process.waitUntilExit()
    let plain = shown.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    return (plain.split(whereSeparator: \.isNewline), shown.contains("\u{1B}["))
  }
}
