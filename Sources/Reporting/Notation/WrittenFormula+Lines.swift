// A long formula broken into lines.

extension WrittenFormula {
  var width: Int { text.displayWidth }

  /// The formula in lines of at most `width` columns, the later ones indented by `hanging`.
  ///
  /// A line is broken where the formula holds together least: before = + −, then before · and ⊙, then
  /// between factors, inside brackets last. It is filled to a third where that can be done, if
  /// less would not bring the rest onto one line.
  func lines(width: Int, hanging: Int) -> [WrittenFormula] {
    var lines: [WrittenFormula] = []
    var rest = pieces.flatMap { $0.parts(fitting: width - hanging) }
    var room = width
    while WrittenFormula(rest, strength).width > room,
      let cut = Self.cut(rest, room: room, next: width - hanging, isFirst: lines.isEmpty)
    {
      lines.append(WrittenFormula(Array(rest[..<cut]), strength))
      rest = Array(rest[cut...])
      room = width - hanging
    }
    return lines + [WrittenFormula(rest, strength)]
  }

  /// Before which piece the first line ends.
  private static func cut(_ pieces: [Piece], room: Int, next: Int, isFirst: Bool) -> Int? {
    var best: (position: Int, level: Int)?
    var column = pieces[0].text.displayWidth
    for position in pieces.indices.dropFirst() {
      if column > room { break }
      // Between any two pieces, where nothing better is to be had.
      var level = pieces[position].level ?? 1000
      // Once a left side had to be broken, the right one begins a line in any case.
      if column < room / 3, isFirst || level >= atSign {
        let rest = WrittenFormula(Array(pieces[position...]), .atom)
        level += rest.width <= next ? depth - 1 : 100
      }
      if level <= best?.level ?? .max { best = (position, level) }
      column += (pieces[position].gap + pieces[position].text).displayWidth
    }
    return best?.position ?? (pieces.count > 1 ? 1 : nil)
  }
}

extension WrittenFormula.Piece {
  /// The piece, or its words where it is too long for any line: a long exponent.
  fileprivate func parts(fitting room: Int) -> [WrittenFormula.Piece] {
    guard text.displayWidth > room else { return [self] }
    return text.split(separator: " ").enumerated().map { n, word in
      WrittenFormula.Piece(
        gap: n == 0 ? gap : " ", text: String(word), level: n == 0 ? level : 2000,
        isMarked: isMarked)
    }
  }
}
