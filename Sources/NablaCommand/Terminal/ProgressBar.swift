// How far long work has come, for people who watch a terminal.

/// A line on standard error that says how far the work has come.
///
/// It is drawn only where standard error is a terminal and only after a second of work, at most ten
/// times a second; `finish` erases it. Drawing costs nothing worth knowing otherwise: `advance` may be
/// called for every parameter.
final class ProgressBar {
  private let total: Int
  private let title: String
  private let descriptor: Descriptor
  private let isTerminal: Bool
  private let now: () -> Double
  private let start: Double
  private var nextDrawing: Double
  private var isDrawn = false

  /// - Parameters:
  ///   - total: what `advance(to:)` reaches in the end.
  ///   - descriptor: where it is drawn.
  ///   - now: seconds on some clock.
  init(
    total: Int, title: String, descriptor: Int32 = STDERR_FILENO,
    now: @escaping () -> Double = ProgressBar.seconds
  ) {
    self.total = max(total, 1)
    self.title = title
    self.descriptor = Descriptor(number: descriptor)
    isTerminal = Terminal.isTerminal(descriptor)
    self.now = now
    start = now()
    nextDrawing = start + 1
  }

  /// So much is done; `words` say more about it behind the bar, where there is room.
  func advance(to done: Int, words: () -> String = { "" }) {
    guard isTerminal else { return }
    let time = now()
    guard time >= nextDrawing else { return }
    nextDrawing = time + 0.1
    isDrawn = true
    Signals.lineIsInUse = true
    let width = Terminal.measuredWidth(descriptor.number) ?? 80
    let line = Self.line(title, done: done, of: total, words: words(), width: width)
    _ = descriptor.write("\r" + line + "\u{1B}[K")
  }

  /// Leaves the terminal as it was.
  func finish() {
    guard isDrawn else { return }
    _ = descriptor.write("\r\u{1B}[K")
    Signals.lineIsInUse = false
    isDrawn = false
  }

  /// `Measuring [#####-----]  50 %`, shorter than the terminal is wide.
  static func line(
    _ title: String, done: Int, of total: Int, words: String = "", width: Int
  ) -> String {
    let share = Double(min(max(done, 0), total)) / Double(total)
    let percent = String(Int(share * 100))
    let end = String(repeating: " ", count: 4 - percent.count) + percent + " %"
    let behind = words.isEmpty ? "" : "  " + words
    let length = min(40, width - title.count - end.count - 4 - behind.count)
    if length < 10, !words.isEmpty { return line(title, done: done, of: total, width: width) }
    guard length >= 5 else { return String((title + end).prefix(max(width - 1, 0))) }
    let filled = Int(share * Double(length))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: length - filled)
    return "\(title) [\(bar)]\(end)\(behind)"
  }

  /// Of a clock that only goes forward.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
