// Examples from the MNIST digits, where they lie beside the package.

import Foundation
import Nabla
import Testing

@Suite("The MNIST digits")
struct DigitTests {
  static let directory = packageRoot.deletingLastPathComponent().appendingPathComponent(
    "shared/mnist"
  ).path
  static let isThere = FileManager.default.fileExists(
    atPath: directory + "/t10k-images-idx3-ubyte.gz")

  @Test(
    "the first 64 are what they are known to be",
    .enabled(if: isThere, "the files are not beside the package"))
  func first() throws {
    let text = NetworkText.classes.with([
      "sizes": "[784, 10]", "weights": nil, "biases": nil, "examples": nil,
      "initialise": "{\"distribution\": \"gaussian\", \"deviation\": 0.1, \"seed\": 7}",
      "data":
        "{\"idx-images\": \"t10k-images-idx3-ubyte.gz\", \"idx-labels\": \"t10k-labels-idx1-ubyte.gz\", \"first\": 64}",
    ])
    let file = try read(text, directory: Self.directory)
    #expect(file.batch.count == 64 && file.batch.inputs.rows == 784)
    let labels = (1...10).map { m in (1...10).first { file.batch.targets[$0, m] == 1 }! - 1 }
    #expect(labels == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
    #expect(file.batch.inputs.entries.allSatisfy { $0 >= 0 && $0 <= 1 })
    // Row 8, column 7 of the first image, a 7, begins its upper bar.
    #expect(file.batch.inputs[7 * 28 + 7, 1] == 84.0 / 255)
    #expect(file.batch.inputs[1, 1] == 0)
  }
}
