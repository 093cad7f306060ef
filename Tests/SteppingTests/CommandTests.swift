// What each command of the stepper does.

import Nabla
import Testing

@Suite("The commands of the stepper")
struct StepperCommandTests {
  private let start = Stepper(HandMadeWalk.walk)

  @Test(
    "Where commands lead",
    arguments: [
      (["next"], "2"), (["next", "next"], "3"), (["next 2"], "3"), (["2n"], "3"), (["2 next"], "3"),
      (["next 99"], "4"), (["next", "back"], "1"), (["last", "back 2"], "2"), (["last"], "4"),
      (["last", "first"], "1"), (["next", "into"], "2a"), (["next", "into", "next"], "2b"),
      (["goto 2b", "next"], "2"), (["goto 2a", "back"], "1"), (["goto 2b", "back"], "2a"),
      (["goto 2a", "out"], "2"), (["goto 2B"], "2b"), (["goto 7"], "1"), (["g 3"], "3"),
      (["3"], "3"), (["2b"], "1"), (["find cancel"], "3"), (["/CHAIN"], "2"), (["/ end"], "4"),
      (["find δ"], "2a"), (["find δ", "again"], "2b"), (["last", "find definition"], "1"),
      (["goto 3", "find cancel"], "3"), (["find nowhere"], "1"), (["again"], "1"), (["out"], "1"),
      (["into"], "1"), (["n", ""], "3"), (["n", "", ""], "4"), ([""], "2"),
      (["n", "help", ""], "3"),
      (["p"], "1"), (["ne", "ba"], "1"),
    ])
  func moving(_ lines: [String], _ id: String) {
    var stepper = start
    for line in lines { #expect(stepper.enter(line) == .none) }
    #expect(stepper.stop.id == id)
  }

  @Test(
    "What commands answer",
    arguments: [
      (["back"], "This is the first line."), (["last", "next"], "This is the last line."),
      (["into"], "Line 1 is a single step."), (["out"], "Line 1 is no part of another step."),
      (["goto 7"], "There is no line '7'. The lines are 1 to 4."),
      (["goto 2c"], "There is no line '2c'. Did you mean 2a?"),
      (["goto"], "Which line? The lines are 1 to 4."),
      (["find"], "What shall be found? Type /text."),
      (["again"], "Nothing was searched for yet. Type /text."),
      (["find nowhere"], "'nowhere' is in no line."),
      (["goto 3", "find cancel"], "'cancel' is in this line only."),
      (["last", "find definition"], "The search went on from the first line."),
      (["why"], "Nothing more is said about why this holds."),
      (["conditions"], "Line 1 needs nothing special."),
      (["mistake"], "No typical mistake is known at line 1."),
      (["picture"], "There is no picture of line 1."),
      (["show"], "Line 1 is shown already."),
      (["values off"], "Numbers are off."),
      (["values"], "Numbers are off."),
      (["values", "values"], "Line 1 has no numbers here."),
      (["values 3"], "'3' has no meaning here. Type: values [on|off]"),
      (["other 4"], "There are sets of numbers 1 to 3."),
      (["next x"], "'x' has no meaning here. Type: next [n]"),
      (["next -1"], "'-1' has no meaning here. Type: next [n]"),
      (["why now"], "'now' has no meaning here. Type: why"),
      (["3 why"], "A number has no meaning before why."),
      (["last", "hint"], "This is the last line: there is nothing left to find."),
      (["f"], "'f' could be: find, first."), (["pr"], "'pr' could be: previous, print."),
      (["nxet"], "'nxet' is no command. Did you mean next?"),
      (["xyzzy"], "'xyzzy' is no command. Type help for all of them."),
      (["\u{1B}[2J"], "'?[2J' is no command. Type help for all of them."),
    ])
  func answers(_ lines: [String], _ sentence: String) {
    var stepper = start
    for line in lines { #expect(stepper.enter(line) == .none) }
    #expect(stepper.message == sentence)
    #expect(stepper.answer.hasSuffix(sentence + "\n"))
  }

  @Test(
    "What commands show without a screen",
    arguments: [
      (["next"], "line 2\n\nnumbers 0 of 2\n"), (["first"], "line 1\n"),
      (["goto 3", "why"], "why 3\n"), (["goto 3", "conditions"], "needs of 3\n"),
      (["goto 3", "mistake"], "mistake at 3\n"), (["goto 3", "picture"], "picture of 3\n"),
      (["goto 3", "values off", "next"], "line 4\n"),
      (["goto 3", "values off", "values on"], "numbers 0 of 3\n"),
      (["goto 3", "other"], "numbers 1 of 3\n"), (["goto 3", "other 3"], "numbers 2 of 3\n"),
      (["goto 3", "other 3", "other"], "numbers 0 of 3\n"),
      (["goto 3", "other", "back"], "line 2\n\nnumbers 1 of 2\n"),
      (["hint"], "  Hint 1 of 3, for line 2\nhint 1 for 2\n"),
      (["hint", "hint"], "  Hint 2 of 3, for line 2\nhint 2 for 2\n"),
      (["hint", "hint", "hint"], "  The next line\n\nline 2\n"),
      (["goto 3", "why", "why"], "line 3\n\nnumbers 0 of 3\n"),
    ])
  func shown(_ lines: [String], _ text: String) {
    var stepper = start
    for line in lines { #expect(stepper.enter(line) == .none) }
    #expect(stepper.answer == text)
  }

  @Test("print and quit are for whoever drives it")
  func effects() {
    var stepper = start
    #expect(stepper.enter("print") == .print(nil))
    #expect(stepper.enter("print my file.txt") == .print("my file.txt"))
    #expect(stepper.enter("quit") == .quit)
    #expect(stepper.enter("exit") == .quit)
    #expect(stepper.enter("q") == .quit)
  }

  @Test("Every word, every other word for it and every key is a command, and help shows it")
  func table() {
    let help = start.after("help").answer
    for word in Stepper.words {
      let argument = word.argument.map { $0.hasPrefix("[") ? "" : " 2" } ?? ""
      for spelling in [word.word] + word.synonyms + word.keys.map({ String($0) })
      where spelling != " " {
        let stepper = start.after("goto 3", spelling + argument)
        #expect(stepper.message?.contains("is no command") != true, "\(spelling)")
        #expect(stepper.message?.contains("could be") != true, "\(spelling)")
      }
      #expect(help.contains(word.word) && help.contains(word.help), "\(word.word)")
    }
    let keys = Stepper.words.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("A prefix that begins one command only is that command; else the candidates are named")
  func prefixes() {
    let spellings = Stepper.words.flatMap { word in
      ([word.word] + word.synonyms).map { ($0, word.word) }
    }
    for (spelling, own) in spellings {
      for length in 2..<spelling.count {
        let prefix = String(spelling.prefix(length))
        let others = Set(spellings.filter { $0.0.hasPrefix(prefix) }.map(\.1))
        let message = start.after(prefix).message ?? ""
        #expect(message.contains("could be") == (others.count > 1), "\(prefix) of \(own)")
        #expect(!message.contains("is no command"), "\(prefix)")
      }
    }
  }
}
