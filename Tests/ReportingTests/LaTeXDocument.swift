import Foundation
import Nabla
import Testing

@Suite struct LaTeXDocument {
  @Test("writes files for looking at")
  func look() throws {
    try CheckedDerivation.latex([LaTeXExample.checked, LaTeXExample.hostile]).write(
      toFile: "/tmp/nabla-look/d.tex", atomically: true, encoding: .utf8)
    try LaTeXExample.checked.html().write(
      toFile: "/tmp/nabla-look/one.html", atomically: true, encoding: .utf8)
    try CheckedDerivation.html([LaTeXExample.checked, LaTeXExample.hostile], title: "Two").write(
      toFile: "/tmp/nabla-look/two.html", atomically: true, encoding: .utf8)
  }
}
