// Commands that tell more about a line: why, conditions, mistake, hint, numbers.

import Reporting

extension Stepper {
  /// Opens an aspect, or closes it where it is open.
  mutating func open(_ aspect: Stop.Aspect, nothing sentence: String) {
    if isHidden { return say("Line \(stop.id) is hidden: ask for a hint, or show it first.") }
    // Whether there is anything to say does not depend on the width.
    if stop.lines(aspect, style: .plain).isEmpty { return say(sentence) }
    toggle(.aspect(aspect))
  }

  mutating func toggle(_ panel: Panel) {
    self.panel = self.panel == panel ? nil : panel
    scroll = 0
    news = self.panel == nil ? .line : .panel
  }

  mutating func reveal() {
    revealed.insert(place)
    (panel, hints, scroll) = (nil, 0, 0)
    news = .line
  }

  mutating func show() {
    if isHidden { return reveal() }
    say("Line \(stop.id) is shown already.")
  }

  /// The place that hints are about: the hidden line, else the next one.
  var hintedPlace: Int? { isHidden ? place : walk.place(after: place) }

  /// Three stages: what to look for, the rule, the line.
  mutating func hint() {
    guard let target = hintedPlace else {
      return say("This is the last line: there is nothing left to find.")
    }
    hints = Swift.min(hints + 1, 3)
    // The third hint is the line itself.
    if hints == 3, target == place { return reveal() }
    if hints == 3 { revealed.insert(target) }
    panel = .hint(hints)
    scroll = 0
    news = .panel
  }

  mutating func switchNumbers(_ isOn: Bool?) {
    // Numbers that something else covers are not seen: they are wanted.
    showsNumbers = isOn ?? (panel != nil || !showsNumbers)
    if showsNumbers {
      panel = nil
      return tellNumbers()
    }
    say("Numbers are off.")
  }

  /// Numbers from another set: the next one, or one by its number.
  mutating func takeOtherNumbers(_ number: Int?) {
    let count = walk.numbers.count
    guard count > 0 else { return say("This walk has no numbers to choose from.") }
    if let number {
      guard (1...count).contains(number) else {
        return say("There are sets of numbers 1 to \(count).")
      }
      numbers = number - 1
    } else {
      numbers = (numbers + 1) % count
    }
    (panel, showsNumbers) = (nil, true)
    tellNumbers()
  }

  private mutating func tellNumbers() {
    if isHidden { return say("Line \(stop.id) is hidden, and its numbers too.") }
    if stop.lines(.numbers(numbers), style: .plain).isEmpty {
      return say("Line \(stop.id) has no numbers here.")
    }
    news = .panel
  }
}
