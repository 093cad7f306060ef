// Where results and messages go: standard output and standard error.

import Nabla

/// Results go to standard output, messages to standard error.
struct Console: Sendable {
  let options: OutputOptions
  /// Whether results are printed in colour.
  let usesColor: Bool

  init(_ options: OutputOptions = OutputOptions()) {
    self.options = options
    usesColor =
      options.format == .text
      && options.color.usesColor(
        isTerminal: Terminal.isTerminal(STDOUT_FILENO), environment: Terminal.environment)
  }

  /// Writes a result, to its last byte.
  ///
  /// A reader that has seen enough (`nabla list | head -1`) is no failure: the rest is dropped, and
  /// the exit status stays that of the work.
  /// - Throws: where the bytes cannot be written: a full disk, say.
  func write(_ text: String) throws(Failure) {
    let error = Descriptor(number: STDOUT_FILENO).write(rendered(text))
    if error == 0 || error == EPIPE { return }
    throw Failure(message: "standard output: \(systemMessage(error))", status: .failure)
  }

  /// Writes a message. There is nowhere to report that this failed.
  func report(_ text: String) {
    _ = Descriptor(number: STDERR_FILENO).write(options.charset.text(text))
  }

  /// In the console's characters: spelled in ASCII, or escaped where the text is JSON.
  func rendered(_ text: String) -> String {
    options.format == .json ? options.charset.json(text) : options.charset.text(text)
  }

  /// The text between the codes that switch a style on and off, where there is colour.
  func styled(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// How reports are laid out here.
  var textStyle: TextStyle {
    TextStyle(
      width: Terminal.width, isColored: usesColor,
      charset: options.charset == .ascii ? .ascii : .unicode)
  }

  /// How text stands out.
  enum Style: Int { case bold = 1, faint, red = 31, green, yellow }
}

/// An open file, written to without a buffer.
struct Descriptor: Sendable {
  let number: Int32

  /// Writes everything; the result is 0, or the number of the system's error.
  func write(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = writeOnce(UnsafeRawBufferPointer(rebasing: rest))
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          // Somebody who shares the terminal has made it non-blocking.
          var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
          _ = poll(&request, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// One call of the system: how many bytes it took, or −1.
  func writeOnce(_ bytes: UnsafeRawBufferPointer) -> Int {
    systemWrite(number, bytes.baseAddress, bytes.count)
  }
}

/// What the system calls an error.
func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }
