import Nabla
import Testing
@testable import Deriving

func show(_ e: Expression) -> String {
  switch e {
  case .number(let x): return x == x.rounded() ? "\(Int(x))" : "\(x)"
  case .letter(let l): return "\(l)".replacingOccurrences("^(m)", "").replacingOccurrences("(m)", "")
  case .sum(let t): return "(" + t.map(show).joined(separator: " + ").replacingOccurrences("+ -", "- ") + ")"
  case .negative(let a): return "-" + show(a)
  case .product(let f): return f.map(show).joined(separator: "·")
  case .quotient(let a, let b): return "[" + show(a) + "]/[" + show(b) + "]"
  case .power(let a, let n): return show(a) + "^\(n)"
  case .function(let f, let a): return "\(f)(" + show(a) + ")"
  case .max(let a, let b, _): return "max(\(show(a)),\(show(b)))"
  case .bracket(let a, let r, let b): return "[\(show(a))\(r.rawValue)\(show(b))]"
  case .summation(let i, _, let a): return "Σ_\(i) " + show(a)
  case .maximum(let i, _, let a): return "max_\(i) " + show(a)
  case .define: return "define"
  case .same(let a, let b): return "[\(a)=\(b)]"
  case .partial(let a, let x): return "∂(\(show(a)))/∂\(show(.letter(x)))"
  case .call(let g, let p, let a): return g + (p > 0 ? "′" : "") + "(" + show(a) + ")"
  case .raised(let a, let b): return show(a) + "^(" + show(b) + ")"
  case .index(let i): return "\(i)"
  case .repeatedProduct(let i, let a): return "∏_\(i) " + show(a)
  }
}
extension String {
  func replacingOccurrences(_ a: String, _ b: String) -> String { self.split(separator: a, omittingEmptySubsequences: false).joined(separator: b) }
}
func show(_ f: Formula) -> String {
  switch f { case .scalar(let e): show(e); case .matrix(let m): "\(m)" }
}
func show(_ d: Derivation) {
  print("== " + d.name)
  for s in d.lines { print("  \(s.id)\t\(show(s.equation.left)) = \(show(s.equation.right))\t\t{\(s.reason)}") }
}
func tryOut(_ make: () throws -> Derivation) {
  do {
    let d = try make()
    show(d)
    let c = CheckedDerivation(checking: d)
    for s in d.lines { for k in c.checks[s.id]! where !k.passed { print("   !!FAIL \(s.id) \(k)") }
      for x in s.conditions { print("   COND \(s.id) \(x.statement)".prefix(200), "\(x.status)".prefix(60)) } }
    print("   checks \(c.checkCount) passed \(c.passed)")
  } catch { print("!! \(error)") }
}
@Suite struct Scratch {
  @Test func pairs() throws {
    tryOut { try .forward(isBatch: false) }
    tryOut { try .outputError() }
    tryOut { try .activationGradient() }
    tryOut { try .hiddenError() }
    tryOut { try .weightGradient() }
    tryOut { try .biasGradient() }
    tryOut { try .penalty("l2", Penalty(l2: 0.3)) }
    tryOut { try .penalty("l1", Penalty(l1: 0.3)) }
  }
}
