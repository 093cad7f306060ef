// The checksum of zip files.

/// The checksum of zip files: CRC-32 of ISO 3309, reversed polynomial 0xEDB88320.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(~UInt32(0)) { crc, byte in
        crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
      }
    }
  }
}
