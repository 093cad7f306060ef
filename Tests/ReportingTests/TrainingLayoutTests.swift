// Training on pages of every width, with names as nobody would give them.

import Nabla
@testable import Reporting
import Testing

@Suite struct TrainingLayouts {
  @Test("Every line fits its page, in Unicode and in ASCII", arguments: [60, 79, 100, 200])
  func widths(width: Int) throws {
    for charset in [TextStyle.Charset.unicode, .ascii] {
      let style = TextStyle(width: width, charset: charset)
      for text in try texts(style) {
        for line in text.split(separator: "\n") {
          #expect(line.count <= width, "\(line)")
          #expect(charset == .unicode || line.utf8.allSatisfy { $0 < 128 }, "\(line)")
        }
      }
    }
  }

  private func texts(_ style: TextStyle) throws -> [String] {
    [
      try TrainingHandMade.iris(findings: TrainingHandMade.findings, stop: .gradientGoal(1e-5))
        .text(
          style: style, classNames: TrainingHandMade.irisNames, saved: "out.json"),
      try TrainingHandMade.logistic(stop: .interrupted).text(style: style),
      try TrainingHandMade.regression().text(style: style),
      try TrainingHandMade.sweep().text(style: style),
      try TrainingHandMade.rates().text(style: style),
      try TrainingHandMade.iris().curve.text(style: style),
    ]
  }

  @Test("Names cannot move the cursor or write markup, and are abridged")
  func hostile() throws {
    let names = [HandMade.hostile, "b", "c"]
    let report = try TrainingHandMade.iris()
    for text in [
      report.text(fileWarnings: [HandMade.hostile], classNames: names, saved: HandMade.hostile),
      report.markdown(fileWarnings: [HandMade.hostile], classNames: names, saved: HandMade.hostile),
    ] {
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      #expect(text.contains(#"\u{1b}"#) || text.contains(#"u\{1b\}"#))
    }
    let markdown = report.markdown(classNames: names, saved: HandMade.hostile)
    #expect(!markdown.contains("<script>") && !markdown.contains("`*_"))
    let wide = report.text(style: TextStyle(width: 200), classNames: names)
    #expect(wide.contains("…, class 2 is b and class 3 is c"))
  }

  @Test("Of many classes the first few are named")
  func manyClasses() {
    let names = (1...30).map { "kind \($0)" }
    #expect(
      TrainingHandMade.classes(30).text(style: TextStyle(width: 200), classNames: names).contains(
        "class 5 is kind 5, class 6 is kind 6 and 24 more"))
    #expect(
      TrainingHandMade.classes(30).text().contains("the class is the number of the largest output"))
  }

  @Test("The methods by their names in the notes")
  func methods() throws {
    var settings = TrainingSettings()
    settings.method = .averagedMiniBatches
    settings.batch = .examples(1)
    let text = try TrainingHandMade.logistic(settings: settings).text(style: TextStyle(width: 200))
    #expect(text.contains("averaged mini-batches (Algorithm 1 of [V])  1 example a batch"))
    #expect(text.contains("seed         1, which decides on the order of the examples\n"))
  }

  @Test("Dropout makes the costs of the curve others than J at the end")
  func dropout() throws {
    var settings = TrainingSettings()
    let note = "The costs of the curve are taken with nodes left out; J above is not."
    #expect(try !TrainingHandMade.logistic(settings: settings).text().contains("left out"))
    settings.dropout = 0.5
    #expect(try TrainingHandMade.logistic(settings: settings).text().contains(note))
  }

  @Test("The words beside the bar of progress")
  func progress() {
    #expect(
      progressWords(cost: 0.41234, rate: 0.1, epoch: 450) == "J = 0.412  α = 0.1  epoch 450")
    #expect(
      progressWords(cost: .nan, rate: 1e-5, epoch: 1_000)
        == "J = not a number  α = 1e-5  epoch 1,000")
  }
}
