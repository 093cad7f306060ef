// A page that steps through a worked example: MathML, pictures, one script inside, nothing from elsewhere.

public import GradientChecking
import NetworkModel
import Notation
public import WorkedExamples

extension WorkedExample {
  /// A page that shows every line of this example as a step, and computes them again when a weight, an
  /// input or a target is changed in it.
  ///
  /// Without a script, and on paper, all steps are shown. Line F3 has the address `#F3`. The script
  /// evaluates the equations of `equations` and knows no activation, hypothesis or cost by itself.
  ///
  /// - Parameter check: a check of the same network and batch, whose measured derivatives stand beside
  ///   δ, ∂J/∂w and ∂J/∂b.
  public func steppingPage(check: CheckReport? = nil) -> String {
    StepPage(self, check).text
  }
}

/// The page and what its parts have in common.
struct StepPage {
  let example: WorkedExample
  let check: CheckReport?
  /// The equations that hold whatever the targets are.
  let general: NetworkEquations
  let quantities: PageQuantities
  let formula: PageFormula
  let pictures: PagePictures
  let reasons: PageReasons
  /// The measured derivatives, by coordinate.
  let measured: [Coordinate: Comparison]

  init(_ example: WorkedExample, _ check: CheckReport?) {
    self.example = example
    self.check = check
    general = example.generalEquations
    quantities = PageQuantities(example, general)
    formula = PageFormula(example, quantities)
    pictures = PagePictures(example)
    reasons = PageReasons(example, formula)
    let comparisons = (check?.parameters ?? []) + (check?.errors ?? [])
    measured = Dictionary(
      comparisons.map { ($0.coordinate, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var title: String { example.network.title(.plain) }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(HTMLText.escaped(title)): step by step</title>
    <style>
    \(PictureStyle.sheet)
    \(StepPageStyle.sheet)
    </style>
    <script>document.documentElement.classList.add("scripted", "stepping")</script>
    </head>
    <body>
    \(header)
    \(pictures.sources)
    \(givenNumbers)
    \(contents)
    <main id="steps">
    \(controls)
    \(groups.joined(separator: "\n"))
    </main>
    <script type="application/json" id="nabla-data">\(data)</script>
    <script>
    \(StepPageScript.text)
    </script>
    </body>
    </html>

    """
  }

  private var header: String {
    let summary = example.network.summary(examples: example.batch.count)
      .map { HTMLText.sentence($0) }.joined(separator: " · ")
    return """
      <header>
      <h1>\(HTMLText.escaped(title))</h1>
      <p class="note">\(summary)</p>
      <p class="note">\(example.options.digits) decimals are shown, all digits are computed with.\
      \(abridged)</p>
      <p class="note without-script">Every step is shown below. A browser that runs scripts shows them \
      one by one, and computes them again when a number is changed.</p>
      </header>
      """
  }

  private var abridged: String {
    guard let abridgement = example.abridgement else { return "" }
    let blank = abridgement.blank.isEmpty ? "" : ", of inputs the first three that are not 0"
    return
      " Of layers and batches of more than \(abridgement.limit), the first three and the last are "
      + "written\(blank); sums run over all."
  }

  /// What the script moves by; without a script it is not shown.
  private var controls: String {
    """
    <div class="controls with-script">
    <button type="button" id="previous">‹ Previous</button>
    <button type="button" id="next">Next ›</button>
    <label class="slider"><span class="hidden">Step</span>\
    <input type="range" id="slider" min="1" max="\(example.lines.count)" value="1"/></label>
    <p id="where" aria-live="polite"></p>
    <p class="note keys">Keys: <kbd>→</kbd> or <kbd>n</kbd> next, <kbd>←</kbd> or <kbd>p</kbd> \
    previous, <kbd>Home</kbd> first, <kbd>End</kbd> last.</p>
    </div>
    """
  }

  // MARK: - Steps

  private var contents: String {
    let lists = example.sections.filter { !$0.lines.isEmpty }.map { section in
      let items = section.lines.map { line in
        "<li><a href=\"#\(line.id)\"><span class=\"number\">\(line.id)</span> "
          + "\(formula.inline(line.left))</a></li>"
      }
      return "<h3>\(section.kind.title)</h3>\n<ol>\n\(items.joined(separator: "\n"))\n</ol>"
    }
    return """
      <nav aria-labelledby="list">
      <details open="">
      <summary><h2 id="list">Steps</h2></summary>
      \(lists.joined(separator: "\n"))
      </details>
      </nav>
      """
  }

  private var groups: [String] {
    let lines = example.lines
    var position = 0
    return example.sections.filter { !$0.lines.isEmpty }.map { section in
      let steps = section.lines.map { line in
        defer { position += 1 }
        return step(
          line, before: position > 0 ? lines[position - 1] : nil,
          behind: position + 1 < lines.count ? lines[position + 1] : nil)
      }
      return """
        <section class="group" aria-labelledby="\(section.kind.rawValue)">
        <h2 id="\(section.kind.rawValue)">\(section.kind.title)</h2>
        <p class="note">\(section.kind.sentence)</p>
        \(steps.joined(separator: "\n"))
        </section>
        """
    }
  }

  // MARK: - Data

  /// What the script works with. No sign of it can end the element that it stands in.
  private var data: String {
    PageData(example: example, general: general, quantities: quantities).json.text(isPretty: false)
      .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }
}
