import Nabla
import Testing
@Suite struct ClaimTexts {
  @Test func show() {
    for r in [HandMade.diagnosedClaim, HandMade.pairClaim, HandMade.unknownClaim, HandMade.warnedClaim] {
      print("<<<<\n" + r.text() + ">>>>\n<<<<\n" + r.text(style: TextStyle(width: 60, charset: .ascii)) + ">>>>\n<<<<\n" + r.markdown() + ">>>>\n")
    }
    print(HandMade.unknownClaim.json())
    print(HandMade.pairClaim.json())
  }
}
