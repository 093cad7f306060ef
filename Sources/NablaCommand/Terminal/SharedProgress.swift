// How far work on several threads has come.

/// A progress bar that is made when the length of the work is known, and moved by one thread at a time.
final class SharedProgress: @unchecked Sendable {
  private let title: String
  // Touched by one thread at a time: whoever does the work sees to that.
  private var bar: ProgressBar?

  init(title: String) { self.title = title }

  func advance(to done: Int, of total: Int) {
    let bar = bar ?? ProgressBar(total: total, title: title)
    self.bar = bar
    bar.advance(to: done)
  }

  func finish() { bar?.finish() }
}
