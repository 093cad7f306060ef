import Foundation
import Nabla
import Testing
@testable import Deriving
@Suite struct RuleDump {
  @Test func dump() throws {
    var ds: [Derivation] = []
    for p in NewFunctionTests.pairs { do { ds.append(try Derivation.pair(p.cost, p.hypothesis)) } catch { print("THROWS \(p.cost.name) \(p.hypothesis.name) \(error)") } }
    for a in Activation.new { do { ds.append(try .slope(of: a)) } catch { print("THROWS \(error)") } }
    for d in ds {
      print("##### \(d.name)")
      for l in d.lines { print(l.id.last!.isLetter ? "      " + l.plain : l.plain, l.previous.map { "<- \($0)" } ?? "", l.conditions.map { "\($0)".prefix(60) }) }
    }
  }
}
