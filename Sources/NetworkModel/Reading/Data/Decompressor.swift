// The system's gzip as a process of its own, at the other end of a pipe: the one place where the
// library starts a program.
//
// Foundation's `Process` would do; but Foundation and what it brings along (40 MB of Unicode tables)
// take longer to load than a small network to check.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A running `gzip -dc`, which writes only as far as it is read.
final class Decompressor {
  /// Where what it writes is read from.
  let output: Int32
  private let process: pid_t?

  /// What a shell calls the status of a program that it does not find.
  private static let notFound: Int32 = 127

  /// Starts gzip on an open file, which stays open.
  ///
  /// Where there is no gzip, nothing comes out of the pipe and the status says so, as it would behind
  /// `env`: what is wrong with another file before it is then told first.
  init(reading descriptor: Int32) throws(FileFailure) {
    guard let pipe = Pipe() else { throw Self.cannotRun }
    defer { close(pipe.end) }
    output = pipe.start
    var process: pid_t = 0
    let status = Self.start(&process, input: descriptor, output: pipe.end)
    self.process = status == 0 ? process : nil
    guard status == 0 || status == ENOENT else { throw Self.cannotRun }
  }

  private static let cannotRun = FileFailure.unreadable("it is compressed, and gzip cannot run")

  /// The exit status, once all that gzip writes has been read.
  func wait() -> Int32 {
    guard let process else { return Self.notFound }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : signal
  }

  /// Ends gzip, wherever it is, and leaves no zombie.
  func stop() {
    guard let process else { return }
    kill(process, SIGKILL)
    _ = wait()
  }

  deinit { close(output) }
}

/// Two descriptors that programs started by others do not inherit.
private struct Pipe {
  let start: Int32
  let end: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (start, end) = (ends[0], ends[1])
  }
}

// MARK: - Starting

extension Decompressor {
  /// Starts gzip between two descriptors; the result is an error number.
  ///
  /// It is given the open file and not the path, which may begin with "-" or not end in ".gz". It
  /// handles signals as if a terminal had started it, and of the environment it sees the path alone:
  /// options in a variable cannot change what it does.
  private static func start(_ process: inout pid_t, input: Int32, output: Int32) -> Int32 {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, standard) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&standard)
    for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&standard, signal) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &standard)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let path = "PATH=" + (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("gzip"), strdup("-dc"), nil]
    let environment: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
    defer { for word in words + environment { free(word) } }
    return posix_spawnp(&process, "gzip", &actions, &attributes, words, environment)
  }
}
