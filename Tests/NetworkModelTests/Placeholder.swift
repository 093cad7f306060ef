import Nabla
import Testing

@Test("the committed networks can be read", arguments: ["two-two-one", "softmax-log-loss"])
func reads(name: String) throws {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let file = try NetworkFile.read(path: "/\(root)/Fixtures/networks/\(name).json")
  #expect(file.network.name == name)
}
