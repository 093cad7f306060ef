// Formulas in MathML, to the last character.

import Nabla
import Notation
import Testing

@testable import Deriving
@testable import Reporting

@Suite struct MathMLFormulas {
  @Test("a formula in MathML", arguments: Self.scalars)
  func scalar(_ example: (formula: Expression, markup: String)) {
    #expect(MathMLNotation.string(example.formula, understoodExample: .m) == example.markup)
  }

  @Test("a matrix formula in MathML", arguments: Self.matrices)
  func matrix(_ example: (formula: MatrixExpression, markup: String)) {
    #expect(
      MathMLNotation.string(.matrix(example.formula), understoodExample: .m) == example.markup)
  }

  @Test("every formula is well-formed, and in elements of MathML Core only")
  func core() {
    let formulas =
      FormulaExamples.scalars.map { Formula.scalar($0.formula) }
      + FormulaExamples.matrices.map { Formula.matrix($0.formula) }
    for formula in formulas {
      let markup = MathMLNotation.string(formula, understoodExample: .m)
      let page = HTMLElements(markup)
      #expect(page.isBalanced, "\(markup)")
      #expect(Set(page.names).isSubset(of: Self.elements), "\(markup)")
    }
  }

  @Test("shapes stand under symbols, and the shape of a transpose is turned")
  func shapes() {
    let builder = FormulaBuilder(understoodExample: nil, showsShapes: true)
    let layout = builder.layout(.product([.transpose(Self.H), .call("g", primes: 0, Self.Y)]))
    #expect(
      LaTeXNotation.string(layout)
        == #"\underset{M \times K}{H^{\mathsf{T}}} \, \underset{K \times M}{g(Y)}"#)
    #expect(MathMLNotation.string(layout).contains(#"</msup><mrow class="shape">"#))
  }

  private static let elements: Set = [
    "mrow", "mi", "mn", "mo", "mtext", "msub", "msup", "msubsup", "mfrac", "munder", "munderover",
  ]

  private static let H = matrix("H")
  private static let Y = matrix("Y")
  private static func matrix(_ name: String) -> MatrixExpression {
    .letter(
      MatrixLetter(
        .letter(name, layer: nil, example: nil), entry: 0, rows: .k, columns: .m))
  }

  private static let scalars: [(formula: Expression, markup: String)] = [
    (
      .letter("z", .k, layer: .last, example: Index("r", .examples)),
      #"<msubsup><mi>z</mi><mi>k</mi><mrow><mrow><mo stretchy="false">(</mo><mi>L</mi>"#
        + #"<mo stretchy="false">)</mo></mrow><mrow><mo stretchy="false">(</mo><mi>r</mi>"#
        + #"<mo stretchy="false">)</mo></mrow></mrow></msubsup>"#
    ),
    (
      .letter("w", .i, .j, layer: .current),
      #"<msubsup><mi>w</mi><mrow><mi>i</mi><mi>j</mi></mrow><mrow>"#
        + #"<mo stretchy="false">(</mo><mi>ℓ</mi><mo stretchy="false">)</mo></mrow>"#
        + #"</msubsup>"#
    ),
    (
      .sum(over: .m, .letter("J", example: .m)) / .M,
      #"<mfrac><mrow><munderover><mo movablelimits="true">∑</mo><mrow><mi>m</mi>"#
        + #"<mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>M</mi></munderover><msup>"#
        + #"<mi>J</mi><mrow><mo stretchy="false">(</mo><mi>m</mi><mo stretchy="false">)"#
        + #"</mo></mrow></msup></mrow><mi>M</mi></mfrac>"#
    ),
    (
      .partial(.letter("J"), by: Letter("h", node: .k)),
      #"<mfrac><mrow><mo form="prefix" lspace="0" rspace="0">∂</mo><mi>J</mi></mrow>"#
        + #"<mrow><mo form="prefix" lspace="0" rspace="0">∂</mo><msub><mi>h</mi><mi>k</mi>"#
        + #"</msub></mrow></mfrac>"#
    ),
    (
      .partial(.exp(.zk) / .M, by: Letter("z", node: .k)),
      #"<mrow><mfrac><mo form="prefix" lspace="0" rspace="0">∂</mo><mrow>"#
        + #"<mo form="prefix" lspace="0" rspace="0">∂</mo><msub><mi>z</mi><mi>k</mi>"#
        + #"</msub></mrow></mfrac><mrow><mo stretchy="true">(</mo><mfrac><msup><mi>e</mi>"#
        + #"<msub><mi>z</mi><mi>k</mi></msub></msup><mi>M</mi></mfrac><mo stretchy="true">"#
        + #")</mo></mrow></mrow>"#
    ),
    (
      .sum(over: .k, .yk * .log(.hk)),
      #"<mrow><munderover><mo movablelimits="true">∑</mo><mrow><mi>k</mi>"#
        + #"<mo lspace="0" rspace="0">=</mo><mn>1</mn></mrow><mi>K</mi></munderover><mrow>"#
        + #"<msub><mi>y</mi><mi>k</mi></msub><mo rspace="0.1667em">&#x2062;</mo><mrow><mi>"#
        + #"log</mi><mo rspace="0.1667em">&#x2061;</mo><msub><mi>h</mi><mi>k</mi></msub>"#
        + #"</mrow></mrow></mrow>"#
    ),
    (
      .sum(over: .i, excluding: .k, .hi),
      #"<mrow><munder><mo movablelimits="true">∑</mo><mrow><mi>i</mi>"#
        + #"<mo lspace="0" rspace="0">≠</mo><mi>k</mi></mrow></munder><msub><mi>h</mi><mi>"#
        + #"i</mi></msub></mrow>"#
    ),
    (
      .bracket(.zk, .greater, 0),
      #"<mrow><mo stretchy="false">[</mo><mrow><msub><mi>z</mi><mi>k</mi></msub><mo>"#
        + #"&gt;</mo><mn>0</mn></mrow><mo stretchy="false">]</mo></mrow>"#
    ),
    (
      .exp(-.zk),
      #"<msup><mi>e</mi><mrow><mo form="prefix">−</mo><msub><mi>z</mi><mi>k</mi>"#
        + #"</msub></mrow></msup>"#
    ),
    (
      .log(1 - .hk),
      #"<mrow><mi>log</mi><mo>&#x2061;</mo><mrow><mo stretchy="false">(</mo><mrow><mn>"#
        + #"1</mn><mo form="infix">−</mo><msub><mi>h</mi><mi>k</mi></msub></mrow>"#
        + #"<mo stretchy="false">)</mo></mrow></mrow>"#
    ),
    (
      1 / .M * (.hk - .yk),
      #"<mrow><mfrac><mn>1</mn><mi>M</mi></mfrac><mo rspace="0.1667em">&#x2062;</mo>"#
        + #"<mrow><mo stretchy="false">(</mo><mrow><msub><mi>h</mi><mi>k</mi></msub>"#
        + #"<mo form="infix">−</mo><msub><mi>y</mi><mi>k</mi></msub></mrow>"#
        + #"<mo stretchy="false">)</mo></mrow></mrow>"#
    ),
    (
      .call("g", primes: 1, .z),
      #"<mrow><msup><mi>g</mi><mo>′</mo></msup><mo>&#x2061;</mo><mrow><mo stretchy="false">(</mo><mi>z</mi>"#
        + #"<mo stretchy="false">)</mo></mrow></mrow>"#
    ),
    (
      .power(.hk, 2),
      #"<msubsup><mi>h</mi><mi>k</mi><mn>2</mn></msubsup>"#
    ),
    (
      .largest(over: .i, .zi),
      #"<mrow><munder><mo movablelimits="true" lspace="0" rspace="0.1667em">max</mo>"#
        + #"<mi>i</mi></munder><msub><mi>z</mi><mi>i</mi></msub></mrow>"#
    ),
    (
      -0.25,
      #"<mrow><mo form="prefix">−</mo><mn>0.25</mn></mrow>"#
    ),
    (
      .define(Letter("s"), .exp(.z), in: .letter("s") / 2),
      #"<mrow><mfrac><mi>s</mi><mn>2</mn></mfrac><mtext> where </mtext><mi>s</mi><mo>="#
        + #"</mo><msup><mi>e</mi><mi>z</mi></msup></mrow>"#
    ),
  ]

  private static let matrices: [(formula: MatrixExpression, markup: String)] = [
    (
      .scaled(1 / .M, .sum([H, .negative(Y)])),
      #"<mrow><mfrac><mn>1</mn><mi>M</mi></mfrac><mo rspace="0.1667em">&#x2062;</mo>"#
        + #"<mrow><mo stretchy="false">(</mo><mrow><mi>H</mi><mo form="infix">−</mo><mi>Y"#
        + #"</mi></mrow><mo stretchy="false">)</mo></mrow></mrow>"#
    ),
    (
      .hadamard([.product([.transpose(H), Y]), .call("g", primes: 1, H)]),
      #"<mrow><mrow><mo stretchy="false">(</mo><mrow><msup><mi>H</mi>"#
        + #"<mi mathvariant="normal">T</mi></msup><mo>&#x2062;</mo><mi>Y</mi></mrow>"#
        + #"<mo stretchy="false">)</mo></mrow><mo>⊙</mo><mrow><msup><mi>g</mi><mo>′</mo></msup>"#
        + #"<mo>&#x2061;</mo><mrow><mo stretchy="false">(</mo><mi>H</mi>"#
        + #"<mo stretchy="false">)</mo></mrow></mrow></mrow>"#
    ),
    (
      .product([Y, .ones(rows: .examples, columns: nil)]),
      #"<mrow><mi>Y</mi><mo>&#x2062;</mo><msub><mn>𝟏</mn><mi>M</mi></msub></mrow>"#
    ),
    (
      .bracket(H, .greater, .constant(0, rows: nil, columns: nil)),
      #"<mrow><mo stretchy="false">[</mo><mrow><mi>H</mi><mo>&gt;</mo><mn>0</mn></mrow>"#
        + #"<mo stretchy="false">]</mo></mrow>"#
    ),
  ]
}
