// Single keys: what each does, and the line in which a text is typed.

extension Stepper {
  /// A text that is being typed in the line at the bottom.
  public struct Prompt: Equatable, Sendable {
    public let purpose: Purpose
    public internal(set) var text = ""

    public enum Purpose: String, Sendable {
      case goto = "Go to line: "
      case find = "Find: "
      case command = ": "
      case print = "Print into the file (none: here): "
    }
  }

  /// Does what a key means.
  ///
  /// - Parameter window: where the stepper is shown: it decides whether there is more to scroll to.
  public mutating func type(_ key: Key, in window: Window) -> Effect {
    if prompt != nil { return edit(key) }
    let count = self.count
    self.count = ""
    switch key {
    case .character(let character): return type(character, behind: count)
    case .enter: return enter("")
    case .right: return perform(.next(Int(count) ?? 1))
    case .left, .backspace: return perform(.back(Int(count) ?? 1))
    case .down: return down(by: 1, in: window)
    case .up: return up(by: 1, in: window)
    case .pageDown: return down(by: page(in: window), in: window)
    case .pageUp: return up(by: page(in: window), in: window)
    case .home: return perform(.first)
    case .end: return perform(.last)
    case .endOfInput: return perform(.quit)
    case .escape:
      (message, panel, scroll) = (nil, nil, 0)
    case .control("l"): break
    case .tab, .delete, .control, .unknown:
      say("This key does nothing. The key ? shows all that do something.")
    }
    return .none
  }

  private mutating func type(_ character: Character, behind count: String) -> Effect {
    if character.isASCII, character.isNumber, character != "0" || !count.isEmpty {
      self.count = String((count + String(character)).suffix(4))
      say("\(self.count) ... n: so many lines on, b: back, g: to this line.")
      return .none
    }
    switch character {
    case "g" where !count.isEmpty: return perform(.goto(count))
    case "g": prompt = Prompt(purpose: .goto)
    case "/": prompt = Prompt(purpose: .find)
    case ":": prompt = Prompt(purpose: .command)
    case "P": prompt = Prompt(purpose: .print)
    default:
      guard let word = Self.words.first(where: { $0.keys.contains(character) }) else {
        say("The key \(String(character).quotable) does nothing. The key ? shows all that do.")
        return .none
      }
      let repeats = word.argument == "[n]" ? count : ""
      return perform(word.command(repeats) ?? .help)
    }
    message = nil
    return .none
  }

  /// A key while a text is typed.
  private mutating func edit(_ key: Key) -> Effect {
    guard var prompt else { return .none }
    switch key {
    case .character(let character):
      // Nobody types longer texts; a paste may be.
      if prompt.text.count < 200 { prompt.text.append(character) }
    case .backspace where prompt.text.isEmpty, .escape, .endOfInput, .control("g"):
      self.prompt = nil
      return .none
    case .backspace, .delete: prompt.text.removeLast(prompt.text.isEmpty ? 0 : 1)
    case .control("u"): prompt.text = ""
    case .enter:
      self.prompt = nil
      return finish(prompt)
    default: return .none
    }
    self.prompt = prompt
    return .none
  }

  private mutating func finish(_ prompt: Prompt) -> Effect {
    let text = String(prompt.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    switch prompt.purpose {
    case .goto: return text.isEmpty ? .none : perform(.goto(text))
    case .find: return text.isEmpty ? perform(.again) : perform(.find(text))
    case .command: return text.isEmpty ? .none : enter(text)
    case .print: return perform(.print(text.isEmpty ? nil : text))
    }
  }

  // MARK: - Scrolling

  private func page(in window: Window) -> Int { max(1, bodyHeight(in: window) - 1) }

  /// Down the page, and behind its end to the next line.
  private mutating func down(by rows: Int, in window: Window) -> Effect {
    let most = mostScroll(in: window)
    if scroll >= most { return perform(.next(1)) }
    scroll = min(scroll + rows, most)
    message = nil
    return .none
  }

  private mutating func up(by rows: Int, in window: Window) -> Effect {
    scroll = min(scroll, mostScroll(in: window))
    if scroll == 0 { return perform(.back(1)) }
    scroll = max(0, scroll - rows)
    message = nil
    return .none
  }
}
