// Wrong files of gradients: each is refused, quickly, with one good message.

import Nabla
import Testing

@Suite("A file that is no claim gets one clear message")
struct MalformedClaimTests {
  @Test("what is wrong with it", arguments: MalformedClaim.all)
  func message(case malformed: MalformedClaim) {
    let duration = ContinuousClock().measure {
      switch ClaimedNetwork.plain.result(ofReading: malformed.bytes) {
      case .success: Issue.record("\(malformed.name) is read as a claim")
      case .failure(let error):
        #expect(error.message == "g:" + malformed.message)
        #expect(error.message.utf8.count < 500)
        #expect(error.exitStatus == 65)
      }
    }
    #expect(duration < .seconds(1))
  }

  @Test("every kind has its own name in the table, and there are more than sixty")
  func table() {
    #expect(Set(MalformedClaim.all.map(\.name)).count > 60)
  }

  @Test(
    "files of NumPy that hold no numbers to judge",
    arguments: [
      (
        "compressed.npz",
        "\"W2.npy\" is compressed; save with np.savez, not np.savez_compressed"
      ),
      (
        "float16.npz",
        "\"W2\" has numbers of type \"<f2\", whose 3 digits are too few to judge; compute and save in "
          + "np.float32 or np.float64"
      ),
      (
        "complex.npz",
        "\"W2\" has numbers of type \"<c16\", which is complex; save the real part: dW2.real"
      ),
      (
        "objects.npz",
        "\"weights2\" has numbers of type \"|O\", which is a pickle and is not read; save each array "
          + "by its name: np.savez(…, W2=dW2, b2=db2)"
      ),
      (
        "longdouble.npz",
        "\"W2\" has numbers of type \"<f16\", which is not the same everywhere; save with "
          + ".astype(np.float64)"
      ),
      (
        "booleans.npz",
        "\"b2\" has numbers of type \"|b1\", which are no numbers; save with .astype(np.float64)"
      ),
      (
        "large-integer.npz",
        "\"b3\" has an integer beyond 2^53; save it with .astype(np.float64)"
      ),
      (
        "nan.npz",
        "∂J/∂w_12^(3), in W3, is NaN: look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"
      ),
      (
        "record.npz",
        "\"b3\" has numbers of type \"a record\", which are no numbers; save with .astype(np.float64)"
      ),
    ])
  func refused(name: String, message: String) throws {
    let result = ClaimedNetwork.plain.result(ofReading: try claimFixture(name))
    guard case .failure(let error) = result else {
      Issue.record("\(name) is read as a claim")
      return
    }
    #expect(error.message == "g: " + message)
    #expect(error.exitStatus == 65)
  }
}
