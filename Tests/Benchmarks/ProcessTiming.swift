// Times and peak memory of whole processes, measured from a process that is small itself.

import Dispatch
import Nabla

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a command some times with its output thrown away; prints for each run the seconds from its
/// start to its end, its largest resident size in bytes, and its exit status (−1 where it had to be
/// ended).
func timeProcess(rounds: Int, limit: Double, command: [String]) throws(Failure) {
  for _ in 0..<rounds {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(command)
    let alarm = DispatchWorkItem { kill(process, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: alarm)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let seconds = (clock.now - start) / .seconds(1)
    alarm.cancel()
    let isEnded = status & 0x7f != 0
    print(seconds, peakBytes(usage), isEnded ? -1 : status >> 8 & 0xff)
    if isEnded { return }
  }
}

/// Starts a command, found on the path, with nothing to read and its output thrown away.
private func spawn(_ command: [String]) throws(Failure) -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  var process = pid_t()
  let status = posix_spawnp(&process, command[0], &actions, nil, &words, environ)
  guard status == 0 else {
    throw Failure(words: "\(command[0]): \(String(cString: strerror(status)))")
  }
  return process
}

/// The largest resident size; Linux counts it in KiB.
private func peakBytes(_ usage: rusage) -> Int {
  #if canImport(Darwin)
    Int(usage.ru_maxrss)
  #else
    Int(usage.ru_maxrss) * 1024
  #endif
}
