// A whole walk as text, for paper, files, and wherever nobody can press a key.

public import Reporting

extension Walk {
  /// Every line with all that can be said about it; a rule is explained where it is first used.
  public func text(style: TextStyle) -> String {
    var lines = style.lines(style.notation(title)).map { style.paint($0, .bold) }
    lines += conventions.flatMap { style.lines(style.notation($0), first: "  ", rest: "  ") }
    var explained: Set<String> = []
    for place in places {
      let stop = place.stop
      let aspects: [Stop.Aspect] = [.line, .numbers(0), .conditions, .mistake, .why]
      lines += [heading(place, style)]
      for aspect in aspects {
        let own = stop.lines(aspect, style: style)
        guard let first = own.first else { continue }
        // A rule is known by its heading.
        if aspect == .why, !explained.insert(first).inserted { continue }
        lines += [""] + own
      }
    }
    if !remarks.isEmpty {
      lines += [""] + remarks.flatMap { style.lines(style.notation($0), first: "  ", rest: "  ") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ place: Place, _ style: TextStyle) -> String {
    let words = " line \(place.stop.id) "
    let sign = style.charset == .ascii ? "-" : "─"
    let length = max(0, style.width - words.displayWidth - 3)
    return "\n"
      + style.paint(
        String(repeating: sign, count: 3) + words + String(repeating: sign, count: length), .faint)
  }
}
