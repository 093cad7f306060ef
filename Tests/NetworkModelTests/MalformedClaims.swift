// Files that are no claims, in one way each, and what is said of them: one long table.

import Testing

/// A file that is refused, and the message.
struct MalformedClaim: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  /// Behind "g: ", or behind "g:" where a line and a column follow.
  let message: String
  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], _ message: String) {
    (self.name, self.bytes, self.message) = (name, bytes, message)
  }

  init(_ name: String, _ text: String, _ message: String) {
    self.init(name, Array(text.utf8), message)
  }

  /// An archive with some arrays changed.
  init(_ name: String, _ changes: KeyValuePairs<String, [UInt8]?>, _ message: String) {
    self.init(name, archive(changes).bytes(), message)
  }

  static let all = foreign + texts + values + shapes + names + arrays + archives

  /// The right biases of 2-3-1, and the right weights.
  private static let biases = "\"biases\": [[1, 2, 3], [4]]"
  private static let weights = "\"weights\": [[[1, 2], [3, 4], [5, 6]], [[1, 2, 3]]]"
  private static let save = "save with np.savez(\"gradients.npz\", W2=dW2, b2=db2, …)"

  static let foreign = [
    MalformedClaim(
      "pickle", [0x80, 4, 0x95, 0],
      " looks like a pickle of Python, which can run programs and is not read; \(save)"),
    MalformedClaim("MATLAB", "MATLAB 5.0 MAT-file", " looks like a file of MATLAB; \(save)"),
    MalformedClaim("HDF5", [0x89, 0x48, 0x44, 0x46, 0x0D], " looks like an HDF5 file; \(save)"),
    MalformedClaim("gzip", [0x1F, 0x8B, 8, 0], " is compressed by gzip; \(save)"),
    MalformedClaim(
      "CSV", "0.1,0.2\n0.3,0.4\n",
      " looks like a table of numbers, which does not say whose they are; \(save)"),
    MalformedClaim(
      "savetxt", "1.000e+00 -2.0\n",
      " looks like a table of numbers, which does not say whose they are; \(save)"),
    MalformedClaim(
      "torch.save", ClaimArchive([("archive/data.pkl", [1, 2])]).bytes(),
      " looks like a file of torch.save, which holds a pickle and is not read; \(save)"),
  ]

  static let texts = [
    MalformedClaim("empty", "", "1:1: the text is empty; a JSON object is needed"),
    MalformedClaim("a list", "[]", " the file is an empty list; an object is needed"),
    MalformedClaim(
      "cut short", "{\"weights\": [", "1:14: in weights[0]: the text ends where a value is needed"),
    MalformedClaim(
      "duplicate key", "{\"cost\": 1, \"cost\": 2}",
      "1:13: duplicate key \"cost\": it is already on line 1"),
    MalformedClaim(
      "unknown key", "{\"weigths\": []}",
      " unknown key \"weigths\". Did you mean 'weights'?"),
    MalformedClaim("no weights", "{\n\(biases)}", " the key \"weights\" is missing"),
    MalformedClaim(
      "Python's NaN", "{\"weights\": [[[1, 2], [3, 4], [5, NaN]], [[1, 2, 3]]]}",
      "1:35: weights[0][2][1] = ∂J/∂w_32^(2) is NaN, which Python's json writes and JSON has not: "
        + "look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"),
    MalformedClaim(
      "Python's Infinity", "{\(weights), \"biases\": [[1, 2, 3], [-Infinity]]}",
      "1:77: biases[1][0] = ∂J/∂b_1^(3) is -Infinity, which Python's json writes and JSON has not: "
        + "look for log 0, a division by 0 or an overflow of exp where it was computed"),
    MalformedClaim(
      "NaN of δ", "{\"errors\": [[[1, 2, 3, NaN]], []]}",
      "1:24: errors[0][0][3] = δ_1^(2)(4) is NaN, which Python's json writes and JSON has not: "
        + "look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"),
    MalformedClaim(
      "NaN of J", "{\"cost\": NaN}",
      "1:10: cost is NaN, which Python's json writes and JSON has not: look for 0/0, log 0 times 0 "
        + "or ∞ − ∞ where it was computed"),
  ]

  static let values = [
    MalformedClaim(
      "too few layers", "{\"weights\": [[[1, 2]]], \(biases)}",
      " weights has 1 matrix, but sizes [2, 3, 1] need 2 (line 1)"),
    MalformedClaim(
      "a word", "{\"weights\": [[[1, \"x\"]], []]}",
      " weights[0][0][1] is \"x\"; a number is needed (line 1)"),
    MalformedClaim(
      "null for weights", "{\"weights\": [null, null]}",
      " weights[0] is null; a list of numbers or of rows is needed (line 1)"),
    MalformedClaim(
      "rows of different lengths", "{\"weights\": [[[1, 2], [3]], []]}",
      " weights[0][1] has 1 number, but the rows above have 2 (line 1)"),
    MalformedClaim(
      "too deep", "{\"weights\": [[[[1]]], []]}",
      " weights[0][0][0] is a list of 1; a number is needed (line 1)"),
    MalformedClaim(
      "precision", "{\(weights), \(biases), \"precision\": \"half\"}",
      " precision is \"half\"; \"float32\" or \"float64\" is needed (line 1)"),
    MalformedClaim(
      "cost", "{\(weights), \(biases), \"cost\": [1]}",
      " cost is a list of 1; a number is needed (line 1)"),
  ]

  static let shapes = [
    MalformedClaim(
      "another shape", "{\n\"weights\": [[[1, 2], [3, 4], [5, 6]], [[1, 2]]], \(biases)}",
      " weights[1] (∇W^(3)) is 1×2, but sizes [2, 3, 1] need 1×3 (line 2)"),
    MalformedClaim(
      "not summed over the examples",
      ["b2": arrayBytes([3, 4], [Double](repeating: 1, count: 12))],
      " b2 (∇b^(2)) is 3×4, but sizes [2, 3, 1] need a list of 3; "
        + "it has a number for each example, which are to be summed"),
    MalformedClaim(
      "biases twice", ["W2": arrayBytes([3, 3], [Double](repeating: 1, count: 9))],
      " W2 (∇W^(2)) is 3×3, but sizes [2, 3, 1] need 3×2; with the bias folded in, b2 is left out"),
    MalformedClaim(
      "no biases", "{\(weights)}", " b2, b3 are missing; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "too many numbers in a list", ["W2": arrayBytes([7], [Double](repeating: 1, count: 7))],
      " W2 (∇W^(2)) is a list of 7, but sizes [2, 3, 1] need 3×2"),
    MalformedClaim(
      "three dimensions", ["W2": arrayBytes([3, 2, 1], [1, 2, 3, 4, 5, 6])],
      " W2 (∇W^(2)) is 3×2×1, but sizes [2, 3, 1] need 3×2"),
    MalformedClaim(
      "errors", ["delta3": arrayBytes([1, 3], [1, 2, 3])],
      " delta3 (Δ^(3)) is 1×3, but sizes [2, 3, 1] with M = 4 need 1×4"),
    MalformedClaim(
      "errors of two layouts",
      [
        "delta2": arrayBytes([4, 3], [Double](repeating: 1, count: 12)),
        "delta3": arrayBytes([2, 2], [1, 2, 3, 4]),
      ],
      " delta3 (Δ^(3)) is 2×2, but sizes [2, 3, 1] with M = 4 need 4×1; "
        + "delta2 is (examples, nodes), and one layout is needed for all"),
    MalformedClaim(
      "cost of two", ["cost": arrayBytes([2], [1, 2])],
      " cost (J) is a list of 2; one number is needed"),
  ]

  static let names = [
    MalformedClaim("none", ClaimArchive([]).bytes(), " holds no gradient; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "missing", ["b3": nil], " b3 is missing; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "nothing but a cost", ClaimArchive([("cost.npy", arrayBytes([], [1]))]).bytes(),
      " holds no gradient; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "unknown", ["V2": arrayBytes([1], [1])], " unknown array \"V2\". Did you mean 'W2'?"),
    MalformedClaim(
      "unknown and far away", ["momentum": arrayBytes([1], [1])],
      " unknown array \"momentum\"; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "of a layer that is not there", ["W4": arrayBytes([1], [1])],
      " unknown array \"W4\". Did you mean 'W2'?"),
    MalformedClaim(
      "twice", ["dW2": arrayBytes([3, 2], [1, 2, 3, 4, 5, 6])],
      " \"W2\" and \"dW2\" both give ∇W; one of them is needed"),
    MalformedClaim(
      "with a name and without", ["arr_0": arrayBytes([1], [1])],
      " unknown array \"arr_0\"; needed: W2, b2, W3, b3"),
    MalformedClaim(
      "without names, too few",
      ClaimArchive((0..<3).map { ("arr_\($0).npy", arrayBytes([1], [1])) }).bytes(),
      " has 3 arrays without a name, 4 are needed: \(save)"),
    MalformedClaim(
      "PyTorch's, of another network",
      ClaimArchive([("0.weight.npy", arrayBytes([1], [1])), ("0.bias.npy", arrayBytes([1], [1]))])
        .bytes(),
      " has 1 '….weight' and 1 '….bias', but sizes [2, 3, 1] need 2 of each"),
  ]

  static let arrays = [
    MalformedClaim(
      "NaN", ["W2": arrayBytes([3, 2], [1, 2, 3, .nan, 5, .infinity])],
      " ∂J/∂w_22^(2), in W2, is NaN: look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"),
    MalformedClaim(
      "NaN, transposed",
      ["W2": arrayBytes([2, 3], [1, 2, .nan, 4, 5, 6]), "W3": arrayBytes([3, 1], [1, 2, 3])],
      " ∂J/∂w_31^(2), in W2, is NaN: look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"),
    MalformedClaim(
      "minus infinity", ["b3": arrayBytes([1], [-.infinity])],
      " ∂J/∂b_1^(3), in b3, is minus infinity: look for log 0, a division by 0 or an overflow of exp "
        + "where it was computed"),
    MalformedClaim(
      "NaN of J", ["cost": arrayBytes([], [.nan])],
      " cost is NaN: look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"),
    MalformedClaim(
      "no array", ["W2": Array("[[1, 2]]".utf8)], " \"W2\" is no array of NumPy; save with np.savez"
    ),
    MalformedClaim(
      "version", ["W2": arrayBytes(header: "{}", version: [9, 1])],
      " \"W2\" is of version 9.1 of NumPy's format; 1.0, 2.0 and 3.0 are read"),
    MalformedClaim(
      "header cut short", ["W2": arrayBytes(header: "{", length: 60_000)],
      " \"W2\" has a damaged header of NumPy's format: it is cut short"),
    MalformedClaim(
      "header of four gigabytes",
      ["W2": arrayBytes(header: "{", version: [2, 0], length: 0xFFFF_FFFF)],
      " \"W2\" has a damaged header of NumPy's format: it is cut short"),
    MalformedClaim(
      "header of another key",
      ["W2": arrayBytes(header: "{'descr': '<f8', 'order': 'C', 'shape': ()}")],
      " \"W2\" has a damaged header of NumPy's format: found the key \"order\""),
    MalformedClaim(
      "header without a shape",
      ["W2": arrayBytes(header: "{'descr': '<f8', 'fortran_order': False}")],
      " \"W2\" has a damaged header of NumPy's format: 'descr', 'fortran_order' and 'shape' are needed"
    ),
    MalformedClaim(
      "header that is a program", ["W2": arrayBytes(header: "{'descr': f(), }")],
      " \"W2\" has a damaged header of NumPy's format: found 'f' where a string is needed"),
    MalformedClaim(
      "one dimension without a comma",
      ["W2": arrayBytes(header: "{'descr': '<f8', 'fortran_order': False, 'shape': (6)}")],
      " \"W2\" has a damaged header of NumPy's format: found ')' where ',' is needed"),
    MalformedClaim(
      "a dimension of 10^18",
      [
        "W2": arrayBytes(
          header: "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000000000, 2)}")
      ],
      " \"W2\" has 0 bytes of numbers, but its shape 1000000000000000000×2 needs "
        + "more than 9223372036854775807"),
    MalformedClaim(
      "a dimension of 10^30",
      [
        "W2": arrayBytes(
          header:
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000000000000000000000,)}")
      ],
      " \"W2\" has a damaged header of NumPy's format: a dimension is beyond 9223372036854775807"),
    MalformedClaim(
      "fewer numbers than the shape says",
      [
        "W2": arrayBytes(
          header: "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 2)}", numbers: [1, 2, 3])
      ],
      " \"W2\" has 24 bytes of numbers, but its shape 3×2 needs 48"),
    MalformedClaim(
      "four dimensions",
      [
        "W2": arrayBytes(
          header: "{'descr': '<f8', 'fortran_order': True, 'shape': (1, 1, 1, 1)}", numbers: [1])
      ],
      " \"W2\" has 4 dimensions; at most 3 are read"),
    MalformedClaim(
      "an unknown type",
      ["W2": arrayBytes(header: "{'descr': '<q9', 'fortran_order': True, 'shape': ()}")],
      " \"W2\" has numbers of type \"<q9\", which is unknown; save with .astype(np.float64)"),
    MalformedClaim(
      "one matrix alone", arrayBytes([3, 2], [1, 2, 3, 4, 5, 6]),
      " is one array, 3×2, and sizes [2, 3, 1] have 13 parameters; \(save)"),
    MalformedClaim(
      "one list of another length", arrayBytes([3], [1, 2, 3]),
      " is one array, a list of 3, and sizes [2, 3, 1] have 13 parameters; \(save)"),
  ]

  private static func lying(_ change: (inout ClaimArchive.Lies) -> Void) -> [UInt8] {
    var lies = ClaimArchive.Lies()
    change(&lies)
    return archive().bytes(lies)
  }

  static let archives = [
    MalformedClaim(
      "no end", Array(archive().bytes().dropLast(1)),
      " is a zip file without its end: it is cut short"),
    MalformedClaim(
      "half", Array(archive().bytes().prefix(300)),
      " is a zip file without its end: it is cut short"),
    MalformedClaim(
      "more members than there are", lying { $0.count = 5000 },
      " is a damaged zip file: its directory is not what its end says"),
    MalformedClaim(
      "fewer members than there are", lying { $0.count = -1 },
      " is a damaged zip file: its directory is not what its end says"),
    MalformedClaim(
      "a larger directory", lying { $0.directorySize = 0x7000_0000 },
      " is a damaged zip file: its directory is not what its end says"),
    MalformedClaim(
      "10^18 members", lying { $0.longEnd = .init(count: 1_000_000_000_000_000_000) },
      " is a damaged zip file: its directory is not what its end says"),
    MalformedClaim(
      "a 64-bit end elsewhere",
      lying { $0.longEnd = .init(replaces: true, position: 1_000_000_000_000_000_000) },
      " is a damaged zip file: its directory is not what its end says"),
    MalformedClaim(
      "compressed", lying { $0.method = 8 },
      " \"W2.npy\" is compressed; save with np.savez, not np.savez_compressed"),
    MalformedClaim("encrypted", lying { $0.flags = 1 }, " \"W2.npy\" is encrypted"),
    MalformedClaim(
      "another name in the member's header", lying { $0.ownName = "W9.npy" },
      " is a damaged zip file: \"W2.npy\" is not what the directory says"),
    MalformedClaim(
      "an offset beyond the end", lying { $0.offset = 0x7FFF_0000 },
      " is a damaged zip file: \"W2.npy\" is not what the directory says"),
    MalformedClaim(
      "a size beyond the end", lying { $0.size = 0x7FFF_0000 },
      " is a damaged zip file: \"W2.npy\" is not what the directory says"),
    MalformedClaim(
      "members that overlap", lying { $0.size = 200 },
      " is a damaged zip file: \"W2.npy\" and \"b2.npy\" overlap"),
    MalformedClaim(
      "another checksum", lying { $0.checksum = 1 },
      " is a damaged zip file: the CRC-32 of \"W2.npy\" is wrong"),
  ]
}
