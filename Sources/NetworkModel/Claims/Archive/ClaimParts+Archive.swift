// Gradients as NumPy saves them: an archive of named arrays, or one array.

extension ClaimParts {
  /// What `np.savez` wrote.
  init(archive bytes: [UInt8], _ shapes: ClaimShapes) throws(ClaimProblem) {
    var arrays: [ClaimArray] = []
    for (name, content) in try Self.members(bytes) {
      let stem = name.hasSuffix(".npy") ? String(name.dropLast(4)) : name
      arrays.append(try Self.array(content, stem: stem, name: stem))
    }
    self = try ArchiveArrays(arrays, shapes).parts()
  }

  /// What `np.save` wrote: all parameters in one list.
  init(array bytes: [UInt8], _ shapes: ClaimShapes) throws(ClaimProblem) {
    let array = try Self.array(bytes[...], stem: "the list", name: nil)
    guard array.isLine, array.numbers.count == shapes.parameters else {
      throw ClaimProblem(
        .loneArray(shape: array.shape, parameters: shapes.parameters, sizes: shapes.sizes))
    }
    self = try ArchiveArrays([], shapes).parts(vector: array)
  }

  private static func members(
    _ bytes: [UInt8]
  ) throws(ClaimProblem) -> [(name: String, bytes: ArraySlice<UInt8>)] {
    let archive: ZipArchive
    do throws(ArchiveProblem) {
      archive = try ZipArchive(bytes)
      if !archive.isTorch { return try archive.contents() }
    } catch {
      throw ClaimProblem(.archive(error))
    }
    throw ClaimProblem(.foreign(.torch))
  }

  /// - Parameter name: what messages call it.
  private static func array(
    _ bytes: ArraySlice<UInt8>, stem: String, name: String?
  ) throws(ClaimProblem) -> ClaimArray {
    do throws(ArrayProblem) {
      return try NumPyArray.read(bytes, name: stem)
    } catch {
      throw ClaimProblem(.array(name: name, error))
    }
  }
}

extension ClaimPrecision {
  /// Single where any array is, or where the numbers of all are those of `float32`, although they are
  /// saved in more bytes.
  init(of arrays: [ClaimArray]) {
    if arrays.contains(where: { $0.type == .single }) {
      self = .single
      return
    }
    if let rounded = ClaimPrecision(roundedTo: arrays.flatMap(\.numbers)) {
      self = rounded
      return
    }
    // 0, 1 and ½ are numbers of either; what fills more than half of a float's bits is no accident.
    var isWide = false
    for array in arrays {
      for number in array.numbers where number != 0 {
        let float = Float(number)
        guard Double(float) == number else {
          self = .double
          return
        }
        isWide = isWide || float.significandWidth > 12
      }
    }
    self = isWide && arrays.contains { $0.type == .double } ? .single : .double
  }
}

extension ClaimPrecision {
  /// The decimals that all numbers were rounded to, as `np.round` does it, at most eight; `nil` where they
  /// were not. Numbers of a few bits, as ½ and ¾, are no sign of it.
  fileprivate init?(roundedTo numbers: [Double]) {
    guard numbers.contains(where: { $0.isFinite && $0.significandWidth > 24 }) else { return nil }
    var unit = 1.0
    for decimals in 1...8 {
      unit *= 10
      if numbers.allSatisfy({ !$0.isFinite || ($0 * unit).rounded(.toNearestOrEven) / unit == $0 })
      {
        let largest = numbers.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
        var (whole, bound) = (0, 1.0)
        while whole < 16, bound <= largest { (whole, bound) = (whole + 1, bound * 10) }
        self = .written(significant: whole + decimals, decimals: decimals)
        return
      }
    }
    return nil
  }
}

extension ZipArchive {
  /// Whether `torch.save` wrote it.
  fileprivate var isTorch: Bool { members.contains { $0.name.hasSuffix("data.pkl") } }
}
