// Quizzes: lines stay hidden until they are asked for.

import Nabla
import Testing

@Suite("A quiz")
struct QuizTests {
  private let start = Stepper(HandMadeWalk.walk, isQuiz: true)

  @Test(
    "The first line and given lines are shown, others hidden: next shows the line, then goes on")
  func next() {
    #expect(!start.isHidden)
    var stepper = start.after("next")
    #expect(stepper.stop.id == "2" && stepper.isHidden)
    #expect(stepper.answer == "question 2\n")
    #expect(stepper.invitation == "line 2 (hidden)> ")
    stepper = stepper.after("next")
    #expect(stepper.stop.id == "2" && !stepper.isHidden)
    #expect(stepper.answer == "line 2\n\nnumbers 0 of 2\n")
    stepper = stepper.after("next")
    #expect(stepper.stop.id == "3" && stepper.isHidden)
    #expect(!stepper.after("back").isHidden)
  }

  @Test("show, and the third hint, show the line")
  func shown() {
    #expect(!start.after("next", "show").isHidden)
    let hinted = start.after("next", "hint")
    #expect(hinted.answer == "  Hint 1 of 3, for line 2\nhint 1 for 2\n" && hinted.isHidden)
    #expect(hinted.after("hint").isHidden)
    #expect(!hinted.after("hint", "hint").isHidden)
    // A hint before the line is there: the third one is the line.
    #expect(!start.after("hint", "hint", "hint", "next").isHidden)
  }

  @Test(
    "Nothing tells what a hidden line is",
    arguments: ["why", "conditions", "mistake", "values on", "other", "picture"])
  func silent(_ command: String) {
    let stepper = start.after("next 3", command)
    #expect(stepper.stop.id == "3" && stepper.isHidden)
    #expect(stepper.message?.contains("hidden") == true)
    for columns in [80, 160] {
      let window = Window(columns: columns, rows: 24, style: TextStyle(width: columns))
      let text = stepper.screen(in: window).lines.joined(separator: "\n")
      for secret in ["line 3\n", "cancel", "the end", "numbers 0 of 3", "why 3"] {
        #expect(!text.contains(secret), "\(secret) at \(columns)")
      }
      #expect(text.contains("question 3"))
    }
    #expect(start.after("find cancel").stop.id == "1")
  }
}
