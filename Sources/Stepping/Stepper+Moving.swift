// Commands that move: next, back, into, out, goto, find.

import NetworkModel
import Reporting

extension Stepper {
  mutating func move(to place: Int) {
    self.place = place
    (panel, hints, scroll) = (nil, 0, 0)
    news = .line
  }

  /// A hidden line is shown before the next one comes: to go on is to ask for it.
  mutating func forward(_ count: Int) {
    for step in 0..<Swift.max(1, count) {
      if isHidden {
        reveal()
      } else if let next = walk.place(after: place) {
        move(to: next)
      } else {
        if step == 0 { say("This is the last line.") }
        return
      }
    }
  }

  mutating func backward(_ count: Int) {
    for step in 0..<Swift.max(1, count) {
      guard let before = walk.place(before: place) else {
        if step == 0 { say("This is the first line.") }
        return
      }
      move(to: before)
    }
  }

  mutating func enterSubsteps() {
    guard let first = stop.substeps.first, let place = walk.place(of: first.id) else {
      return say("Line \(stop.id) is a single step.")
    }
    move(to: place)
  }

  mutating func leaveSubsteps() {
    guard let parent = walk.places[place].parent else {
      return say("Line \(stop.id) is no part of another step.")
    }
    move(to: parent)
  }

  mutating func go(to id: String) {
    if let place = walk.place(of: id) { return move(to: place) }
    let ids = walk.places.map(\.stop.id)
    let range = "The lines are \(walk.stops[0].id) to \(walk.stops[walk.stops.count - 1].id)."
    guard !id.isEmpty else { return say("Which line? \(range)") }
    let nearest = nearestName(to: id, among: ids).map { " Did you mean \($0)?" } ?? " \(range)"
    say("There is no line \(id.quotable).\(nearest)")
  }

  mutating func find(_ text: String) {
    guard !text.isEmpty else { return say("What shall be found? Type /text.") }
    lastSearch = text
    findAgain()
  }

  mutating func findAgain() {
    guard let text = lastSearch else { return say("Nothing was searched for yet. Type /text.") }
    let order = Array(walk.places.indices.dropFirst(place + 1)) + Array(0...place)
    guard let hit = order.first(where: { mentions($0, text) }) else {
      return say("\(text.quotable) is in no line.")
    }
    if hit == place { return say("\(text.quotable) is in this line only.") }
    let isBefore = hit < place
    move(to: hit)
    if isBefore { message = "The search went on from the first line." }
  }

  /// Whether a line has a text in it; of a hidden one nothing is told.
  private func mentions(_ place: Int, _ text: String) -> Bool {
    let stop = walk.places[place].stop
    let texts = isHidden(place) ? [stop.id] : [stop.id, stop.name] + stop.searched
    let wanted = text.lowercased()
    return texts.contains { $0.lowercased().contains(wanted) }
  }
}

extension String {
  /// What somebody typed, in quotation marks, fit for a message.
  var quotable: String {
    let shown = count > 24 ? prefix(21) + "..." : self[...]
    return "'" + String(String.UnicodeScalarView(shown.unicodeScalars.map(\.shown))) + "'"
  }
}

extension Unicode.Scalar {
  /// Itself, or a question mark where a terminal would act on it or a line would change its direction.
  var shown: Unicode.Scalar {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      "?"
    default: self
    }
  }
}
