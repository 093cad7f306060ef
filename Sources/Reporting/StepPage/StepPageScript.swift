// The script of a page that steps: arithmetic, numbers as they are written, editing, stepping.

/// The parts of the script, each in a file of its own; together they are one function.
enum StepPageScript {
  static let text = """
    "use strict";
    (() => {
    const data = JSON.parse(document.getElementById("nabla-data").textContent);
    \([arithmetic, numbers, editing, measuring, stepping].joined(separator: "\n"))
    })();
    """
}
